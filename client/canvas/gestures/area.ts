import { boxAround, centerOf, type Rect } from "#shared/diagram/index.ts";
import type { Point } from "#shared/model/index.ts";

/** A stretch of canvas that a hand has drawn: a rectangle between two corners, or whatever a loop goes around. */
export type Area = Readonly<{ kind: "box" | "lasso"; points: readonly Point[] }>;

/** Whether a thing is meant by the area: wholly in the rectangle, or with its middle inside the loop. */
export function isMeant({ kind, points }: Area, thing: Rect): boolean {
  return kind === "box" ? isWithin(thing, boxAround(points)) : isInside(centerOf(thing), points);
}

function isWithin(inner: Rect, outer: Rect): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

/** Whether a line from the point to the right crosses the loop an odd number of times; the loop closes by itself. */
export function isInside([x, y]: Point, loop: readonly Point[]): boolean {
  let isIn = false;
  let previous = loop.at(-1);
  for (const point of loop) {
    const [ax, ay] = previous ?? point;
    const [bx, by] = point;
    if (ay > y !== by > y && x < ax + ((bx - ax) * (y - ay)) / (by - ay)) isIn = !isIn;
    previous = point;
  }
  return isIn;
}
