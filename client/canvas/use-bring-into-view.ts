import { useReactFlow, useStoreApi } from "@xyflow/react";
import { useCallback } from "react";
import { useCanvas } from "./canvas-context.tsx";
import { flight } from "./flight.ts";
import { viewOn, viewWith, zooms } from "./frame-view.ts";

const flightMs = 160;

/**
 * Moves the view just so far that the card or link of that key can be seen; for writing (`toWrite`) also so near that
 * its text can be read. From so far out that cards are no elements, it comes near in any case.
 */
export function useBringIntoView(): (key: string, toWrite?: boolean) => void {
  const { scene } = useCanvas();
  const { getViewport, setViewport } = useReactFlow();
  const store = useStoreApi();
  return useCallback(
    (key: string, toWrite = false) => {
      const place = scene.placeOf(key);
      if (!place) return;
      const { width, height } = store.getState();
      const now = getViewport();
      const isTooFar = now.zoom < (toWrite ? zooms.far : zooms.veryFar);
      const next = isTooFar ? viewOn(place, { width, height }) : viewWith(place, now, { width, height });
      if (next !== now) void setViewport(next, { duration: isTooFar ? 0 : flight(flightMs) });
    },
    [scene, getViewport, setViewport, store],
  );
}
