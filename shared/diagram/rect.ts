import type { Point } from "#shared/model/records.ts";

/** A box on the canvas in canvas pixels; `x`, `y` is its top left corner. */
export type Rect = Readonly<{ x: number; y: number; width: number; height: number }>;

/** The smallest box around boxes, or undefined where there are none. O(boxes). */
export function boundsOf(rects: Iterable<Rect>): Rect | undefined {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y, width, height } of rects) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  }
  return left > right ? undefined : { x: left, y: top, width: right - left, height: bottom - top };
}

/** The smallest box around boxes of which there is one at least. */
export function unionRect(first: Rect, ...others: readonly Rect[]): Rect {
  return boundsOf([first, ...others]) ?? first;
}

/** The smallest box around points; at the origin and without size where there are none. */
export function boxAround(points: readonly Point[]): Rect {
  const bounds = boundsOf(points.map(([x, y]) => ({ x, y, width: 0, height: 0 })));
  return bounds ?? { x: 0, y: 0, width: 0, height: 0 };
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
