import type { CardId } from "#shared/model/index.ts";

/** Which question is part of which: each of one at most, and never of itself. Nearly O(1) a call. */
export class ParentTree {
  readonly #placed = new Set<CardId>();
  /** Somewhere above each; not always the next. */
  readonly #above = new Map<CardId, CardId>();

  /** Puts one under the other; false where it has a parent already or would come to stand under itself. */
  join(child: CardId, parent: CardId): boolean {
    if (this.#placed.has(child) || this.#topOf(parent) === child) return false;
    this.#placed.add(child);
    this.#above.set(child, parent);
    return true;
  }

  #topOf(start: CardId): CardId {
    let top = start;
    for (let next = this.#above.get(top); next; next = this.#above.get(top)) top = next;
    for (let at = start; at !== top; ) {
      const next = this.#above.get(at) ?? top;
      this.#above.set(at, top);
      at = next;
    }
    return top;
  }
}
