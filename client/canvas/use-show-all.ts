import { useReactFlow, useStoreApi } from "@xyflow/react";
import { useCallback } from "react";
import { useCanvas } from "./canvas-context.tsx";
import { flight } from "./flight.ts";
import { emptyView, viewOfAll } from "./frame-view.ts";

const flightMs = 300;

/** Shows the whole map; React Flow could not, since it only knows what is near the screen. */
export function useShowAll(): () => void {
  const { scene } = useCanvas();
  const { setViewport } = useReactFlow();
  const store = useStoreApi();
  return useCallback(() => {
    const { width, height } = store.getState();
    const bounds = scene.bounds();
    void setViewport(bounds ? viewOfAll(bounds, { width, height }) : emptyView({ width, height }), {
      duration: flight(flightMs),
    });
  }, [scene, setViewport, store]);
}
