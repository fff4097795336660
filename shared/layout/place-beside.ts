import type { Point } from "#shared/model/records.ts";
import { type Box, freePlace } from "./free-place.ts";
import { defaultLayoutOptions, type Size } from "./layout-options.ts";

/**
 * What a new card is to be: something that speaks to a card, or to a step (on that side of it where the premises stand above
 * or below what they are for), or one more premise of a step.
 */
export type Beside = "card" | "step" | "left of step" | "right of step" | "premise";

const { level, rank, linked, sibling, indent, chip } = defaultLayoutOptions.gaps;
/** How far apart in height siblings may begin and still be taken for a row. */
const rowPx = 24;

/**
 * A free place for a new card, so near as can be to what it belongs to, moving no other: after the `siblings` that are
 * there already, the way they run (down to the right of `head`, in a row above or below it, or hanging under it); the
 * first one to the right, where the map has most of its room. Below the premises of a step that runs up its line would
 * run behind them, so it goes to their side. `head` is the card it speaks to; for a step or one more
 * premise, the box around the step's premises. O(siblings) and what is looked at.
 */
export function placeBeside(
  head: Box,
  siblings: readonly Box[],
  beside: Beside,
  size: Size,
  isOccupied: (box: Box) => boolean,
): Point {
  return freePlace(
    wishBeside(head, siblings, beside, size),
    size,
    isOccupied,
    beside === "premise" ? linked : sibling,
  );
}

function wishBeside(head: Box, siblings: readonly Box[], beside: Beside, size: Size): Point {
  if (beside === "premise") return [head.x, head.y + head.height + linked];
  const last = siblings.reduce<Box | undefined>(
    (latest, box) => (latest && isAfter(latest, box) ? latest : box),
    undefined,
  );
  if (beside === "left of step")
    return [Math.min(head.x, ...siblings.map(({ x }) => x)) - sibling - size.width, head.y];
  if (beside === "right of step")
    return [Math.max(...[head, ...siblings].map(({ x, width }) => x + width)) + sibling, head.y];
  if (beside === "step") {
    const above = last && last.y > head.y ? last : head;
    return [head.x, above.y + above.height + sibling];
  }
  if (!last) return [head.x + head.width + level, head.y + Math.round((head.height - size.height) / 2)];
  const isHanging = last.y >= head.y + head.height && last.x > head.x && last.x <= head.x + 3 * indent;
  if (isHanging) return [last.x, last.y + last.height + chip];
  const isRow = siblings.length > 1 ? isInRow(siblings) : isStraight(head, last);
  if (!isRow) return [last.x, last.y + last.height + sibling];
  // A row above its head stands on one line.
  const y = last.y + last.height <= head.y ? last.y + last.height - size.height : last.y;
  return [last.x + last.width + sibling, y];
}

/**
 * Where there is room beside a step from these premises to its target, away from other premises of what it is for. Boxes in
 * canvas pixels; without a target as most maps run.
 */
export function stepBeside(premises: Box, target: Box | undefined): Beside {
  if (!target) return "step";
  const isOver = target.x < premises.x + premises.width && premises.x < target.x + target.width;
  const isApart = target.y >= premises.y + premises.height || premises.y >= target.y + target.height;
  if (!isOver || !isApart) return "step";
  return premises.x + premises.width / 2 < target.x + target.width / 2 ? "left of step" : "right of step";
}

/** Whether `a` comes after `b`: further down, or further right in one row. */
function isAfter(a: Box, b: Box): boolean {
  return isInRow([a, b]) ? a.x > b.x : a.y > b.y;
}

function isInRow(boxes: readonly Box[]): boolean {
  const tops = boxes.map(({ y }) => y);
  const bottoms = boxes.map(({ y, height }) => y + height);
  const spread = (values: readonly number[]) => Math.max(...values) - Math.min(...values);
  return Math.min(spread(tops), spread(bottoms)) < rowPx;
}

/** Whether a lone box stands above or below its head, about where a tree that runs down or up puts it. */
function isStraight(head: Box, box: Box): boolean {
  const gap = Math.max(box.y - (head.y + head.height), head.y - (box.y + box.height));
  const isOver = box.x < head.x + head.width && head.x < box.x + box.width;
  return isOver && gap >= rank / 2 && gap <= 2 * rank;
}
