import type { NodeChange } from "@xyflow/react";
import { useEffect, useRef } from "react";
import type { CardId, Point } from "#shared/model/index.ts";
import type { MapSession } from "../../session/map-session.ts";
import { useSession } from "../../session/session-context.tsx";
import { useMapUiStore } from "../../state/map-ui-context.tsx";
import { useCanvas } from "../canvas-context.tsx";
import type { CanvasNode } from "../projection.ts";
import type { CanvasScene } from "../scene/canvas-scene.ts";
import { draggedPlaces } from "./drag.ts";

/**
 * Moving cards by hand: while it lasts, the places travel as presence and only the scene shows them; the drop is one
 * command. Selected cards too far away to be mounted move along.
 */
export function useCardDrag() {
  const session = useSession();
  const ui = useMapUiStore();
  const { scene, actions } = useCanvas();
  const moving = useRef<ReadonlyMap<CardId, Point>>(new Map());
  useEffect(() => showPeersDrags(session, scene, moving), [session, scene]);

  /** Selected cards that React Flow does not hold, moved as far as the others. */
  function withFarCards(near: readonly (readonly [CardId, Point])[]): ReadonlyMap<CardId, Point> {
    const places = new Map(near);
    const [first] = near;
    const from = first && session.doc.position(first[0]);
    if (!first || !from || !ui.getState().selection.has(first[0])) return places;
    const [dx, dy] = [first[1][0] - from[0], first[1][1] - from[1]];
    for (const id of ui.getState().selection) {
      const at = session.doc.position(id as CardId);
      if (at && !places.has(id as CardId) && session.doc.get(id as CardId)) {
        places.set(id as CardId, [at[0] + dx, at[1] + dy]);
      }
    }
    return places;
  }

  function tellOthers(places: ReadonlyMap<CardId, Point>) {
    const [first] = places;
    const from = first && session.doc.position(first[0]);
    if (!first || !from) return;
    session.presence.drag({ ids: [...places.keys()], dx: first[1][0] - from[0], dy: first[1][1] - from[1] });
  }

  return {
    follow(changes: readonly NodeChange<CanvasNode>[]) {
      const near = draggedPlaces(changes);
      if (near.length === 0) return;
      moving.current = withFarCards(near);
      scene.shift(moving.current);
      tellOthers(moving.current);
    },
    drop() {
      const places = [...moving.current];
      if (places.length === 0) return;
      moving.current = new Map();
      actions.arrange.moveTo(places);
      scene.settle(places.map(([id]) => id));
      session.presence.drag(null);
    },
  };
}

/**
 * Shows where the others are dragging cards to, before they drop them. A card that is in one's own hand stays there,
 * whoever else has taken hold of it: the last to drop it says where it is.
 */
function showPeersDrags(
  session: MapSession,
  scene: CanvasScene,
  own: Readonly<{ current: ReadonlyMap<CardId, Point> }>,
): () => void {
  let shown: ReadonlyMap<CardId, Point> = new Map();
  return session.presence.onPeers(() => {
    const places = new Map<CardId, Point>();
    for (const { drag } of session.presence.peers()) {
      for (const id of (drag?.ids ?? []) as readonly CardId[]) {
        const at = session.doc.position(id);
        if (drag && at && scene.boxOf(id) && !own.current.has(id)) {
          places.set(id, [at[0] + drag.dx, at[1] + drag.dy]);
        }
      }
    }
    const dropped = [...shown.keys()].filter((id) => !places.has(id) && !own.current.has(id));
    const moved = [...places].filter(([id, at]) => !samePoint(at, shown.get(id)));
    shown = places;
    if (dropped.length > 0) scene.settle(dropped);
    if (moved.length > 0) scene.shift(moved);
  });
}

function samePoint(a: Point, b: Point | undefined): boolean {
  return b !== undefined && a[0] === b[0] && a[1] === b[1];
}
