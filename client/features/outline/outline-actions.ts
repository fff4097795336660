import type { Result } from "#shared/lib/result.ts";
import {
  type Argument,
  argumentRef,
  type CardId,
  type CardKind,
  type Command,
  cardRef,
  getAs,
  type Point,
  type Polarity,
  type RecordId,
} from "#shared/model/index.ts";
import {
  argumentOf,
  isBelow,
  kindFor,
  type MoveRefusal,
  type OutlineRow,
  type OutlineView,
  placeBeside,
  planAdd,
  planIndent,
  planLift,
  planMoves,
  planShift,
  type RowPlace,
  type RowRelation,
  rootRow,
} from "#shared/outline/index.ts";
import type { CanvasTools } from "../../canvas/canvas-context.tsx";
import {
  newCardPlace,
  placeBelow,
  placeForLinked as placeOnCanvas,
} from "../../canvas/view/new-card-place.ts";
import { faultText } from "../../words/fault-words.ts";
import type { OutlineModel } from "./outline-model.ts";
import type { OutlineStore } from "./outline-store.ts";

/** What can be added to a card, and to the step that a row's argument makes. */
type Below = Extract<RowRelation, "reason" | "objection" | "answer" | "part">;
type AboutStep = Extract<RowRelation, "backing" | "undercut">;
type NewCard = Readonly<{ kind: CardKind; relation: RowRelation; at: Point }>;

/**
 * What a person can do in the outline, in their terms; keys, buttons and dragging all call these. Each is one command,
 * so one step of undo. What cannot be done is told and changes nothing.
 */
export class OutlineActions {
  readonly #tools: CanvasTools;
  readonly #model: OutlineModel;
  readonly #store: OutlineStore;

  constructor(tools: CanvasTools, model: OutlineModel, store: OutlineStore) {
    this.#tools = tools;
    this.#model = model;
    this.#store = store;
  }

  /** A new card at the top, open for writing. */
  addAtTop(kind: CardKind): void {
    const { view, scene } = this.#tools;
    const at = newCardPlace(view, scene);
    this.#add({ kind, relation: "root", at }, { under: null, near: null }, null);
  }

  /** A new card below a row, open for writing; of a question it is an answer. */
  addBelow(row: OutlineRow, wanted: Below): void {
    const { session, scene } = this.#tools;
    const isQuestion = getAs(session.doc, "card", row.card)?.kind === "question";
    const relation = isQuestion && wanted !== "part" ? "answer" : wanted;
    if (!isQuestion && (relation === "answer" || relation === "part")) return;
    const intent = relation === "part" ? "part" : "because";
    const at = placeOnCanvas(session.doc, scene, cardRef(row.card), intent);
    this.#add({ kind: kindFor(relation), relation, at }, { under: cardRef(row.card), near: null }, row);
  }

  /** A new card that is the same to what the row speaks to, right after it, open for writing. */
  addAfter(row: OutlineRow): void {
    const { session, scene } = this.#tools;
    const { doc } = session;
    const isQuestion = getAs(doc, "card", row.card)?.kind === "question";
    const kind = row.relation === "root" && isQuestion ? "question" : kindFor(row.relation);
    const at = placeBelow(scene, row.card);
    this.#add({ kind, relation: row.relation, at }, placeBeside(doc, row, "after"), row.parent);
  }

  /** A new card about the step that the row's argument makes, open for writing. */
  addAboutStep(row: OutlineRow, relation: AboutStep): void {
    const { session, scene } = this.#tools;
    const step = this.#argumentOf(row);
    if (!step) {
      this.#refuse("step");
      return;
    }
    const at = placeOnCanvas(session.doc, scene, argumentRef(step.id), "because");
    const siblings = row.parent ? this.#model.below(row.parent) : [];
    // What is said about a step stands below the last of its premises.
    const last = siblings.find(({ via, card }) => via === step.id && card === step.premises.at(-1));
    this.#add({ kind: "claim", relation, at }, { under: argumentRef(step.id), near: null }, last ?? row);
  }

