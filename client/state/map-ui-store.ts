import { createStore } from "zustand/vanilla";
import type { CardId, GroupId } from "#shared/model/ids.ts";
import type { Ref } from "#shared/model/records.ts";
import { type CardFilter, noFilter } from "./card-filter.ts";

/** What a plain drag on the canvas does. */
export type Tool = "select" | "lasso" | "hand";

/**
 * What a link being made will say: `because` and `but` give the thing it starts from a reason or an objection,
 * `with` adds a premise to a step, `conflict` says that two cards exclude each other, `answer` gives a question an
 * answer, `part` gives it a part.
 */
export type LinkIntent = "because" | "but" | "with" | "conflict" | "answer" | "part";

/** Where the outline stands: not at all, beside the canvas, or in its place. */
export type OutlinePlace = "none" | "beside" | "alone";

/** What stands open at the right of the canvas; at most one. */
export type PanelName = "find" | "filter" | "comments" | "steps" | "health";

/** What is being asked about the selection in a small window at its bar. */
export type Question = "color" | "step" | "tags";

/** A link being made by keyboard or menu: the next card chosen completes it. */
export type Connecting = Readonly<{ from: Ref; intent: LinkIntent }>;

/** Showing only what is at most so many relations away from a card. */
export type Focus = Readonly<{ card: CardId; steps: number }>;
export const maxFocusSteps = 5;

export type MapUiState = Readonly<{
  /** Ids of cards and relations. */
  selection: ReadonlySet<string>;
  /** The card or link that the keyboard is at: the one stop of the Tab key on the canvas. */
  focused: string | null;
  /** Counts the times that the keyboard was called to `focused`, so that a call to where it is already is heard. */
  focusCalls: number;
  /** The group whose name is being written. */
  naming: GroupId | null;
  editing: CardId | null;
  connecting: Connecting | null;
  /** The card whose sources are open. */
  sourcesOf: CardId | null;
  tool: Tool;
  outline: OutlinePlace;
  panel: PanelName | null;
  /** Whose comments the panel shows; null for all. */
  commentsOn: Ref | null;
  asking: Question | null;
  /** Cards below which nothing is shown that can be reached through them only. */
  collapsed: ReadonlySet<CardId>;
  /** Groups shown as one box. */
  collapsedGroups: ReadonlySet<GroupId>;
  focusedOn: Focus | null;
  filter: CardFilter;
  /** Cards that a search has found. */
  marked: ReadonlySet<CardId>;
}>;

export type MapUiActions = Readonly<{
  /** Selects exactly these. */
  select: (ids: Iterable<string>) => void;
  clearSelection: () => void;
  /** Moves the keyboard there and selects it alone. */
  focus: (id: string) => void;
  /** Moves the keyboard there, and selects it along with the rest. */
  extendTo: (id: string) => void;
  /** Calls the keyboard back to where it was on the canvas; the selection stays. */
  callBack: () => void;
  openSources: (card: CardId) => void;
  closeSources: () => void;
  startNaming: (group: GroupId) => void;
  stopNaming: () => void;
  /** Lets go of what is no longer in the map. */
  forget: (ids: Iterable<string>) => void;
  startEditing: (id: CardId) => void;
  stopEditing: () => void;
  startConnecting: (from: Ref, intent: LinkIntent) => void;
  stopConnecting: () => void;
  chooseTool: (tool: Tool) => void;
  placeOutline: (place: OutlinePlace) => void;
  openPanel: (panel: PanelName) => void;
  closePanel: () => void;
  openComments: (on: Ref | null) => void;
  ask: (question: Question) => void;
  stopAsking: () => void;
  /** Exactly these are collapsed. */
  collapse: (ids: Iterable<CardId>) => void;
  toggleCollapsed: (id: CardId) => void;
  toggleGroupCollapsed: (id: GroupId) => void;
  /** Shows only what is near a card; at least one step, at most `maxFocusSteps`. */
  focusOn: (card: CardId, steps: number) => void;
  leaveFocus: () => void;
  chooseFilter: (filter: CardFilter) => void;
  mark: (ids: Iterable<CardId>) => void;
}>;

export type MapUiStore = ReturnType<typeof createMapUiStore>;

