import type { Rect } from "#shared/diagram/index.ts";
import type { CardId } from "#shared/model/index.ts";

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
