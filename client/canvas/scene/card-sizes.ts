import { type CardBox, cardBox, type SourceTitleOf } from "#shared/diagram/index.ts";
import type { Card, CardId } from "#shared/model/index.ts";
import { Recent } from "./recent.ts";

/** More cards than are ever shown with their text at once. */
const boxesKept = 2_000;

type Measured = Readonly<{ card: Card; width: number; height: number }>;

/** How large each card is; its lines are kept for those last shown only, since they are quick to break again. */
export class CardSizes {
  readonly #sourceTitleOf: SourceTitleOf;
  readonly #measured = new Map<CardId, Measured>();
  readonly #boxes = new Recent<CardId, CardBox>(boxesKept);

  constructor(sourceTitleOf: SourceTitleOf) {
    this.#sourceTitleOf = sourceTitleOf;
  }

  get count(): number {
    return this.#measured.size;
  }

  ids(): Iterable<CardId> {
    return this.#measured.keys();
  }

  /** Whether this very version of the card was measured. */
  knows(card: Card): boolean {
    return this.#measured.get(card.id)?.card === card;
  }

  has(id: CardId): boolean {
    return this.#measured.has(id);
  }

  /** Measures the card afresh. */
  measure(card: Card): void {
    const { width, height } = cardBox(card, this.#sourceTitleOf);
    this.#measured.set(card.id, { card, width, height });
    this.#boxes.delete(card.id);
  }

  forget(id: CardId): void {
    this.#measured.delete(id);
    this.#boxes.delete(id);
  }

  sizeOf(id: CardId): Readonly<{ width: number; height: number }> | undefined {
    return this.#measured.get(id);
  }

  /** How the card is laid out inside. */
  boxOf(id: CardId): CardBox | undefined {
    const known = this.#boxes.get(id);
    const measured = this.#measured.get(id);
    if (known || !measured) return known;
    const box = cardBox(measured.card, this.#sourceTitleOf);
    this.#boxes.set(id, box);
    return box;
  }
}
