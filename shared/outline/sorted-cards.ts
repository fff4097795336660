import type { CardId } from "#shared/model/ids.ts";
import { bySiblingOrder } from "#shared/model/plain-map.ts";
import type { Card } from "#shared/model/records.ts";

type Place = Pick<Card, "id" | "createdAt" | "order">;

/** Cards as siblings stand, kept in order while they come, go and change their place: O(log n) to find one's place. */
export class SortedCards {
  readonly #places = new Map<CardId, Place>();
  #sorted: Place[] = [];

  has(id: CardId): boolean {
    return this.#places.has(id);
  }

  /** All of them in order. O(n). */
  ids(): readonly CardId[] {
    return this.#sorted.map(({ id }) => id);
  }

  /** Takes the card in, or to its new place. Returns whether anything changed. */
  put({ id, createdAt, order }: Place): boolean {
    const known = this.#places.get(id);
    if (known && known.order === order && known.createdAt === createdAt) return false;
    if (known) this.delete(id);
    const place = { id, createdAt, order };
    this.#places.set(id, place);
    this.#sorted.splice(this.#indexOf(place), 0, place);
    return true;
  }

  /** Takes in many at once. O(n log n). */
  fill(cards: Iterable<Place>): void {
    for (const { id, createdAt, order } of cards) this.#places.set(id, { id, createdAt, order });
    this.#sorted = [...this.#places.values()].sort(bySiblingOrder);
  }

  delete(id: CardId): boolean {
    const known = this.#places.get(id);
    if (!known) return false;
    this.#places.delete(id);
    this.#sorted.splice(this.#indexOf(known), 1);
    return true;
  }

  #indexOf(place: Place): number {
    let [low, high] = [0, this.#sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = this.#sorted[middle];
      if (other && bySiblingOrder(other, place) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
