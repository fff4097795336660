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

/** The box around those of the cards that lie anywhere. */
export function boundsOf(ids: Iterable<CardId>, rectOf: (id: CardId) => Rect | undefined): Rect | undefined {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const id of ids) {
    const rect = rectOf(id);
    if (!rect) continue;
    left = Math.min(left, rect.x);
    top = Math.min(top, rect.y);
    right = Math.max(right, rect.x + rect.width);
    bottom = Math.max(bottom, rect.y + rect.height);
  }
  return left > right ? undefined : { x: left, y: top, width: right - left, height: bottom - top };
}