  /** A new card that works only together with what the row says, open for writing. */
  addTogether(row: OutlineRow): void {
    const { session, scene } = this.#tools;
    const step = this.#argumentOf(row);
    if (!step) {
      this.#refuse("step");
      return;
    }
    const id = session.createId<CardId>();
    const at = placeOnCanvas(session.doc, scene, argumentRef(step.id), "with");
    const by = session.by();
    const add: Command = { type: "addCard", id, kind: "claim", text: "", at: whole(at), by };
    this.#addBy(
      { type: "batch", commands: [add, { type: "linkPremise", argument: step.id, card: id }] },
      id,
      row.parent,
    );
  }

  /** Begins to write in a row. */
  write(row: OutlineRow): void {
    if (!this.#tools.session.status().canEdit) return;
    this.#store.getState().write({ key: row.key, card: row.card, isFresh: false, caret: null });
    this.#tools.ui.getState().stopEditing();
  }

  /** Begins to write in the row of a card that may just have been made for it. */
  writeNew(row: OutlineRow): void {
    const isFresh = getAs(this.#tools.session.doc, "card", row.card)?.text === "";
    this.bring(row);
    this.#store.getState().write({ key: row.key, card: row.card, isFresh, caret: null });
  }

  /**
   * Ends writing; a card that was made for it and has stayed empty is taken back. The keyboard then goes to what stands
   * next, unless it has left the row (`isLeft`) for somewhere else.
   */
  finishWriting(key: string, isLeft = false): void {
    const { writing, write } = this.#store.getState();
    if (writing?.key !== key) return;
    write(null);
    this.#model.nameNow();
    const isEmpty = getAs(this.#tools.session.doc, "card", writing.card)?.text === "";
    if (writing.isFresh && isEmpty) this.#remove([writing.card], key, isLeft);
  }

  shift(row: OutlineRow, step: -1 | 1): void {
    this.#move(row, (outline) => planShift(outline, row, step, this.#make()), row.parent);
  }

  indent(row: OutlineRow): void {
    const siblings = row.parent ? this.#model.below(row.parent) : this.#model.rootIds.map(rootRow);
    const own = argumentOf(row);
    const first = siblings.findIndex(({ key, via }) => key === row.key || (own && via === own));
    const above = siblings[first - 1];
    this.#move(row, (outline) => planIndent(outline, row, this.#make()), above ?? null);
  }

  lift(row: OutlineRow): void {
    this.#move(row, (outline) => planLift(outline, row, this.#make()), row.parent?.parent ?? null);
  }

  /** Moves rows to where they were dropped: onto a row, before or after it, or at the end of all. */
  moveTo(rows: readonly OutlineRow[], target: OutlineRow | null, where: "on" | "before" | "after"): void {
    const { doc } = this.#tools.session;
    const [first] = rows;
    if (!first) return;
    const place = this.#placeFor(target, where);
    const parent = where === "on" ? target : (target?.parent ?? null);
    this.#move(first, (outline) => planMoves({ ...outline, view: doc }, rows, place, this.#make()), parent);
  }

  /** Makes what a row says speak for or against what it stands below. */
  setPolarity(row: OutlineRow, polarity: Polarity): void {
    const argument = argumentOf(row);
    if (!argument) this.#refuse("polarity");
    else if (this.#apply({ type: "editArgument", id: argument, values: { polarity } })) {
      this.#goTo(row, row.parent);
    }
  }

  /** Makes a claim, a question or evidence of a row's card. */
  retype(row: OutlineRow, kind: CardKind): void {
    const isDone = this.#apply({ type: "retypeCard", id: row.card, kind });
    // A question that becomes a claim is no longer part of another.
    if (isDone && !this.#rowAt(row.card, row.parent)) this.bring(rootRow(row.card));
  }

  /** Deletes the cards of the rows; of a contradiction, only that. The keyboard goes to what stands next. */
  remove(rows: readonly OutlineRow[]): void {
    const [first] = rows;
    if (!first) return;
    this.#remove(
      rows.map(({ relation, via, card }) => (relation === "conflict" && via ? via : card)),
      first.key,
    );
  }

  undo(): void {
    this.#goThrough(() => this.#tools.session.undo());
  }

  redo(): void {
    this.#goThrough(() => this.#tools.session.redo());
  }

  /** Brings a card's row at home into sight, with the keyboard on it. */
  goToCard(card: CardId): void {
    const row = this.#model.reveal(card);
    if (row) this.bring(row);
  }

  /** The keyboard goes to the row, and the canvas shows its card. */
  bring(row: OutlineRow): void {
    this.#store.getState().bring(row.key, true);
    this.#tools.ui.getState().focus(row.card);
  }

  #add({ kind, relation, at }: NewCard, to: RowPlace, parent: OutlineRow | null): void {
    const id = this.#tools.session.createId<CardId>();
    const row = { id, kind, at: whole(at), relation };
    this.#addBy(planAdd(this.#outline(), row, to, this.#make()), id, parent);
  }

  #addBy(command: Command, id: CardId, parent: OutlineRow | null): void {
    if (!this.#apply(command)) return;
    const row = this.#rowAt(id, parent);
    if (!row) return;
    this.writeNew(row);
  }

  #move(
    row: OutlineRow,
    planned: (outline: OutlineView) => Result<Command, MoveRefusal>,
    parent: OutlineRow | null,
  ): void {
    if (!this.#tools.session.status().canEdit) return;
    const result = planned(this.#outline());
    if (!result.ok) this.#refuse(result.error);
    else if (this.#apply(result.value)) this.#goTo(row, parent);
  }

  /** After a move the keyboard, or the caret, is in the same row at its new place. */
  #goTo(row: OutlineRow, parent: OutlineRow | null): void {
    const moved = this.#rowAt(row.card, parent);
    if (!moved) return;
    const { writing, bring, write } = this.#store.getState();
    bring(moved.key, true);
    if (writing?.key === row.key) write({ ...writing, key: moved.key });
  }

  /** The row of a card below another, which is opened for it. */
  #rowAt(id: CardId, parent: OutlineRow | null): OutlineRow | undefined {
    if (!parent) return rootRow(id);
    this.#model.willOpen(parent);
    return this.#model.below(parent).find(({ card }) => card === id);
  }

  #argumentOf(row: OutlineRow): Argument | undefined {
    const id = argumentOf(row);
    return id && getAs(this.#tools.session.doc, "argument", id);
  }

  #remove(ids: readonly RecordId[], key: string, isLeft = false): void {
    const rows = this.#model.rowsShown();
    const from = rows.findIndex((row) => row.key === key);
    const top = rows[from];
    const stays = (row: OutlineRow) => !ids.includes(row.card) && !(top && isBelow(row, top));
    const next = rows.slice(from + 1).find(stays) ?? rows.slice(0, Math.max(0, from)).findLast(stays);
    if (!this.#apply({ type: "delete", ids }) || isLeft) return;
    if (next) this.bring(next);
    else this.#tools.ui.getState().clearSelection();
  }

  /** The keyboard goes where the step of undo or redo leads. */
  #goThrough(step: () => void): void {
    const { ui, session } = this.#tools;
    step();
    const [only, ...others] = ui.getState().selection;
    const card = others.length === 0 && only ? getAs(session.doc, "card", only as CardId) : undefined;
    const { current, bring } = this.#store.getState();
    const row = card && (this.#model.rowShowing(card.id) ?? this.#model.reveal(card.id));
    const key = row?.key ?? current;
    if (key) bring(key, true);
  }

  #placeFor(target: OutlineRow | null, where: "on" | "before" | "after"): RowPlace {
    if (!target) return { under: null, near: null };
    if (where === "on") return { under: cardRef(target.card), near: null };
    return placeBeside(this.#tools.session.doc, target, where);
  }

  #outline(): OutlineView {
    return { view: this.#tools.session.doc, rootIds: this.#model.rootIds };
  }

  #make() {
    const { createId } = this.#tools.session;
    return { createId, by: this.#tools.session.by() };
  }

  #apply(command: Command): boolean {
    const { session, tell, t } = this.#tools;
    const result = session.apply(command);
    if (!result.ok) tell(faultText(t, result.error));
    return result.ok;
  }

  #refuse(why: MoveRefusal | "polarity" | "step"): void {
    const { tell, t } = this.#tools;
    tell(t(`outline.refused.${why}`));
  }
}

/** Cards lie on whole pixels. */
function whole([x, y]: Point): Point {
  return [Math.round(x), Math.round(y)];
}
