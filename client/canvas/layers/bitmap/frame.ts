import type { Rect } from "#shared/diagram/index.ts";
import type { Screen, View } from "../../view/frame-view.ts";
import type { Box } from "./boxes.ts";

/** Which stretch of canvas a bitmap shows, and how finely. */
export type Frame = Readonly<{
  /** The canvas point at the bitmap's top left corner. */
  x: number;
  y: number;
  zoom: number;
  /** Bitmap pixels a screen pixel. */
  density: number;
  /** In bitmap pixels. */
  width: number;
  height: number;
}>;

/** Bitmap pixels a canvas pixel. */
export function scaleOf({ zoom, density }: Pick<Frame, "zoom" | "density">): number {
  return zoom * density;
}

/** The frame around what a view shows, with a margin in screen pixels, on whole pixels of the screen. */
export function frameAround(view: View, screen: Screen, marginPx: number, density: number): Frame {
  return {
    x: (-view.x - marginPx) / view.zoom,
    y: (-view.y - marginPx) / view.zoom,
    zoom: view.zoom,
    density,
    width: Math.round((screen.width + 2 * marginPx) * density),
    height: Math.round((screen.height + 2 * marginPx) * density),
  };
}

/** The frame of as many pixels and with the same middle that shows things larger or smaller by a factor. */
export function zoomedBy(frame: Frame, factor: number): Frame {
  const zoom = frame.zoom * factor;
  const part = (1 - 1 / factor) / 2 / scaleOf(frame);
  return { ...frame, zoom, x: frame.x + frame.width * part, y: frame.y + frame.height * part };
}

/** Where a stretch of canvas lies in the bitmap, out to whole pixels, with `by` more pixels around. May lie outside. */
export function boxIn(frame: Frame, { x, y, width, height }: Rect, by = 0): Box {
  const scale = scaleOf(frame);
  return {
    left: Math.floor((x - frame.x) * scale) - by,
    top: Math.floor((y - frame.y) * scale) - by,
    right: Math.ceil((x + width - frame.x) * scale) + by,
    bottom: Math.ceil((y + height - frame.y) * scale) + by,
  };
}

/** The stretch of canvas that a box of the bitmap shows. */
export function stretchOf(frame: Frame, { left, top, right, bottom }: Box): Rect {
  const scale = scaleOf(frame);
  return {
    x: frame.x + left / scale,
    y: frame.y + top / scale,
    width: (right - left) / scale,
    height: (bottom - top) / scale,
  };
}

export function wholeOf({ width, height }: Frame): Box {
  return { left: 0, top: 0, right: width, bottom: height };
}

/** The part of the bitmap that is on the screen; may reach outside of it. */
export function seenIn(frame: Frame, view: View, screen: Screen): Box {
  const { x, y, zoom } = view;
  return boxIn(frame, {
    x: -x / zoom,
    y: -y / zoom,
    width: screen.width / zoom,
    height: screen.height / zoom,
  });
}

/**
 * How far the new frame's corner lies in the old frame, in bitmap pixels, where both show the canvas equally large and
 * on the same pixels; undefined where one cannot be copied into the other as it is.
 */
export function shiftBetween(from: Frame, to: Frame): readonly [number, number] | undefined {
  if (from.zoom !== to.zoom || from.density !== to.density) return undefined;
  const scale = scaleOf(from);
  const [dx, dy] = [(to.x - from.x) * scale, (to.y - from.y) * scale];
  const whole = [Math.round(dx), Math.round(dy)] as const;
  const isOnPixels = Math.abs(dx - whole[0]) < 0.01 && Math.abs(dy - whole[1]) < 0.01;
  return isOnPixels ? whole : undefined;
}

/** The frame moved by less than a pixel, so that it lies on the pixels of another that shows the canvas as large. */
export function alignedTo(frame: Frame, other: Frame): Frame {
  if (frame.zoom !== other.zoom || frame.density !== other.density) return frame;
  const scale = scaleOf(frame);
  const snap = (at: number, from: number) => from + Math.round((at - from) * scale) / scale;
  return { ...frame, x: snap(frame.x, other.x), y: snap(frame.y, other.y) };
}

/** Whether the frame's pixels lie on those of the screen. */
export function isSharp(frame: Frame, view: View, density: number): boolean {
  if (frame.zoom !== view.zoom || frame.density !== density) return false;
  const [left, top] = [(frame.x * view.zoom + view.x) * density, (frame.y * view.zoom + view.y) * density];
  return Math.abs(left - Math.round(left)) < 0.02 && Math.abs(top - Math.round(top)) < 0.02;
}
