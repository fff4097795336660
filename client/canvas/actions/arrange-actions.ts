import { type Alignment, type Axis, align, distribute, type Named, stack } from "#shared/layout/align.ts";
import { type CardId, type Command, getAs, type Point } from "#shared/model/index.ts";
import type { ActionGround } from "./ground.ts";

const nudgePx = 16;

/** Where cards lie: moved by hand, by steps, and into line. */
export class ArrangeActions {
  readonly #ground: ActionGround;

  constructor(ground: ActionGround) {
    this.#ground = ground;
  }

  /** Puts cards there; what somebody has deleted out of the hand meanwhile is left aside. */
  moveTo(places: readonly (readonly [CardId, Point])[]): void {
    const to = places.filter(([id]) => getAs(this.#ground.session.doc, "card", id));
    if (to.length > 0) this.#ground.apply({ type: "moveCards", to });
  }

  /** What a drop does: moves cards and whatever else comes of it, as one step. */
  drop(commands: readonly Command[]): void {
    this.#ground.applyAll(commands);
  }

  /** Moves the selected cards by steps. */
  nudge(dx: number, dy: number): void {
    this.moveTo(this.#selected().map(([id, { x, y }]) => [id, [x + dx * nudgePx, y + dy * nudgePx]]));
  }

  /** Brings the selected cards into line. */
  align(alignment: Alignment): void {
    this.moveTo(align(this.#selected(), alignment));
  }

  /** Makes the gaps between the selected cards equal. */
  distribute(axis: Axis): void {
    this.moveTo(distribute(this.#selected(), axis));
  }

  /** Puts the selected cards into one column. */
  stack(): void {
    this.moveTo(stack(this.#selected()));
  }

  #selected(): readonly Named<CardId>[] {
    return this.#ground.selectedCards().flatMap((id): readonly Named<CardId>[] => {
      const rect = this.#ground.scene.rectOf(id);
      return rect && !this.#ground.scene.isHidden(id) ? [[id, rect]] : [];
    });
  }
}
