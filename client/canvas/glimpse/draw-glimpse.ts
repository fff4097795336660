import type { Glimpse } from "#shared/protocol/glimpse.ts";
import { drawGround } from "../layers/bitmap/draw-ground.ts";
import { drawMap } from "../layers/bitmap/draw-map.ts";
import type { Picture } from "../layers/bitmap/picture.ts";
import { firstView, type Screen, type View, viewOfAll, zooms } from "../view/frame-view.ts";

/** Bitmap pixels a screen pixel, at most. */
const finest = 2;

/**
 * How the map will come into view once it is there; undefined where that cannot be told yet, because all of it may
 * then be seen at once. Its bounds are reckoned without the size of the last cards, hence as small as they can be.
 */
export function viewOfGlimpse({ at, span }: Pick<Glimpse, "at" | "span">, screen: Screen): View | undefined {
  const bounds = { x: at[0], y: at[1], width: span[0], height: span[1] };
  return viewOfAll(bounds, screen).zoom < zooms.readable ? firstView(bounds, screen) : undefined;
}

/** Draws what a screen shows of the map, as the canvas itself will draw it. */
export function drawGlimpse(
  surface: HTMLCanvasElement,
  picture: Picture,
  { x, y, zoom }: View,
  { width, height }: Screen,
): void {
  const density = Math.min(finest, window.devicePixelRatio);
  surface.width = Math.round(width * density);
  surface.height = Math.round(height * density);
  const context = surface.getContext("2d", { alpha: false });
  if (!context) return;
  const scale = zoom * density;
  context.setTransform(scale, 0, 0, scale, x * density, y * density);
  const stretch = { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom };
  drawGround({ context, zoom }, picture.theme, density, stretch);
  drawMap({ context, zoom }, picture, stretch, false);
}
