import type { Point } from "#shared/model/records.ts";
import { linkMetrics } from "./link-metrics.ts";
import type { Rect } from "./rect.ts";

/** Whether a box stands below another and a little in from its left edge, as sections do in a compact layout. */
export function hangsOn(box: Rect, head: Rect): boolean {
  const { minPx, maxPx } = linkMetrics.indent;
  const indent = box.x - head.x;
  return box.y >= head.y + head.height + linkMetrics.cornerPx && indent >= minPx && indent <= maxPx;
}

/** Where the links of what hangs on a card meet it: at the lower border, in the indent. */
export function hangingTip(box: Rect, head: Rect): Point {
  return [head.x + Math.min((box.x - head.x) / 2, linkMetrics.indent.minPx + 4), head.y + head.height];
}
