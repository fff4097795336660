import { type CardId, type CardKind, getAs, getStatement } from "#shared/model/index.ts";
import type { CanvasTools } from "../canvas-context.tsx";
import { hasCards } from "./chosen.ts";
import { currentKey } from "./current.ts";
import { type CommandId, type MapCommand, plain, withCommand, withCommandShift } from "./map-command.ts";

/** Writes in the card, or takes it as the other end of the link that is being made. */
function edit({ ui, actions, session }: CanvasTools): void {
  const key = currentKey({ ui }) as CardId | undefined;
  if (key === undefined) return;
  if (ui.getState().connecting) actions.completeConnecting(key);
  else if (getAs(session.doc, "card", key)) actions.edit(key);
}

/** The keyboard goes where the step of undo or redo leads. */
function goThrough({ ui }: CanvasTools, step: () => void): void {
  step();
  const [only, ...others] = ui.getState().selection;
  if (only !== undefined && others.length === 0) ui.getState().focus(only);
}

/** Whether a card is selected that is of another kind. */
function isForKind({ ui, session: { doc } }: CanvasTools, kind: CardKind): boolean {
  for (const key of ui.getState().selection) {
    const card = getAs(doc, "card", key as CardId);
    if (card && card.kind !== kind) return true;
  }
  return false;
}

function retyping(id: Extract<CommandId, `make${string}`>, kind: CardKind, key: string): MapCommand {
  return {
    id,
    group: "edit",
    keys: plain(key),
    changes: true,
    isFor: (tools) => isForKind(tools, kind),
    run: ({ actions }) => actions.marks.retypeSelected(kind),
  };
}

/** The card that the keyboard is at, where it says something that a source can bear out. */
function citable(tools: CanvasTools): CardId | undefined {
  return getStatement(tools.session.doc, currentKey(tools) as CardId)?.id;
}

function hasSelection({ ui }: CanvasTools): boolean {
  return ui.getState().selection.size > 0;
}

/** What is done with what is selected, and back again. */
export const editCommands: readonly MapCommand[] = [
  {
    id: "edit",
    group: "edit",
    keys: plain("Enter", "F2"),
    changes: true,
    isFor: (tools) => getAs(tools.session.doc, "card", currentKey(tools) as CardId) !== undefined,
    run: edit,
  },
  {
    id: "delete",
    group: "edit",
    keys: plain("Delete", "Backspace"),
    changes: true,
    isFor: hasSelection,
    run: ({ actions, view }) => {
      actions.deleteSelected();
      // What had the keyboard is going; the canvas has it next.
      view.takeFocus();
    },
  },
  {
    id: "duplicate",
    group: "edit",
    keys: withCommand("d"),
    changes: true,
    isFor: hasSelection,
    run: ({ actions }) => actions.duplicateSelected(),
  },
  retyping("makeClaim", "claim", "N"),
  retyping("makeQuestion", "question", "Q"),
  retyping("makeEvidence", "evidence", "E"),
  {
    id: "tint",
    group: "edit",
    keys: plain("k"),
    changes: true,
    isFor: (tools) => hasCards(tools),
    run: ({ ui }) => ui.getState().ask("color"),
  },
  {
    id: "tags",
    group: "edit",
    keys: plain("#"),
    changes: true,
    isFor: (tools) => hasCards(tools),
    run: ({ ui }) => ui.getState().ask("tags"),
  },
  {
    id: "sources",
    group: "edit",
    keys: plain("b"),
    isFor: (tools) => citable(tools) !== undefined,
    run: (tools) => {
      const card = citable(tools);
      if (card) tools.ui.getState().openSources(card);
    },
  },
  {
    id: "pin",
    group: "edit",
    keys: plain("p"),
    changes: true,
    isFor: (tools) => hasCards(tools),
    run: ({ actions }) => actions.marks.togglePinned(),
  },
  {
    id: "grant",
    group: "edit",
    keys: plain("g"),
    changes: true,
    isFor: (tools) => hasCards(tools),
    run: ({ actions }) => actions.marks.toggleGranted(),
  },
  {
    id: "undo",
    group: "edit",
    keys: withCommand("z"),
    changes: true,
    run: (tools) => goThrough(tools, () => tools.session.undo()),
  },
  {
    id: "redo",
    group: "edit",
    keys: [...withCommandShift("z"), ...withCommand("y")],
    changes: true,
    run: (tools) => goThrough(tools, () => tools.session.redo()),
  },
];
