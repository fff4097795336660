import type { NodeChange } from "@xyflow/react";
import { useEffect, useMemo, useRef } from "react";
import type { Point } from "#shared/model/index.ts";
import { useCanvas } from "../canvas-context.tsx";
import type { CanvasNode } from "../projection.ts";
import { CardDrag, type Hand } from "./card-drag.ts";
import { draggedPlaces } from "./drag.ts";
import { DragHintStore } from "./drop-hints.ts";
import { showPeersDrags } from "./peers-drags.ts";

/** Moving cards by hand, as React Flow tells of it; `hints` is what is to be seen meanwhile. */
export function useCardDrag() {
  const tools = useCanvas();
  const hints = useMemo(() => new DragHintStore(), []);
  const drag = useMemo(() => new CardDrag(tools, hints), [tools, hints]);
  const hand = useHand();
  const isGivenUp = useGivingUp(drag);
  useEffect(() => showPeersDrags(tools.session, tools.scene, tools.visibility, drag), [tools, drag]);
  return useMemo(
    () => ({
      hints,
      follow: (changes: readonly NodeChange<CanvasNode>[]) => {
        // React Flow tells of a drag's end, but of a drop only where nothing broke the drag off: a second finger does, and
        // somebody who deletes the card. A drop is told in the same turn.
        if (changes.some((change) => change.type === "position" && change.dragging === false))
          queueMicrotask(() => drag.giveUp());
        const places = draggedPlaces(changes);
        if (places.length === 0 || isGivenUp.current) return;
        const { page, isFree } = hand.current;
        drag.follow(places, { isFree, pointer: page && tools.view.toCanvas(page[0], page[1]) });
      },
      drop: () => drag.drop(),
    }),
    [tools, hints, drag, hand, isGivenUp],
  );
}

/**
 * Gives the drag up at Escape, and when the canvas goes. React Flow goes on telling of the hand's moves after Escape: they
 * count again from the next press, which also ends a drag of whose end nothing was told.
 */
function useGivingUp(drag: CardDrag) {
  const isGivenUp = useRef(false);
  useEffect(() => {
    const noteKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || drag.moving.size === 0) return;
      event.stopPropagation();
      isGivenUp.current = true;
      drag.giveUp();
    };
    const notePress = ({ isPrimary }: PointerEvent) => {
      if (!isPrimary) return;
      isGivenUp.current = false;
      drag.giveUp();
    };
    const capture = { capture: true };
    window.addEventListener("keydown", noteKey, capture);
    window.addEventListener("pointerdown", notePress, capture);
    return () => {
      window.removeEventListener("keydown", noteKey, capture);
      window.removeEventListener("pointerdown", notePress, capture);
      drag.giveUp();
    };
  }, [drag]);
  return isGivenUp;
}

/** Where the pointer is on the page, and whether Alt is held: React Flow tells neither. */
function useHand() {
  const hand = useRef<Readonly<{ page: Point | null; isFree: Hand["isFree"] }>>({
    page: null,
    isFree: false,
  });
  useEffect(() => {
    const note = ({ clientX, clientY, altKey }: PointerEvent) => {
      hand.current = { page: [clientX, clientY], isFree: altKey };
    };
    const capture = { capture: true };
    window.addEventListener("pointermove", note, capture);
    return () => window.removeEventListener("pointermove", note, capture);
  }, []);
  return hand;
}
