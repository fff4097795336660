import type { CardKind, Command, CommandFault, Point, RecordId, Ref } from "#shared/model/index.ts";
import {
  type ArgumentId,
  type CardId,
  type ConflictId,
  cardRef,
  copyOf,
  getAs,
  recordsOf,
} from "#shared/model/index.ts";
import type { OpenSession } from "../session/open-session.ts";
import type { LinkIntent, MapUiStore } from "../state/map-ui-store.ts";
import { ArrangeActions } from "./actions/arrange-actions.ts";
import { ActionGround } from "./actions/ground.ts";
import { GroupActions } from "./actions/group-actions.ts";
import { MarkActions } from "./actions/mark-actions.ts";
import { StepActions } from "./actions/step-actions.ts";
import type { CanvasScene } from "./scene/canvas-scene.ts";
import { placeForLinked } from "./view/new-card-place.ts";

const duplicateOffset: Point = [32, 32];

/**
 * What a person can do on the canvas, in their terms; pointer, keyboard, toolbar and menu all call these. Each is one
 * command, so one step of undo. What cannot be done is reported and changes nothing. Cards and what links them stand
 * here; what else there is stands beside, by what it is about.
 */
export class CanvasActions {
  readonly arrange: ArrangeActions;
  readonly groups: GroupActions;
  readonly marks: MarkActions;
  readonly steps: StepActions;
  readonly #revealAdded: (cards: readonly CardId[]) => void;
  readonly #session: OpenSession;
  readonly #scene: CanvasScene;
  readonly #ui: MapUiStore;
  readonly #ground: ActionGround;
  /** The card just made and still being written: left empty, it goes again. */
  #fresh: CardId | undefined;

  constructor(
    session: OpenSession,
    scene: CanvasScene,
    ui: MapUiStore,
    onFault: (fault: CommandFault) => void,
    revealAdded: (cards: readonly CardId[]) => void,
  ) {
    this.#revealAdded = revealAdded;
    this.#session = session;
    this.#scene = scene;
    this.#ui = ui;
    this.#ground = new ActionGround(session, scene, ui, onFault);
    this.arrange = new ArrangeActions(this.#ground);
    this.groups = new GroupActions(this.#ground);
    this.marks = new MarkActions(this.#ground);
    this.steps = new StepActions(this.#ground);
  }

  /** A new card with its top left corner at `at`, open for writing. */
  addCard(kind: CardKind, at: Point): void {
    const id = this.#session.createId<CardId>();
    if (this.#do(this.#addition(id, kind, at))) this.#write(id);
  }

  /** A new card linked to `from` as `intent` says, near it or at `at`, open for writing. */
  addLinked(from: Ref, intent: LinkIntent, at?: Point): void {
    const id = this.#session.createId<CardId>();
    const place = at ?? placeForLinked(this.#session.doc, this.#scene, from, intent);
    const addition = this.#addition(id, intent === "part" ? "question" : "claim", place);
    const link = this.#link(from, intent, id);
    if (link && this.#do({ type: "batch", commands: [addition, link] })) this.#write(id);
  }

  /** Links an existing card to `from` as `intent` says. */
  linkTo(from: Ref, intent: LinkIntent, card: CardId): boolean {
    const link = this.#link(from, intent, card);
    return link !== undefined && this.#do(link);
  }

  /** Begins to write in a card. */
  edit(id: CardId): void {
    if (this.#session.status().canEdit) this.#ui.getState().startEditing(id);
  }

  /** Ends writing; a card that was made for it and has stayed empty is taken back. */
  finishEditing(id: CardId): void {
    if (this.#ui.getState().editing === id) this.#ui.getState().stopEditing();
    const isFresh = this.#fresh === id;
    this.#fresh = undefined;
    if (isFresh && getAs(this.#session.doc, "card", id)?.text === "") this.#do({ type: "delete", ids: [id] });
  }

  retype(id: CardId, kind: CardKind): void {
    this.#do({ type: "retypeCard", id, kind });
  }

  contradict(a: CardId, b: CardId): void {
    this.linkTo(cardRef(a), "conflict", b);
  }

  /** Deletes what is selected, with what hangs on it. */
  deleteSelected(): void {
    if (this.delete(this.#ui.getState().selection)) this.#ui.getState().clearSelection();
  }

  /** Deletes cards, relations and lines by their keys, with what hangs on them; what is gone already is passed over. */
  delete(keys: Iterable<string>): boolean {
    const ids: RecordId[] = [];
    const commands: Command[] = [];
    for (const key of keys) {
      const link = this.#scene.linkOf(key)?.link;
      if (link?.kind === "answer") {
        commands.push({ type: "answer", claim: link.ends[0], question: link.ends[1], on: false });
      } else if (link?.kind === "part") {
        commands.push({ type: "setParent", question: link.ends[0], parent: null });
      } else if (this.#session.doc.get(key as RecordId)) {
        ids.push(key as RecordId);
      }
    }
    // Links first: deleting a card takes its links along.
    if (ids.length > 0) commands.push({ type: "delete", ids });
    return commands.length > 0 && this.#do({ type: "batch", commands });
  }

  duplicateSelected(): void {
    const { doc, createId } = this.#session;
    const map = copyOf(doc, this.#ground.selectedCards(), createId, duplicateOffset);
    if (map.records.size === 0 || !this.#do({ type: "insert", map })) return;
    const cards = recordsOf(map, "card").map(({ id }) => id);
    this.#ui.getState().select(cards);
    this.#revealAdded(cards);
  }

  /** All cards that are in sight, or that a box in sight stands for. */
  selectAll(): void {
    const cards = [...this.#session.doc.records.values()].filter(({ type }) => type === "card");
    const inSight = cards.filter(({ id }) => this.#scene.rectOf(id as CardId) !== undefined);
    this.#ui.getState().select(inSight.map(({ id }) => id));
  }

  /** Completes the link that was begun by menu or keyboard, with this card. */
  completeConnecting(card: CardId): void {
    const { connecting, stopConnecting, select } = this.#ui.getState();
    if (!connecting) return;
    stopConnecting();
    if (this.linkTo(connecting.from, connecting.intent, card)) select([card]);
  }

  #addition(id: CardId, kind: CardKind, [x, y]: Point): Command {
    return {
      type: "addCard",
      id,
      kind,
      text: "",
      at: [Math.round(x), Math.round(y)],
      by: this.#session.by(),
    };
  }

  #link(from: Ref, intent: LinkIntent, card: CardId): Command | undefined {
    const by = this.#session.by();
    const { createId } = this.#session;
    switch (intent) {
      case "because":
      case "but": {
        const polarity = intent === "because" ? "support" : "oppose";
        return { type: "connect", id: createId<ArgumentId>(), polarity, premises: [card], target: from, by };
      }
      case "with":
        return from.type === "argument" ? { type: "linkPremise", argument: from.id, card } : undefined;
      case "conflict":
        return from.type === "card"
          ? { type: "contradict", id: createId<ConflictId>(), members: [from.id, card], kind: "contrary", by }
          : undefined;
      case "answer":
        return from.type === "card"
          ? { type: "answer", claim: card, question: from.id, on: true }
          : undefined;
      case "part":
        return from.type === "card" ? { type: "setParent", question: card, parent: from.id } : undefined;
    }
  }

  #write(id: CardId): void {
    this.#fresh = id;
    this.#ui.getState().startEditing(id);
  }

  #do(command: Command): boolean {
    return this.#ground.apply(command);
  }
}
