import type { Point } from "#shared/model/records.ts";
import { linkMetrics } from "./link-metrics.ts";
import type { Rect } from "./rect.ts";

/**
 * Whether a box stands below another, or above it, and a little in from its left edge, as sections do in a compact
 * layout and small branches in a tree that runs down or up.
 */
export function hangsOn(box: Rect, head: Rect): boolean {
  const { minPx, maxPx } = linkMetrics.indent;
  const indent = box.x - head.x;
  const isClear =
    box.y >= head.y + head.height + linkMetrics.cornerPx || isAbove(box, head, linkMetrics.cornerPx);
  return isClear && indent >= minPx && indent <= maxPx;
}

/** Where the links of what hangs on a card meet it: at the border that faces it, in the indent. */
export function hangingTip(box: Rect, head: Rect): Point {
  const x = head.x + Math.min((box.x - head.x) / 2, linkMetrics.indent.minPx + 4);
  return [x, isAbove(box, head) ? head.y : head.y + head.height];
}

/** Whether a box ends above another. */
export function isAbove(box: Rect, head: Rect, gap = 0): boolean {
  return box.y + box.height <= head.y - gap;
}
