import { type MouseEvent, type PointerEvent, useCallback } from "react";
import type { CardId } from "#shared/model/index.ts";
import { useSessionStatus } from "../../session/session-context.tsx";
import { useCanvas } from "../canvas-context.tsx";
import { levelAt } from "../layers/bitmap/level.ts";
import { keyAt } from "../scene/hit-test.ts";

/** A card begins with its corner a little up and left of where one points, so that the text is under the pointer. */
const grabOffset = [24, 20] as const;

/**
 * Presses and pointing on the canvas where cards may be drawn and no elements. `pointAt` makes an element of what is
 * pointed at, as long as cards are drawn (`isDrawn`).
 */
export function useDrawnPresses(isDrawn: boolean, pointAt: (key: string | null) => void) {
  const { canEdit } = useSessionStatus();
  const { session, scene, actions, ui, view } = useCanvas();

  /** What is drawn where one points, and no element, or none that hears of it while the view moves. */
  const drawnAt = useCallback(
    (event: MouseEvent): string | null => {
      const isPane = event.target instanceof Element && event.target.classList.contains("react-flow__pane");
      if (!isPane) return null;
      const isWordDrawn = levelAt(view.get().zoom, view.levels) !== "block";
      return keyAt(scene, view.toCanvas(event.clientX, event.clientY), isWordDrawn) ?? null;
    },
    [scene, view],
  );

  function handleDoubleClick(event: MouseEvent) {
    const isPane = event.target instanceof Element && event.target.classList.contains("react-flow__pane");
    if (!isPane || !canEdit) return;
    const key = drawnAt(event);
    if (key) {
      if (scene.boxOf(key as CardId)) actions.edit(key as CardId);
      return;
    }
    const [x, y] = view.toCanvas(event.clientX, event.clientY);
    actions.addCard("claim", [x - grabOffset[0], y - grabOffset[1]]);
  }

  // React Flow renders every node again for a handler that is not the one it had.
  const choose = useCallback(
    (event: MouseEvent, { id }: Readonly<{ id: string }>) => {
      const { connecting, focus } = ui.getState();
      if (connecting) actions.completeConnecting(id as CardId);
      else if (!event.shiftKey && !event.metaKey && !event.ctrlKey) focus(id);
    },
    [ui, actions],
  );

  const handlePaneClick = useCallback(
    (event: MouseEvent) => {
      const id = drawnAt(event);
      // A finger has pointed at nothing before it taps.
      if (id) return choose(event, { id });
      ui.getState().stopConnecting();
      ui.getState().clearSelection();
    },
    [drawnAt, choose, ui],
  );

  function handlePointerMove(event: PointerEvent) {
    session.presence.point(view.toCanvas(event.clientX, event.clientY));
    // What is being dragged stays what one points at.
    if (event.buttons !== 0 || !isDrawn || event.pointerType === "touch") return;
    const isOnElement = event.target instanceof Element && event.target.closest(".react-flow__node");
    if (!isOnElement) pointAt(drawnAt(event));
  }

  return { choose, handleDoubleClick, handlePaneClick, handlePointerMove };
}
