import { createContext, type ReactNode, useContext } from "react";
import { useStore } from "zustand";
import { assert } from "#shared/lib/assert.ts";
import type { CardId } from "#shared/model/index.ts";
import type { OutlineActions } from "./outline-actions.ts";
import type { OutlineModel } from "./outline-model.ts";
import type { OutlineState, OutlineStore } from "./outline-store.ts";

export type OutlineTools = Readonly<{
  model: OutlineModel;
  store: OutlineStore;
  actions: OutlineActions;
  /** Opens the sources of a card. */
  onSources: (card: CardId) => void;
}>;

const OutlineContext = createContext<OutlineTools | null>(null);

export function OutlineProvider({ tools, children }: Readonly<{ tools: OutlineTools; children: ReactNode }>) {
  return <OutlineContext value={tools}>{children}</OutlineContext>;
}

export function useOutline(): OutlineTools {
  const tools = useContext(OutlineContext);
  assert(tools, "this component stands inside an OutlineProvider");
  return tools;
}

/** Reads this person's place in the outline through a selector; select the least. */
export function useOutlineState<T>(selector: (state: OutlineState) => T): T {
  return useStore(useOutline().store, selector);
}
