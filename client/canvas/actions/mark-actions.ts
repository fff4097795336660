import {
  type Card,
  type CardId,
  type CardKind,
  type Command,
  getAs,
  type Tint,
} from "#shared/model/index.ts";
import type { ActionGround } from "./ground.ts";

/** What is said on cards beside their text: kind, colour, tags, whether they are pinned or taken for granted. */
export class MarkActions {
  readonly #ground: ActionGround;

  constructor(ground: ActionGround) {
    this.#ground = ground;
  }

  /** Makes claims, questions or evidence of the selected cards. */
  retypeSelected(kind: CardKind): void {
    this.#ground.applyAll(
      this.#cards()
        .filter((card) => card.kind !== kind)
        .map(({ id }): Command => ({ type: "retypeCard", id, kind })),
    );
  }

  /** Gives the selected cards a colour; null takes it away. */
  tintSelected(color: Tint | null): void {
    this.#edit((card) => (card.color === color ? undefined : { color }));
  }

  /** Pins the selected cards to their places; where all are pinned, lets them go. */
  togglePinned(): void {
    const pinned = !this.#cards().every((card) => card.pinned);
    this.#edit((card) => (card.pinned === pinned ? undefined : { pinned }));
  }

  /** Takes the selected cards for granted; where all are, no longer. */
  toggleGranted(): void {
    const granted = !this.#cards().every((card) => card.granted);
    this.#edit((card) => (card.granted === granted ? undefined : { granted }));
  }

  /** Puts a tag on the selected cards, or takes it off. */
  tagSelected(tag: string, on: boolean): void {
    this.#ground.applyAll(
      this.#cards()
        .filter((card) => card.tags.includes(tag) !== on)
        .map(({ id }): Command => ({ type: "tag", id, tag, on })),
    );
  }

  #edit(valuesFor: (card: Card) => Partial<Pick<Card, "color" | "pinned" | "granted">> | undefined): void {
    this.#ground.applyAll(
      this.#cards().flatMap((card): readonly Command[] => {
        const values = valuesFor(card);
        return values ? [{ type: "editCard", id: card.id, values }] : [];
      }),
    );
  }

  #cards(): readonly Card[] {
    const { doc } = this.#ground.session;
    return this.#ground.selectedCards().flatMap((id: CardId) => getAs(doc, "card", id) ?? []);
  }
}
