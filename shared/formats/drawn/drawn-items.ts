import type { Rect } from "#shared/diagram/index.ts";
import type { PictureItem, PictureText } from "#shared/diagram/picture/index.ts";

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

/** Where a line of a text begins, whichever side it is set to. */
export function lineLeft({ x, align }: Pick<PictureText, "x" | "align">, width: number): number {
  return align === "left" ? x : align === "center" ? x - width / 2 : x - width;
}
