/** The thread in which steps of a presentation are drawn small: on the page's own it would be felt. */
import type { Rect } from "#shared/diagram/index.ts";
import { type Picture, type PictureOptions, pictureOf, pictureTheme } from "#shared/diagram/picture/index.ts";
import { strengthWord } from "#shared/diagram/picture/strength-text.ts";
import { themes } from "#shared/diagram/tokens.ts";
import type { Standing } from "#shared/evaluation/index.ts";
import type { CardId, PlainMap, Point } from "#shared/model/index.ts";
import { projector, zoomFor } from "#shared/presenting/index.ts";
import { unpackPlainMap } from "../canvas/packed-map.ts";
import { paintItems } from "./paint-canvas.ts";
import type { FromThumbnailer, ThumbnailJob, ToThumbnailer } from "./thumbnail-messages.ts";

const family = "Inter, system-ui, sans-serif";

addEventListener("message", ({ data: { id, job } }: MessageEvent<ToThumbnailer>) => {
  void draw(job)
    // The list stands without its pictures.
    .catch(() => null)
    .then((picture) => postMessage({ id, picture } satisfies FromThumbnailer));
});

async function draw({
  map: packed,
  stretch,
  theme,
  dimmed,
  fares,
  width,
}: ThumbnailJob): Promise<Blob | null> {
  const map = unpackPlainMap(packed);
  const picture = pictureOf(map, {
    theme,
    withTitle: false,
    withLegend: false,
    withSources: false,
    withNotes: false,
    withSchemes: false,
    dimmed: new Set(dimmed),
    ...faresIn(fares),
  });
  const size = { width, height: Math.round((width * projector.height) / projector.width) };
  const canvas = new OffscreenCanvas(size.width, size.height);
  const context = canvas.getContext("2d");
  if (!context) return null;
  context.fillStyle = (theme === "color" ? themes.light : pictureTheme(theme)).background;
  context.fillRect(0, 0, size.width, size.height);
  look(context, size, stretch, originOf(picture, map));
  paintItems(context, picture.items, family);
  return canvas.convertToBlob({ type: "image/png" });
}

/** How cards fare, as pictures are told it. */
function faresIn(fares: ThumbnailJob["fares"]): Pick<PictureOptions, "standings" | "strengths"> {
  const standings = new Map<CardId, Standing>();
  const cards = new Map<CardId, number>();
  const unsettled = new Set<CardId>();
  for (const [id, fare] of fares) {
    if (fare.kind === "standing") standings.set(id, fare.standing);
    else {
      cards.set(id, fare.value);
      if (fare.text !== strengthWord(fare.value, false)) unsettled.add(id);
    }
  }
  return { standings, strengths: cards.size > 0 ? { cards, unsettled } : null };
}

/** Puts the stretch into the middle, as large as a projector would show it. */
function look(
  context: OffscreenCanvasRenderingContext2D,
  size: Readonly<{ width: number; height: number }>,
  stretch: Rect,
  [left, top]: Point,
): void {
  const zoom = zoomFor(stretch, projector) * (size.width / projector.width);
  const x = size.width / 2 - (stretch.x + stretch.width / 2 + left) * zoom;
  const y = size.height / 2 - (stretch.y + stretch.height / 2 + top) * zoom;
  context.setTransform(zoom, 0, 0, zoom, x, y);
}

/** Where the canvas's origin lies in a picture, told by the first card in it. */
function originOf(picture: Picture, map: PlainMap): Point {
  for (const item of picture.items) {
    if (item.type !== "group" || item.id === null) continue;
    const at = map.positions.get(item.id as Parameters<typeof map.positions.get>[0]);
    const [box] = item.items;
    // A border lies within the card: half of it beyond the box that is drawn.
    if (at && box?.type === "rect")
      return [box.x - box.paint.strokeWidth / 2 - at[0], box.y - box.paint.strokeWidth / 2 - at[1]];
  }
  return [0, 0];
}
