import RBush from "rbush";
import type { Rect } from "#shared/diagram/index.ts";

/** A card or a line as the index holds it. */
export type Item = Readonly<{
  minX: number;
  minY: number;
  maxX: number;
  maxY: number;
  id: string;
  isCard: boolean;
}>;

export function rectOfItem({ minX, minY, maxX, maxY }: Item): Rect {
  return { x: minX, y: minY, width: maxX - minX, height: maxY - minY };
}

/** Which cards and lines touch a stretch of canvas. Putting and taking cost little more than the logarithm of all. */
export class SpatialIndex {
  readonly #items = new Map<string, Item>();
  readonly #tree = new RBush<Item>();

  /** Where it lies; undefined where it is not held. */
  get(id: string): Item | undefined {
    return this.#items.get(id);
  }

  /** Holds all of these at once, in a fraction of the time; only while nothing is held yet. */
  load(things: Iterable<readonly [id: string, rect: Rect, isCard: boolean]>): void {
    for (const [id, rect, isCard] of things) this.#items.set(id, itemOf(id, rect, isCard));
    this.#tree.load([...this.#items.values()]);
  }

  /** Holds it there from now on; false where it lay just there already. */
  put(id: string, rect: Rect, isCard: boolean): boolean {
    const known = this.#items.get(id);
    const item = itemOf(id, rect, isCard);
    if (known && liesAlike(known, item)) return false;
    if (known) this.#tree.remove(known);
    this.#items.set(id, item);
    this.#tree.insert(item);
    return true;
  }

  delete(id: string): void {
    const item = this.#items.get(id);
    if (item) this.#tree.remove(item);
    this.#items.delete(id);
  }

  /** What touches the stretch, in no order. */
  search({ x, y, width, height }: Rect): readonly Item[] {
    return this.#tree.search({ minX: x, minY: y, maxX: x + width, maxY: y + height });
  }

  /** The box around all that is held, in constant time; undefined where nothing is. */
  extent(): Rect | undefined {
    // The tree's own root: `toJSON` hands it out as it is.
    const root = this.#tree.toJSON() as Item;
    return root.minX > root.maxX ? undefined : rectOfItem(root);
  }
}

function itemOf(id: string, { x, y, width, height }: Rect, isCard: boolean): Item {
  return { minX: x, minY: y, maxX: x + width, maxY: y + height, id, isCard };
}

function liesAlike(a: Item, b: Item): boolean {
  return a.minX === b.minX && a.minY === b.minY && a.maxX === b.maxX && a.maxY === b.maxY;
}
