import { centerOf, type Rect } from "#shared/diagram/index.ts";
import type { Point } from "#shared/model/index.ts";

export type Heading = "left" | "right" | "up" | "down";

const ahead: Readonly<Record<Heading, readonly [number, number]>> = {
  left: [-1, 0],
  right: [1, 0],
  up: [0, -1],
  down: [0, 1],
};

/** Being off to the side counts this much more than being far ahead. */
const sidewaysCost = 2.5;

/** The thing nearest in that direction, or undefined where nothing lies that way. O(candidates). */
export function nearest<Id>(
  from: Rect,
  heading: Heading,
  candidates: Iterable<readonly [Id, Rect]>,
): Id | undefined {
  const [dx, dy] = ahead[heading];
  const [x, y] = centerOf(from);
  let best: Id | undefined;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const [id, rect] of candidates) {
    const [otherX, otherY] = centerOf(rect);
    const along = (otherX - x) * dx + (otherY - y) * dy;
    const aside = Math.abs((otherX - x) * dy) + Math.abs((otherY - y) * dx);
    if (along <= 1) continue;
    const cost = along + aside * sidewaysCost;
    if (cost < bestCost) {
      bestCost = cost;
      best = id;
    }
  }
  return best;
}

/** The thing whose middle is closest to a point, or undefined where there is none. O(candidates). */
export function closest<Id>([x, y]: Point, candidates: Iterable<readonly [Id, Rect]>): Id | undefined {
  let best: Id | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const [id, rect] of candidates) {
    const [otherX, otherY] = centerOf(rect);
    const distance = Math.hypot(otherX - x, otherY - y);
    if (distance < bestDistance) {
      bestDistance = distance;
      best = id;
    }
  }
  return best;
}
