import RBush from "rbush";
import type { Rect } from "#shared/diagram/index.ts";
import type { CardId, GroupId } from "#shared/model/index.ts";

type Item = Readonly<{
  minX: number;
  minY: number;
  maxX: number;
  maxY: number;
  id: GroupId;
  bounds: Rect;
}>;

/**
 * Where the named regions lie: each around its cards. A card that moves inside its region costs nothing; one that may
 * move its border costs the cards of the region.
 */
export class GroupPlaces {
  readonly #boundsOf: (id: GroupId) => Rect | undefined;
  readonly #items = new Map<GroupId, Item>();
  readonly #known = new Set<GroupId>();
  readonly #groupOf = new Map<CardId, GroupId>();
  readonly #tree = new RBush<Item>();
  /** Groups whose border may lie elsewhere, since it was last reckoned. */
  readonly #stale = new Set<GroupId>();

  constructor(boundsOf: (id: GroupId) => Rect | undefined) {
    this.#boundsOf = boundsOf;
  }

  /** All there are, those without cards included. */
  ids(): Iterable<GroupId> {
    return this.#known;
  }

  has(id: GroupId): boolean {
    return this.#known.has(id);
  }

  add(id: GroupId): void {
    this.#known.add(id);
    this.#stale.add(id);
  }

  remove(id: GroupId): void {
    this.#known.delete(id);
    this.#stale.add(id);
  }

  /** The card stands in that group now, and lies elsewhere than before. */
  take(card: CardId, group: GroupId | null, before: Rect | undefined, now: Rect | undefined): void {
    const left = this.#groupOf.get(card);
    if (left && left !== group) this.#stale.add(left);
    if (group) this.#groupOf.set(card, group);
    else this.#groupOf.delete(card);
    if (!group) return;
    const isInside = (rect: Rect | undefined) => isWithin(rect, this.#items.get(group));
    if (left !== group || !isInside(before) || !isInside(now)) this.#stale.add(group);
  }

  /** Reckons anew what may lie elsewhere, and yields what does: from where to where. */
  settle(): readonly (readonly [GroupId, Rect | undefined, Rect | undefined])[] {
    const moved: (readonly [GroupId, Rect | undefined, Rect | undefined])[] = [];
    for (const id of this.#stale) {
      const known = this.#items.get(id);
      const bounds = this.#known.has(id) ? this.#boundsOf(id) : undefined;
      if (isSame(known?.bounds, bounds)) continue;
      if (known) this.#tree.remove(known);
      this.#items.delete(id);
      if (bounds) {
        const item = {
          minX: bounds.x,
          minY: bounds.y,
          maxX: bounds.x + bounds.width,
          maxY: bounds.y + bounds.height,
          id,
          bounds,
        };
        this.#items.set(id, item);
        this.#tree.insert(item);
      }
      moved.push([id, known?.bounds, bounds]);
    }
    this.#stale.clear();
    return moved;
  }

  boundsOf(id: GroupId): Rect | undefined {
    return this.#items.get(id)?.bounds;
  }

  /** The groups whose cards' bounds touch the stretch of canvas; the largest first, to be drawn below the others. */
  inView({ x, y, width, height }: Rect): readonly GroupId[] {
    return this.#tree
      .search({ minX: x, minY: y, maxX: x + width, maxY: y + height })
      .sort((a, b) => area(b) - area(a) || (a.id < b.id ? -1 : 1))
      .map(({ id }) => id);
  }
}

/** Whether a rectangle is inside without touching the border, so that the border would lie there without it too. */
function isWithin(rect: Rect | undefined, item: Item | undefined): boolean {
  return (
    rect !== undefined &&
    item !== undefined &&
    rect.x > item.minX &&
    rect.y > item.minY &&
    rect.x + rect.width < item.maxX &&
    rect.y + rect.height < item.maxY
  );
}

function isSame(a: Rect | undefined, b: Rect | undefined): boolean {
  if (!a || !b) return a === b;
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
}

function area({ bounds }: Item): number {
  return bounds.width * bounds.height;
}
