import { useReactFlow, useStoreApi } from "@xyflow/react";
import { useCallback } from "react";
import { useCanvas } from "./canvas-context.tsx";
import { viewWith } from "./frame-view.ts";

const flightMs = 160;

/** Moves the view just so far that the card or link of that key can be seen. */
export function useBringIntoView(): (key: string) => void {
  const { scene } = useCanvas();
  const { getViewport, setViewport } = useReactFlow();
  const store = useStoreApi();
  return useCallback(
    (key: string) => {
      const place = scene.placeOf(key);
      if (!place) return;
      const { width, height } = store.getState();
      const now = getViewport();
      const next = viewWith(place, now, { width, height });
      const isStill = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
      if (next !== now) void setViewport(next, { duration: isStill ? 0 : flightMs });
    },
    [scene, getViewport, setViewport, store],
  );
}
