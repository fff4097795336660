import { createContext, type ReactNode, useContext } from "react";
import { useStore } from "zustand";
import { assert } from "#shared/lib/assert.ts";
import type { MapUiActions, MapUiState, MapUiStore } from "./map-ui-store.ts";

const MapUiContext = createContext<MapUiStore | null>(null);

/** Gives the open map's store to all below. */
export function MapUiProvider(props: Readonly<{ store: MapUiStore; children: ReactNode }>) {
  return <MapUiContext value={props.store}>{props.children}</MapUiContext>;
}

/** The store itself, for handlers that read it when they run. */
export function useMapUiStore(): MapUiStore {
  const store = useContext(MapUiContext);
  assert(store, "useMapUiStore needs a MapUiProvider above it");
  return store;
}

/** Reads the open map's view through a selector; select the least. */
export function useMapUi<T>(selector: (state: MapUiState & MapUiActions) => T): T {
  return useStore(useMapUiStore(), selector);
}
