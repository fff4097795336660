import type { Rect } from "#shared/diagram/index.ts";

/** Room between the outermost cards and the border of their region; on top also for its name. Canvas pixels. */
const paddingPx = 20;
const headPx = 30;

/** The region of a group, around the bounds of its cards. */
export function regionOf({ x, y, width, height }: Rect): Rect {
  return {
    x: x - paddingPx,
    y: y - headPx,
    width: width + 2 * paddingPx,
    height: height + headPx + paddingPx,
  };
}

/** How far a region reaches beyond its cards, at the most. */
export const regionReachPx: number = Math.max(paddingPx, headPx);
