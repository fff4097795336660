import * as Y from "yjs";
import type { Command } from "#shared/model/index.ts";
import type { ArgumentDoc } from "./argument-doc.ts";
import { metaRoot, positionsRoot, recordTypes, rootNames } from "./doc-layout.ts";
import { undoableOrigins } from "./origin.ts";

type StackItem = Y.UndoManager["undoStack"][number];

/** Typing in one card, or the notes of one step, within this time of the last key press is one step of undo. */
const typingWindowMs = 600;

/** How undo finds back to what the person was looking at; `View` is theirs to define. */
export interface ViewKeeper<View> {
  capture(): View;
  restore(view: View): void;
}

/**
 * Undo and redo of what this person did in this session, and of nothing else. One command is one step; consecutive
 * typing in one text is one step. Records are never taken out of the document by undo, so what others wrote into
 * them meanwhile is still there after redo (see `birthKey`).
 */
export class UndoHistory<View> {
  /** The steps to take back and to bring back; joined-step.ts alone arranges them from without. */
  readonly stacks: Y.UndoManager;
  /** Whether what is carried out now goes on with a step, which joined-step.ts sees to. */
  isJoining = false;
  readonly #stop: () => void;
  readonly #listeners = new Set<() => void>();
  #typingIn: string | undefined;
  /** `#typingIn` was made by the last command, and nothing has been written in it yet. */
  #isFresh = false;
  /** The steps there were when undo or redo began, and those that Yjs has not popped yet. */
  #popping: Readonly<{ steps: readonly StackItem[]; left: readonly StackItem[] }> | undefined;

  constructor(ydoc: Y.Doc, doc: ArgumentDoc, view: ViewKeeper<View>) {
    const roots = [...recordTypes.map((type) => rootNames[type]), positionsRoot, metaRoot];
    this.stacks = new Y.UndoManager(
      roots.map((name) => ydoc.getMap(name)),
      {
        captureTimeout: typingWindowMs,
        trackedOrigins: new Set(undoableOrigins),
        deleteFilter: (item) => this.#takesBack(item),
      },
    );
    this.#stop = doc.onBeforeApply((command) => this.#separate(command));
    this.stacks.on("stack-item-added", ({ stackItem }) => {
      stackItem.meta.set("view", view.capture());
      this.tell();
    });
    this.stacks.on("stack-item-popped", ({ stackItem }) => {
      const kept = stackItem.meta.get("view") as View | undefined;
      if (kept !== undefined) view.restore(kept);
      this.tell();
    });
  }

  get canUndo(): boolean {
    return this.stacks.undoStack.length > 0;
  }

  get canRedo(): boolean {
    return this.stacks.redoStack.length > 0;
  }

  /** Takes back the last step; does nothing where there is none. */
  undo(): void {
    this.#pop(this.stacks.undoStack, () => this.stacks.undo());
  }

  /** Brings back the step last taken back. */
  redo(): void {
    this.#pop(this.stacks.redoStack, () => this.stacks.redo());
  }

  /** Told when `canUndo` or `canRedo` may have changed. Returns the way to stop. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  dispose(): void {
    this.#stop();
    this.#listeners.clear();
    this.stacks.destroy();
  }

  #pop(stack: readonly StackItem[], pop: () => void): void {
    this.#typingIn = undefined;
    this.#isFresh = false;
    this.#popping = { steps: [...stack], left: stack };
    pop();
    this.#popping = undefined;
  }

  /** Nested types (records, texts, sets) stay, and only their content is taken back: others may hold on to them. */
  #takesBack(item: Y.Item): boolean {
    if (item.content instanceof Y.ContentType) return false;
    this.#restoreBefore(item);
    return true;
  }

  /**
   * Where two people set one field at once and ours won, Yjs sees the other's value beside it and would leave the
   * field empty: a card without a place, a step without a target. What ours replaced comes back instead.
   */
  #restoreBefore({ deleted, left, parent, parentSub }: Y.Item): void {
    const step = this.#popping?.steps[this.#popping.left.length];
    if (deleted || !left || parentSub === null || !(parent instanceof Y.Map) || !step) return;
    this.stacks.doc.transact((transaction) => {
      let before: Y.ContentAny | undefined;
      Y.iterateDeletedStructs(transaction, step.deletions, (struct) => {
        const isOurs = Y.isDeleted(step.insertions, struct.id);
        if (isOurs || !(struct instanceof Y.Item)) return;
        if (struct.parent !== parent || struct.parentSub !== parentSub) return;
        if (struct.content instanceof Y.ContentAny) before = struct.content;
      });
      if (before) parent.set(parentSub, before.arr.at(-1));
    });
  }

  #separate(command: Command): void {
    if (this.isJoining) return;
    const isTyping = command.type === "spliceText" || command.type === "spliceNotes";
    const typingIn = isTyping ? command.id : undefined;
    if (typingIn === undefined || typingIn !== this.#typingIn) this.stacks.stopCapturing();
    // However long one thinks before the first word, putting the card down and writing in it are one step.
    else if (this.#isFresh) this.stacks.lastChange = Date.now();
    this.#isFresh = typingIn === undefined;
    this.#typingIn = typingIn ?? emptyCardOf(command);
  }

  /** Tells that `canUndo` or `canRedo` may have changed. */
  tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** The card that the command puts down for writing in, if it does. */
function emptyCardOf(command: Command): string | undefined {
  if (command.type === "addCard") return command.text === "" ? command.id : undefined;
  if (command.type !== "batch") return undefined;
  return command.commands.map(emptyCardOf).find((id) => id !== undefined);
}
