import type { Point } from "#shared/model/records.ts";
import { borderPoint, directionBetween, opposite } from "./border.ts";
import {
  type Arrowhead,
  arrowheadAt,
  arrowheadBounds,
  type Curve,
  curveBetween,
  curveBounds,
  type Direction,
  hangingCurve,
  lineEnd,
  pointOnCurve,
} from "./curve.ts";
import { hangingTip, hangsOn, isAbove } from "./hanging.ts";
import { linkMetrics } from "./link-metrics.ts";
import { centerOf, type Rect, unionRect } from "./rect.ts";

/** How a relation without a joint is drawn; `tail` is there where it points both ways. */
export type LinkGeometry = Readonly<{
  path: Curve;
  head: Arrowhead;
  tail: Arrowhead | null;
  label: Point;
  bounds: Rect;
}>;

/** The geometry of a relation from one box to another: an answer to its question, a question to its parent. O(1). */
export function linkGeometry(from: Rect, to: Rect): LinkGeometry {
  return hangsOn(from, to) ? hangingLink(from, to) : boxToBox(from, to, false);
}

/** The geometry of a conflict: an arrow with two heads. O(1). */
export function conflictGeometry(a: Rect, b: Rect): LinkGeometry {
  return boxToBox(a, b, true);
}

/** How far the word is off the card: in the middle of the least room that tidy maps leave between cards. */
const hangingWordPx = 16;

function hangingLink(from: Rect, to: Rect): LinkGeometry {
  // Level with the card's first line, like an item of a list.
  const start: Point = [from.x, from.y + Math.min(from.height / 2, 24)];
  const tip = hangingTip(from, to);
  const arriving: Direction = [0, isAbove(from, to) ? 1 : -1];
  const path = hangingCurve(start, lineEnd(tip, arriving));
  const head = arrowheadAt(tip, arriving);
  const bounds = unionRect(curveBounds(path), arrowheadBounds(head));
  const away = arriving[1] * hangingWordPx;
  // Over its line, and no farther to the left than what it hangs on: views and pages end there.
  const label: Point = [
    Math.max(tip[0], to.x + linkMetrics.chip.widthPx / 2),
    arriving[1] > 0 ? from.y + from.height + away : from.y + away,
  ];
  return { path, head, tail: null, label, bounds };
}

function boxToBox(from: Rect, to: Rect, bothWays: boolean): LinkGeometry {
  const towards = directionBetween(from, to);
  const start = borderPoint(from, towards, centerOf(to));
  const end = borderPoint(to, opposite(towards), centerOf(from));
  const back = opposite(towards);
  const path = curveBetween(bothWays ? lineEnd(start, back) : start, towards, lineEnd(end, towards), towards);
  const head = arrowheadAt(end, towards);
  const tail = bothWays ? arrowheadAt(start, back) : null;
  const boxes = [curveBounds(path), arrowheadBounds(head), ...(tail ? [arrowheadBounds(tail)] : [])] as const;
  return { path, head, tail, label: pointOnCurve(path, 0.5), bounds: unionRect(...boxes) };
}
