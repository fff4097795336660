import { useReactFlow, useStoreApi } from "@xyflow/react";
import { useCallback } from "react";
import { cardMetrics } from "#shared/diagram/index.ts";
import { freePlace } from "#shared/layout/index.ts";
import type { Point } from "#shared/model/index.ts";
import { newCardHeightPx } from "./canvas-actions.ts";
import { useCanvas } from "./canvas-context.tsx";

/** A free place for a new card near the middle of the screen, in canvas pixels. */
export function useNewCardPlace(): () => Point {
  const { scene } = useCanvas();
  const { screenToFlowPosition } = useReactFlow();
  const store = useStoreApi();
  return useCallback(() => {
    const bounds = store.getState().domNode?.getBoundingClientRect();
    const { left = 0, top = 0, width = 0, height = 0 } = bounds ?? {};
    const { x, y } = screenToFlowPosition({ x: left + width / 2, y: top + height / 2 });
    const size = { width: cardMetrics.widthOf.question, height: newCardHeightPx };
    const near: Point = [x - size.width / 2, y - size.height / 2];
    return freePlace(near, size, (box) => scene.inView(box).cards.length > 0);
  }, [scene, screenToFlowPosition, store]);
}
