import { cardMetrics } from "#shared/diagram/index.ts";
import { freePlace } from "#shared/layout/index.ts";
import type { CardKind, Command, CommandFault, Point, Polarity, RecordId, Ref } from "#shared/model/index.ts";
import {
  type ArgumentId,
  type CardId,
  type ConflictId,
  cardRef,
  copyOf,
  type GroupId,
  getAs,
} from "#shared/model/index.ts";
import type { MapSession } from "../session/map-session.ts";
import type { LinkIntent, MapUiStore } from "../state/map-ui-store.ts";
import type { CanvasScene } from "./scene/canvas-scene.ts";

/** How far to the side of its target a new reason is put; leaves room for the word on the line. */
const reasonGapPx = 112;
/** About the height of a card with one line, in canvas pixels. */
export const newCardHeightPx = 68;
const duplicateOffset: Point = [32, 32];
const nudgePx = 16;

/**
 * What a person can do on the canvas, in their terms; pointer, keyboard, toolbar and menu all call these. Each is one
 * command, so one step of undo. What cannot be done is reported and changes nothing.
 */
export class CanvasActions {
  readonly #session: MapSession;
  readonly #scene: CanvasScene;
  readonly #ui: MapUiStore;
  readonly #onFault: (fault: CommandFault) => void;
  /** The card just made and still being written: left empty, it goes again. */
  #fresh: CardId | undefined;

  constructor(
    session: MapSession,
    scene: CanvasScene,
    ui: MapUiStore,
    onFault: (fault: CommandFault) => void,
  ) {
    this.#session = session;
    this.#scene = scene;
    this.#ui = ui;
    this.#onFault = onFault;
  }

  /** A new card with its top left corner at `at`, open for writing. */
  addCard(kind: CardKind, at: Point): void {
    const id = this.#session.createId<CardId>();
    if (this.#do(this.#addition(id, kind, at))) this.#write(id);
  }

  /** A new card linked to `from` as `intent` says, near it or at `at`, open for writing. */
  addLinked(from: Ref, intent: LinkIntent, at?: Point): void {
    const id = this.#session.createId<CardId>();
    const place = at ?? this.#placeBeside(from, intent);
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

  setPolarity(id: ArgumentId, polarity: Polarity): void {
    this.#do({ type: "editArgument", id, values: { polarity } });
  }

  /** Gives every premise of a linked argument an argument of its own. */
  unlinkAll(id: ArgumentId): void {
    const premises = getAs(this.#session.doc, "argument", id)?.premises ?? [];
    const commands = premises.slice(1).map(
      (card): Command => ({
        type: "unlinkPremise",
        argument: id,
        card,
        as: this.#session.createId<ArgumentId>(),
        by: this.#session.by(),
      }),
    );
    this.#do({ type: "batch", commands });
  }

  /** Two arguments for the same thing become one whose premises only work together. */
  linkArguments(into: ArgumentId, from: ArgumentId): void {
    this.#do({ type: "linkArguments", into, from });
  }

  contradict(a: CardId, b: CardId): void {
    this.linkTo(cardRef(a), "conflict", b);
  }

  moveTo(places: readonly (readonly [CardId, Point])[]): void {
    this.#do({ type: "moveCards", to: places });
  }

  /** Moves the selected cards by steps. */
  nudge(dx: number, dy: number): void {
    const to = this.#selectedCards().flatMap((id): readonly (readonly [CardId, Point])[] => {
      const rect = this.#scene.rectOf(id);
      return rect ? [[id, [rect.x + dx * nudgePx, rect.y + dy * nudgePx]]] : [];
    });
    if (to.length > 0) this.moveTo(to);
  }

  /** Deletes what is selected, with what hangs on it. */
  deleteSelected(): void {
    const ids: RecordId[] = [];
    const commands: Command[] = [];
    for (const key of this.#ui.getState().selection) {
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
    if (commands.length > 0 && this.#do({ type: "batch", commands })) this.#ui.getState().clearSelection();
  }

  duplicateSelected(): void {
    const { doc, createId } = this.#session;
    const map = copyOf(doc, this.#selectedCards(), createId, duplicateOffset);
    if (map.records.size === 0 || !this.#do({ type: "insert", map })) return;
    this.#ui
      .getState()
      .select([...map.records.values()].filter(({ type }) => type === "card").map(({ id }) => id));
  }

  /** Puts a region around the selected cards, its name open for writing. */
  groupSelected(): void {
    const members = this.#selectedCards();
    if (members.length === 0) return;
    const id = this.#session.createId<GroupId>();
    const isDone = this.#do({ type: "addGroup", id, title: "", members, createdAt: Date.now() });
    if (isDone) this.#ui.getState().startNaming(id);
  }

  renameGroup(id: GroupId, title: string): void {
    this.#do({ type: "editGroup", id, values: { title } });
  }

  ungroup(id: GroupId): void {
    this.#do({ type: "delete", ids: [id] });
  }

  selectAll(): void {
    this.#ui
      .getState()
      .select(
        [...this.#session.doc.records.values()].filter(({ type }) => type === "card").map(({ id }) => id),
      );
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

  /** To the right of a card, where its reasons stand; level with what is linked; below a step that is argued about. */
  #placeBeside(from: Ref, intent: LinkIntent): Point {
    const near = this.#nearPoint(from, intent);
    const size = {
      width: cardMetrics.widthOf[intent === "part" ? "question" : "claim"],
      height: newCardHeightPx,
    };
    return freePlace(near, size, (box) => this.#scene.inView(box).cards.length > 0);
  }

  #nearPoint(from: Ref, intent: LinkIntent): Point {
    if (from.type === "card") {
      const rect = this.#scene.rectOf(from.id);
      return rect ? [rect.x + rect.width + reasonGapPx, rect.y] : [0, 0];
    }
    const premises = getAs(this.#session.doc, "argument", from.id)?.premises ?? [];
    const bounds = this.#scene.bounds(premises);
    if (intent === "with" && bounds) return [bounds.x, bounds.y + bounds.height + 12];
    const joint = this.#scene.jointOf(from.id) ?? [0, 0];
    return bounds ? [bounds.x, bounds.y + bounds.height + 40] : [joint[0], joint[1] + 60];
  }

  #selectedCards(): readonly CardId[] {
    return [...this.#ui.getState().selection].filter((id): id is CardId => {
      return this.#session.doc.get(id as RecordId)?.type === "card";
    });
  }

  #write(id: CardId): void {
    this.#fresh = id;
    this.#ui.getState().startEditing(id);
  }

  #do(command: Command): boolean {
    const result = this.#session.apply(command);
    if (!result.ok) this.#onFault(result.error);
    return result.ok;
  }
}
