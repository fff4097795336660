import {
  type Argument,
  type ArgumentId,
  argumentRef,
  argumentsTo,
  type CardId,
  type Command,
  type Conflict,
  type ConflictId,
  type ConflictType,
  cardRef,
  getAs,
  type Polarity,
  type Scheme,
} from "#shared/model/index.ts";
import type { ActionGround } from "./ground.ts";

/** What can be done with the step of an argument, and with a contradiction. */
export class StepActions {
  readonly #ground: ActionGround;

  constructor(ground: ActionGround) {
    this.#ground = ground;
  }

  setPolarity(id: ArgumentId, polarity: Polarity): void {
    this.#ground.apply({ type: "editArgument", id, values: { polarity } });
  }

  setScheme(id: ArgumentId, scheme: Scheme): void {
    this.#ground.apply({ type: "editArgument", id, values: { scheme } });
  }

  annotate(id: ArgumentId | ConflictId, note: string): void {
    const record = this.#ground.session.doc.get(id);
    if (record?.type === "argument")
      this.#ground.apply({ type: "editArgument", id: record.id, values: { note } });
    if (record?.type === "conflict")
      this.#ground.apply({ type: "editConflict", id: record.id, values: { note } });
  }

  /** The premise becomes what is argued about, and what was argued about a premise. */
  reverse(id: ArgumentId, toward: CardId): void {
    this.#ground.apply({ type: "reverseArgument", id, toward });
  }

  /** Takes one premise out of a linked argument; it goes on as an argument of its own. */
  unlink(argument: ArgumentId, card: CardId): void {
    const { session } = this.#ground;
    this.#ground.apply({
      type: "unlinkPremise",
      argument,
      card,
      as: session.createId<ArgumentId>(),
      by: session.by(),
    });
  }

  /** Gives every premise of a linked argument an argument of its own. */
  unlinkAll(id: ArgumentId): void {
    const { session } = this.#ground;
    const premises = getAs(session.doc, "argument", id)?.premises ?? [];
    const commands = premises.slice(1).map(
      (card): Command => ({
        type: "unlinkPremise",
        argument: id,
        card,
        as: session.createId<ArgumentId>(),
        by: session.by(),
      }),
    );
    this.#ground.applyAll(commands);
  }

  /** Two arguments for the same thing become one whose premises only work together. */
  link(into: ArgumentId, from: ArgumentId): void {
    this.#ground.apply({ type: "linkArguments", into, from });
  }

  /** Says that both ends exclude each other, in place of one being a reason for or against the other. */
  toConflict(id: ArgumentId): void {
    const { session, ui } = this.#ground;
    const argument = getAs(session.doc, "argument", id);
    const members = argument && this.#endsOf(argument);
    if (!members) return;
    const made = session.createId<ConflictId>();
    const isDone = this.#ground.applyAll([
      { type: "delete", ids: [id] },
      { type: "contradict", id: made, members, kind: "contrary", by: session.by() },
    ]);
    if (isDone) ui.getState().focus(made);
  }

  /** Whether `toConflict` loses nothing: one premise, a card as its target, and nobody argues about the step. */
  canBeConflict(argument: Argument): boolean {
    const [about] = argumentsTo(this.#ground.session.doc, argumentRef(argument.id));
    return about === undefined && this.#endsOf(argument) !== undefined;
  }

  /** Makes the first of the two that contradict each other a reason for the second, or an objection to it. */
  toArgument({ id, members: [premise, target] }: Conflict, polarity: Polarity): void {
    const { session, ui } = this.#ground;
    const made = session.createId<ArgumentId>();
    const isDone = this.#ground.applyAll([
      { type: "delete", ids: [id] },
      {
        type: "connect",
        id: made,
        polarity,
        premises: [premise],
        target: cardRef(target),
        by: session.by(),
      },
    ]);
    if (isDone) ui.getState().focus(made);
  }

  setConflictKind(id: ConflictId, kind: ConflictType): void {
    this.#ground.apply({ type: "editConflict", id, values: { kind } });
  }

  #endsOf({ premises, target }: Argument): readonly [CardId, CardId] | undefined {
    const [premise, ...others] = premises;
    return premise && others.length === 0 && target.type === "card" ? [premise, target.id] : undefined;
  }
}
