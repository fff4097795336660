import { createStore } from "zustand/vanilla";
import type { CardId } from "#shared/model/index.ts";

/** The row being written in; a card made for it and left empty is taken back. */
export type Writing = Readonly<{ key: string; card: CardId; isFresh: boolean; caret: number | null }>;

export type OutlineState = Readonly<{
  /** The rows that are selected, by their keys. */
  selected: ReadonlySet<string>;
  /** The row that the keyboard was at last. */
  current: string | null;
  writing: Writing | null;
  /** A row to be brought into sight, and whether the keyboard is to go there; counted, so that each call is heard. */
  call: Readonly<{ key: string; takesFocus: boolean; count: number }> | null;
}>;

type OutlineStateActions = Readonly<{
  select: (keys: ReadonlySet<string>, current: string | null) => void;
  write: (writing: Writing | null) => void;
  bring: (key: string, takesFocus: boolean) => void;
}>;

export type OutlineStore = ReturnType<typeof createOutlineStore>;

/** The outline as this person works in it. */
export function createOutlineStore() {
  return createStore<OutlineState & OutlineStateActions>()((set) => ({
    selected: new Set(),
    current: null,
    writing: null,
    call: null,
    select: (selected, current) => set({ selected, current }),
    write: (writing) => set({ writing }),
    bring: (key, takesFocus) =>
      set(({ call }) => ({
        call: { key, takesFocus, count: (call?.count ?? 0) + 1 },
        selected: new Set([key]),
        current: key,
      })),
  }));
}