function initialState(): MapUiState {
  return {
    selection: new Set(),
    focused: null,
    focusCalls: 0,
    naming: null,
    editing: null,
    connecting: null,
    sourcesOf: null,
    tool: "select",
    outline: "none",
    panel: null,
    commentsOn: null,
    asking: null,
    collapsed: new Set(),
    collapsedGroups: new Set(),
    focusedOn: null,
    filter: noFilter,
    marked: new Set(),
  };
}

/** One open map as this user works on it: selection, the card being written, the link being drawn, the tool. */
export function createMapUiStore(initial: Partial<MapUiState> = {}) {
  return createStore<MapUiState & MapUiActions>()((set, get) => ({
    ...initialState(),
    ...initial,
    select: (ids) => {
      const selection = new Set(ids);
      if (!haveSameMembers(selection, get().selection)) set({ selection, asking: null });
    },
    clearSelection: () => {
      if (get().selection.size > 0) set({ selection: new Set(), asking: null });
    },
    focus: (id) =>
      set(({ focusCalls, selection, asking }) => {
        const alone = new Set([id]);
        // The keyboard comes back to a card as a menu closes that has just asked something about it.
        const isSame = haveSameMembers(alone, selection);
        return { focused: id, focusCalls: focusCalls + 1, selection: alone, asking: isSame ? asking : null };
      }),
    extendTo: (id) =>
      set(({ focusCalls, selection }) => ({
        focused: id,
        focusCalls: focusCalls + 1,
        selection: new Set([...selection, id]),
      })),
    callBack: () => set(({ focusCalls }) => ({ focusCalls: focusCalls + 1 })),
    openSources: (sourcesOf) => set({ sourcesOf }),
    closeSources: () => set({ sourcesOf: null }),
    startNaming: (naming) => set({ naming }),
    stopNaming: () => set({ naming: null }),
    forget: (ids) => set((state) => withoutIds(state, new Set(ids))),
    startEditing: (id) => set({ editing: id, focused: id, selection: new Set([id]), connecting: null }),
    stopEditing: () => set({ editing: null }),
    startConnecting: (from, intent) => set({ connecting: { from, intent }, editing: null }),
    stopConnecting: () => set({ connecting: null }),
    chooseTool: (tool) => set({ tool }),
    placeOutline: (outline) => set({ outline }),
    openPanel: (panel) => set({ panel }),
    closePanel: () => set({ panel: null }),
    openComments: (commentsOn) => set({ panel: "comments", commentsOn }),
    ask: (asking) => set({ asking }),
    stopAsking: () => set({ asking: null }),
    collapse: (ids) => set({ collapsed: new Set(ids) }),
    toggleCollapsed: (id) => set({ collapsed: toggled(get().collapsed, id) }),
    toggleGroupCollapsed: (id) => set({ collapsedGroups: toggled(get().collapsedGroups, id) }),
    focusOn: (card, steps) =>
      set({ focusedOn: { card, steps: Math.min(maxFocusSteps, Math.max(1, Math.round(steps))) } }),
    leaveFocus: () => set({ focusedOn: null }),
    chooseFilter: (filter) => set({ filter }),
    mark: (ids) => {
      const marked = new Set(ids);
      if (!haveSameMembers(marked, get().marked)) set({ marked });
    },
  }));
}

/** The state after the ids have gone; the same references for what they do not touch. */
function withoutIds(state: MapUiState, gone: ReadonlySet<string>): Partial<MapUiState> {
  const kept = [...state.selection].filter((id) => !gone.has(id));
  return {
    ...(kept.length < state.selection.size ? { selection: new Set(kept), asking: null } : {}),
    ...(state.focused && gone.has(state.focused) ? { focused: null } : {}),
    ...(state.editing && gone.has(state.editing) ? { editing: null } : {}),
    ...(state.connecting && gone.has(state.connecting.from.id) ? { connecting: null } : {}),
    ...(state.naming && gone.has(state.naming) ? { naming: null } : {}),
    ...(state.sourcesOf && gone.has(state.sourcesOf) ? { sourcesOf: null } : {}),
    ...(state.focusedOn && gone.has(state.focusedOn.card) ? { focusedOn: null } : {}),
  };
}

function toggled<Id>(ids: ReadonlySet<Id>, id: Id): ReadonlySet<Id> {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return next;
}

function haveSameMembers(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((id) => b.has(id));
}
