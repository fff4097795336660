import type { Rect } from "#shared/diagram/index.ts";
import type { CardId } from "#shared/model/index.ts";

/** A card or a line as the spatial index holds it. */
export type Item = Readonly<{
  minX: number;
  minY: number;
  maxX: number;
  maxY: number;
  id: string;
  isCard: boolean;
}>;

export function itemOf(id: string, { x, y, width, height }: Rect, isCard: boolean): Item {
  return { minX: x, minY: y, maxX: x + width, maxY: y + height, id, isCard };
}

export function rectOfItem({ minX, minY, maxX, maxY }: Item): Rect {
  return { x: minX, y: minY, width: maxX - minX, height: maxY - minY };
}

export function sameBounds(a: Item, b: Item): boolean {
  return a.minX === b.minX && a.minY === b.minY && a.maxX === b.maxX && a.maxY === b.maxY;
}

export function sameBox(a: Rect | null | undefined, b: Rect | null | undefined): boolean {
  if (!a || !b) return a === b;
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
}

/** Those of the cards that lie anywhere, as boxes. */
export function* rectsOf(ids: Iterable<CardId>, rectOf: (id: CardId) => Rect | undefined): Iterable<Rect> {
  for (const id of ids) {
    const rect = rectOf(id);
    if (rect) yield rect;
  }
}
