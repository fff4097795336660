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
  useEffect(() => showPeersDrags(tools.session, tools.scene, drag), [tools, drag]);
  return {
    hints,
    follow: (changes: readonly NodeChange<CanvasNode>[]) => {
      const places = draggedPlaces(changes);
      if (places.length === 0) return;
      const { page, isFree } = hand.current;
      drag.follow(places, { isFree, pointer: page && tools.view.toCanvas(page[0], page[1]) });
    },
    drop: () => drag.drop(),
  };
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
