import type * as Y from "yjs";
import type { UndoHistory } from "./undo-history.ts";

type Stacks = Pick<Y.UndoManager, "undoStack" | "redoStack" | "lastChange">;

/** Of a history, what a joined step needs. */
export type JoinableHistory = Pick<UndoHistory<unknown>, "undo" | "tell" | "isJoining"> &
  Readonly<{ stacks: Stacks }>;

/** One step of undo that is carried out in pieces, while the person goes on with other things. */
export interface JoinedStep {
  /** Makes the one command that is carried out now part of the step. */
  during<Value>(run: () => Value): Value;
  /** Whether undo has taken it back; nothing more is to come then. */
  isTakenBack(): boolean;
  /** Takes it back, and nothing else, whatever was done since it began. */
  takeBack(): void;
}

/**
 * Begins a step whose pieces are one, were other steps, joined ones as well, done between them. Apart from the history,
 * because who opens a map need not wait for the code of it.
 */
export function joinSteps(history: JoinableHistory): JoinedStep {
  const { stacks } = history;
  let own: Stacks["undoStack"][number] | undefined;
  return {
    during(run) {
      const { lastChange, redoStack, undoStack } = stacks;
      if (!own || !undoStack.includes(own)) {
        const top = undoStack.at(-1);
        const value = run();
        if (undoStack.at(-1) !== top) own = undoStack.at(-1);
        return value;
      }
      // Yjs adds to the topmost step only, and only soon after the last change.
      const above = undoStack.splice(undoStack.indexOf(own) + 1);
      stacks.lastChange = Number.POSITIVE_INFINITY;
      // What undo took back meanwhile can still be brought back.
      stacks.redoStack = [];
      history.isJoining = true;
      try {
        return run();
      } finally {
        history.isJoining = false;
        stacks.redoStack = redoStack;
        stacks.lastChange = lastChange;
        undoStack.push(...above);
      }
    },
    isTakenBack: () => own !== undefined && !stacks.undoStack.includes(own),
    takeBack() {
      const all = stacks.undoStack;
      if (!own || !all.includes(own)) return;
      // Alone, because Yjs goes on to the next step where one had nothing to take back.
      stacks.undoStack = [own];
      history.undo();
      stacks.undoStack = all.filter((step) => step !== own);
      history.tell();
    },
  };
}
