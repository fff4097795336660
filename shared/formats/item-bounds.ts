import type { Rect } from "#shared/diagram/index.ts";
import type { PictureItem, PictureText } from "#shared/diagram/picture/index.ts";

type Edges = { left: number; top: number; right: number; bottom: number };

/** The box around everything that is drawn, lines with their width, or undefined where nothing is. */
export function itemBounds(items: readonly PictureItem[]): Rect | undefined {
  const edges: Edges = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const item of items) include(item, edges);
  const { left, top, right, bottom } = edges;
  return left <= right ? { x: left, y: top, width: right - left, height: bottom - top } : undefined;
}

/** Whether two boxes share a point. */
export function overlap(a: Rect, b: Rect): boolean {
  return a.x <= b.x + b.width && b.x <= a.x + a.width && a.y <= b.y + b.height && b.y <= a.y + a.height;
}

/** The texts in the items, those within others too, in the order drawn. */
export function textsIn(items: readonly PictureItem[]): readonly PictureText[] {
  return items.flatMap((item): readonly PictureText[] => {
    if (item.type === "text") return [item];
    return "items" in item ? textsIn(item.items) : [];
  });
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
      for (const [, ...numbers] of item.segments)
        for (let i = 0; i + 1 < numbers.length; i += 2)
          grow(edges, numbers[i] ?? 0, numbers[i + 1] ?? 0, item.paint.strokeWidth / 2);
      return;
    case "text":
      for (const line of item.lines) {
        const left = lineLeft(item, line.width);
        grow(edges, left, line.y - item.sizePx, 0);
        grow(edges, left + line.width, line.y + item.sizePx * 0.3, 0);
      }
  }
}

/** Where a line of a text begins, whichever side it is set to. */
export function lineLeft({ x, align }: Pick<PictureText, "x" | "align">, width: number): number {
  return align === "left" ? x : align === "center" ? x - width / 2 : x - width;
}

function grow(edges: Edges, x: number, y: number, by: number): void {
  edges.left = Math.min(edges.left, x - by);
  edges.top = Math.min(edges.top, y - by);
  edges.right = Math.max(edges.right, x + by);
  edges.bottom = Math.max(edges.bottom, y + by);
}
