import type { Rect } from "../rect.ts";
import type { PictureItem } from "./picture.ts";

/** Added to in place: a large picture has a hundred thousand parts. */
type Edges = { left: number; top: number; right: number; bottom: number };

/** The box around everything that is drawn, lines with their width, or undefined where nothing is. */
export function itemBounds(items: readonly PictureItem[]): Rect | undefined {
  const edges: Edges = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const item of items) include(item, edges);
  const { left, top, right, bottom } = edges;
  return left <= right ? { x: left, y: top, width: right - left, height: bottom - top } : undefined;
}

function include(item: PictureItem, edges: Edges): void {
  switch (item.type) {
    case "group":
    case "link":
      for (const inner of item.items) include(inner, edges);
      return;
    case "rect":
      grow(edges, item.x, item.y, item.paint.strokeWidth / 2);
      grow(edges, item.x + item.width, item.y + item.height, item.paint.strokeWidth / 2);
      return;
    case "path":
      // A curve stays within the box of its points, those it only bends to included.
      for (const segment of item.segments)
        for (let i = 1; i + 1 < segment.length; i += 2)
          grow(edges, Number(segment[i]), Number(segment[i + 1]), item.paint.strokeWidth / 2);
      return;
    case "text":
      for (const { y, width } of item.lines) {
        const left = item.x - (item.align === "left" ? 0 : item.align === "center" ? width / 2 : width);
        grow(edges, left, y - item.sizePx, 0);
        grow(edges, left + width, y + item.sizePx * 0.3, 0);
      }
  }
}

function grow(edges: Edges, x: number, y: number, by: number): void {
  if (x - by < edges.left) edges.left = x - by;
  if (y - by < edges.top) edges.top = y - by;
  if (x + by > edges.right) edges.right = x + by;
  if (y + by > edges.bottom) edges.bottom = y + by;
}
