import type { Point } from "#shared/model/records.ts";

/** A box on the canvas in canvas pixels; `x`, `y` is its top left corner. */
export type Rect = Readonly<{ x: number; y: number; width: number; height: number }>;

/** The smallest box around boxes, of which there must be one at least. */
export function unionRect(first: Rect, ...others: readonly Rect[]): Rect {
  let { x, y } = first;
  let right = x + first.width;
  let bottom = y + first.height;
  for (const rect of others) {
    x = Math.min(x, rect.x);
    y = Math.min(y, rect.y);
    right = Math.max(right, rect.x + rect.width);
    bottom = Math.max(bottom, rect.y + rect.height);
  }
  return { x, y, width: right - x, height: bottom - y };
}

/** Whether two boxes share any area once each side of `a` is moved out by `gap`. */
export function rectsOverlap(a: Rect, b: Rect, gap = 0): boolean {
  return (
    a.x < b.x + b.width + gap &&
    b.x < a.x + a.width + gap &&
    a.y < b.y + b.height + gap &&
    b.y < a.y + a.height + gap
  );
}

/** The middle of a box. */
export function centerOf(rect: Rect): Point {
  return [rect.x + rect.width / 2, rect.y + rect.height / 2];
}
