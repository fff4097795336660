import { createStore } from "zustand/vanilla";
import type { CardId } from "#shared/model/ids.ts";
import type { Polarity, Ref } from "#shared/model/records.ts";

/** What a plain drag on the canvas does. */
export type Tool = "select" | "hand";

/** A link being drawn by hand or by keyboard, before it has a target. */
export type Connecting = Readonly<{ from: Ref; polarity: Polarity }>;

export type MapUiState = Readonly<{
  /** Ids of cards and relations. */
  selection: ReadonlySet<string>;
  editing: CardId | null;
  connecting: Connecting | null;
  tool: Tool;
}>;

export type MapUiActions = Readonly<{
  /** Selects exactly these. */
  select: (ids: Iterable<string>) => void;
  /** Adds one to the selection, or takes it out. */
  toggleSelected: (id: string) => void;
  clearSelection: () => void;
  /** Lets go of what is no longer in the map. */
  forget: (ids: Iterable<string>) => void;
  startEditing: (id: CardId) => void;
  stopEditing: () => void;
  startConnecting: (from: Ref, polarity: Polarity) => void;
  choosePolarity: (polarity: Polarity) => void;
  stopConnecting: () => void;
  chooseTool: (tool: Tool) => void;
}>;

export type MapUiStore = ReturnType<typeof createMapUiStore>;

function initialState(): MapUiState {
  return { selection: new Set(), editing: null, connecting: null, tool: "select" };
}

/** One open map as this user works on it: selection, the card being written, the link being drawn, the tool. */
export function createMapUiStore(initial: Partial<MapUiState> = {}) {
  return createStore<MapUiState & MapUiActions>()((set, get) => ({
    ...initialState(),
    ...initial,
    select: (ids) => {
      const selection = new Set(ids);
      if (!haveSameMembers(selection, get().selection)) set({ selection });
    },
    toggleSelected: (id) => {
      const selection = new Set(get().selection);
      if (!selection.delete(id)) selection.add(id);
      set({ selection });
    },
    clearSelection: () => {
      if (get().selection.size > 0) set({ selection: new Set() });
    },
    forget: (ids) => set((state) => withoutIds(state, new Set(ids))),
    startEditing: (id) => set({ editing: id, selection: new Set([id]), connecting: null }),
    stopEditing: () => set({ editing: null }),
    startConnecting: (from, polarity) => set({ connecting: { from, polarity }, editing: null }),
    choosePolarity: (polarity) =>
      set(({ connecting }) => (connecting ? { connecting: { ...connecting, polarity } } : {})),
    stopConnecting: () => set({ connecting: null }),
    chooseTool: (tool) => set({ tool }),
  }));
}

/** The state after the ids have gone; the same references for what they do not touch. */
function withoutIds(state: MapUiState, gone: ReadonlySet<string>): Partial<MapUiState> {
  const kept = [...state.selection].filter((id) => !gone.has(id));
  return {
    ...(kept.length < state.selection.size ? { selection: new Set(kept) } : {}),
    ...(state.editing && gone.has(state.editing) ? { editing: null } : {}),
    ...(state.connecting && gone.has(state.connecting.from.id) ? { connecting: null } : {}),
  };
}

function haveSameMembers(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((id) => b.has(id));
}
