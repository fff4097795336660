import type { Rect } from "#shared/diagram/index.ts";
import type { Point } from "#shared/model/index.ts";
import { type Frame, scaleOf } from "../layers/bitmap/frame.ts";
import type { Screen, View } from "../view/frame-view.ts";

/** Room left around the map, as a part of it, so that it can grow a little before all is drawn again. */
const room = 0.12;
/** A map that has shrunk to less than this part of the frame is drawn larger again. */
const leastPart = 0.4;
/** A map of a few cards is not blown up beyond this. */
const largestZoom = 0.12;
const nowhere: Rect = { x: 0, y: 0, width: 1, height: 1 };

/** The frame that shows all of the map, with room to grow, in the middle of a bitmap of that size. */
export function smallFrame(extent: Rect | undefined, size: Screen, density: number): Frame {
  const { x, y, width, height } = extent ?? nowhere;
  const fits = Math.min(size.width / width, size.height / height) / (1 + 2 * room);
  const zoom = Math.min(largestZoom, fits / density);
  const scale = zoom * density;
  return {
    x: x + width / 2 - size.width / 2 / scale,
    y: y + height / 2 - size.height / 2 / scale,
    zoom,
    density,
    width: size.width,
    height: size.height,
  };
}

/** Whether the frame still shows all of the map, and not much too small. */
export function stillServes(frame: Frame, extent: Rect): boolean {
  const scale = scaleOf(frame);
  const [width, height] = [frame.width / scale, frame.height / scale];
  const isInside =
    extent.x >= frame.x &&
    extent.y >= frame.y &&
    extent.x + extent.width <= frame.x + width &&
    extent.y + extent.height <= frame.y + height;
  const part = Math.max(extent.width / width, extent.height / height);
  return isInside && (part >= leastPart || frame.zoom >= largestZoom);
}

/** The stretch of canvas in view as it lies in the small map, in its screen pixels. */
export function viewIn(frame: Frame, seen: Rect): Rect {
  return {
    x: (seen.x - frame.x) * frame.zoom,
    y: (seen.y - frame.y) * frame.zoom,
    width: seen.width * frame.zoom,
    height: seen.height * frame.zoom,
  };
}

/** The canvas point at a point of the small map. */
export function pointIn(frame: Frame, [x, y]: Point): Point {
  return [frame.x + x / frame.zoom, frame.y + y / frame.zoom];
}

/** The view, as near as it is, with that point in the middle of the screen. */
export function viewAt([x, y]: Point, { zoom }: View, { width, height }: Screen): View {
  return { x: width / 2 - x * zoom, y: height / 2 - y * zoom, zoom };
}
