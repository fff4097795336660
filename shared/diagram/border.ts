import type { Point } from "#shared/model/records.ts";
import type { Direction } from "./curve.ts";
import { linkMetrics } from "./link-metrics.ts";
import { centerOf, type Rect } from "./rect.ts";

/**
 * Which way to go from one box to another: sideways where the gap takes a joint, since most tidy maps run left to
 * right, unless the boxes are a level of one that runs down or up apart; else up or down; else along the wider gap.
 */
export function directionBetween(from: Rect, to: Rect): Direction {
  const gapX = Math.max(to.x - (from.x + from.width), from.x - (to.x + to.width));
  const gapY = Math.max(to.y - (from.y + from.height), from.y - (to.y + to.height));
  const axis =
    gapX >= linkMetrics.minGapPx && !isLevelApart(gapX, gapY)
      ? "horizontal"
      : gapY >= linkMetrics.minGapPx || gapY > gapX
        ? "vertical"
        : "horizontal";
  const [fromX, fromY] = centerOf(from);
  const [toX, toY] = centerOf(to);
  if (axis === "horizontal") return [toX < fromX ? -1 : 1, 0];
  return [0, toY < fromY ? -1 : 1];
}

function isLevelApart(gapX: number, gapY: number): boolean {
  const { sidewaysPx, uprightPx, slackPx } = linkMetrics.tidyGap;
  return Math.abs(gapY - uprightPx) <= slackPx && Math.abs(gapX - sidewaysPx) > slackPx;
}

/** The middle of a side, drawn towards `facing` without reaching a corner: links to one side keep their order. */
export function borderPoint(box: Rect, [dx, dy]: Direction, facing: Point | null): Point {
  const [x, y] = centerOf(box);
  if (dx !== 0) return [dx < 0 ? box.x : box.x + box.width, facing ? spread(y, box.height, facing[1]) : y];
  return [facing ? spread(x, box.width, facing[0]) : x, dy < 0 ? box.y : box.y + box.height];
}

/** Nearer the middle the nearer `towards` is, never past `cornerPx`; strictly rising, so links do not cross. */
function spread(middle: number, length: number, towards: number): number {
  const room = Math.max(0, length / 2 - linkMetrics.cornerPx);
  const distance = towards - middle;
  return middle + (room * distance) / (Math.abs(distance) + linkMetrics.halfSpreadPx);
}

/** The other way. */
export function opposite([dx, dy]: Direction): Direction {
  return [-dx as Direction[0], -dy as Direction[1]];
}
