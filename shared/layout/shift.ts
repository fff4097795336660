import type { CardId } from "#shared/model/ids.ts";
import type { Point } from "#shared/model/records.ts";
import type { Places } from "./layout-map-type.ts";

/** Of all cards that must agree before their places count for more than that of the first card. */
const minShare = 0.1;

/**
 * The shift, in whole pixels, that takes as many cards as can be from `raw` to where they were before; where hardly
 * any agree, that of the first one that had a place; none where none had.
 */
export function commonShift(raw: Places, before: Places): Point {
  const votes = new Map<string, { shift: Point; count: number }>();
  let [first, best, voters]: [Point | undefined, { shift: Point; count: number } | undefined, number] = [
    undefined,
    undefined,
    0,
  ];
  for (const [id, [x, y]] of raw) {
    const at = before.get(id);
    if (!at) continue;
    voters += 1;
    const shift: Point = [Math.round(at[0] - x), Math.round(at[1] - y)];
    first ??= shift;
    const key = `${shift[0]},${shift[1]}`;
    const vote = votes.get(key) ?? { shift, count: 0 };
    if (vote.count === 0) votes.set(key, vote);
    vote.count += 1;
    if (!best || vote.count > best.count) best = vote;
  }
  return (best && best.count > voters * minShare ? best.shift : first) ?? [0, 0];
}

/** All places moved by the same. */
export function shifted(places: Places, [dx, dy]: Point): Places {
  if (dx === 0 && dy === 0) return places;
  const moved = new Map<CardId, Point>();
  for (const [id, [x, y]] of places) moved.set(id, [x + dx, y + dy]);
  return moved;
}
