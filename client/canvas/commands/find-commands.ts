import { type CardId, cardsBelow, getAs } from "#shared/model/index.ts";
import type { CanvasTools } from "../canvas-context.tsx";
import { currentKey } from "./current.ts";
import { type MapCommand, plain, withCommand, withCommandShift } from "./map-command.ts";

function currentCard(tools: CanvasTools): CardId | undefined {
  return getAs(tools.session.doc, "card", currentKey(tools) as CardId)?.id;
}

/** Whether something speaks to the card that the keyboard is at. */
function hasBelow(tools: CanvasTools): boolean {
  const card = currentCard(tools);
  if (!card) return false;
  for (const _ of cardsBelow(tools.session.doc, card)) return true;
  return false;
}

/** Collapses every card that something speaks to; what speaks to nothing stays in sight. */
function collapseAll({ session: { doc }, ui }: CanvasTools): void {
  const heads: CardId[] = [];
  for (const record of doc.records.values()) {
    if (record.type !== "card") continue;
    for (const _ of cardsBelow(doc, record.id)) {
      heads.push(record.id);
      break;
    }
  }
  ui.getState().collapse(heads);
}

/** How one finds one's way: searching, and putting out of sight for a while what one does not need. */
export const findCommands: readonly MapCommand[] = [
  {
    id: "palette",
    group: "view",
    keys: withCommand("k"),
    isEverywhere: true,
    run: ({ openDialog }) => openDialog("palette"),
  },
  {
    id: "find",
    group: "view",
    keys: [...withCommand("f"), ...plain("/")],
    isEverywhere: true,
    run: ({ ui }) => ui.getState().openPanel("find"),
  },
  {
    id: "filter",
    group: "view",
    keys: withCommandShift("f"),
    isEverywhere: true,
    run: ({ ui }) => ui.getState().openPanel("filter"),
  },
  {
    id: "toggleCollapse",
    group: "view",
    keys: plain("h"),
    isFor: hasBelow,
    run: (tools) => {
      const card = currentCard(tools);
      if (card) tools.ui.getState().toggleCollapsed(card);
    },
  },
  {
    id: "history",
    group: "view",
    keys: plain("V"),
    run: ({ openDialog }) => openDialog("history"),
  },
  { id: "import", group: "view", changes: true, run: ({ openDialog }) => openDialog("import") },
  {
    id: "export",
    group: "view",
    keys: withCommandShift("e"),
    run: ({ openDialog }) => openDialog("export"),
  },
  { id: "tour", group: "view", run: ({ openDialog }) => openDialog("tour") },
  { id: "collapseAll", group: "view", run: collapseAll },
  {
    id: "expandAll",
    group: "view",
    keys: plain("H"),
    isFor: ({ ui }) => ui.getState().collapsed.size > 0,
    run: ({ ui }) => ui.getState().collapse([]),
  },
  {
    id: "focusOn",
    group: "view",
    keys: plain("z"),
    isFor: (tools) => currentCard(tools) !== undefined,
    run: (tools) => {
      const card = currentCard(tools);
      const steps = tools.ui.getState().focusedOn?.steps ?? 2;
      if (card) tools.ui.getState().focusOn(card, steps);
    },
  },
  {
    id: "leaveFocus",
    group: "view",
    keys: plain("Z"),
    isFor: ({ ui }) => ui.getState().focusedOn !== null,
    run: ({ ui }) => ui.getState().leaveFocus(),
  },
];
