import { createContext, type ReactNode, useContext } from "react";
import { useStore } from "zustand";
import { assert } from "#shared/lib/assert.ts";
import type { ViewActions, ViewState, ViewStore } from "./view-store.ts";

const ViewContext = createContext<ViewStore | null>(null);

/** Gives the view store to all below. */
export function ViewProvider(props: Readonly<{ store: ViewStore; children: ReactNode }>) {
  return <ViewContext value={props.store}>{props.children}</ViewContext>;
}

/** Reads the view through a selector; select the least. */
export function useView<T>(selector: (state: ViewState & ViewActions) => T): T {
  const store = useContext(ViewContext);
  assert(store, "useView needs a ViewProvider above it");
  return useStore(store, selector);
}
