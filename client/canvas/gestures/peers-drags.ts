import { type CardId, type GroupId, getAs, type Point } from "#shared/model/index.ts";
import type { OpenSession } from "../../session/open-session.ts";
import type { CanvasScene } from "../scene/canvas-scene.ts";
import type { Visibility } from "../visibility/visibility.ts";

/**
 * Shows where the others are dragging cards to, before they drop them; a group that is dragged stands for its cards, and
 * the box of one that is collapsed goes along. A card that is in one's own hand, by itself or with its group, stays there,
 * whoever else has taken hold of it: the last to drop it says where it is.
 */
export function showPeersDrags(
  session: Pick<OpenSession, "doc" | "presence">,
  scene: CanvasScene,
  visibility: Pick<Visibility, "followGroup">,
  own: Readonly<{ moving: ReadonlyMap<CardId, Point> }>,
): () => void {
  let shown: ReadonlyMap<CardId, Point> = new Map();
  return session.presence.onPeers(() => {
    const places = new Map<CardId, Point>();
    const ownGroups = new Set(session.presence.dragged);
    const isInHand = (id: CardId) => own.moving.has(id) || ownGroups.has(groupOf(id, session) ?? "");
    for (const { drag } of session.presence.peers()) {
      if (!drag) continue;
      for (const id of cardsAmong(drag.ids, session, scene)) {
        const at = session.doc.position(id);
        if (at && scene.boxOf(id) && !isInHand(id)) places.set(id, [at[0] + drag.dx, at[1] + drag.dy]);
      }
    }
    const dropped = [...shown.keys()].filter((id) => !places.has(id) && !isInHand(id));
    const moved = [...places].filter(([id, at]) => !samePoint(at, shown.get(id)));
    shown = places;
    if (dropped.length > 0) scene.settle(dropped);
    if (moved.length > 0) scene.shift(moved);
    const touched = [...dropped, ...moved.map(([id]) => id)];
    for (const group of groupsOf(touched, session)) visibility.followGroup(group);
  });
}

function groupOf(card: CardId, { doc }: Pick<OpenSession, "doc">): GroupId | null {
  return getAs(doc, "card", card)?.group ?? null;
}

function groupsOf(cards: readonly CardId[], session: Pick<OpenSession, "doc">): ReadonlySet<GroupId> {
  return new Set(cards.map((id) => groupOf(id, session)).filter((group) => group !== null));
}

function* cardsAmong(
  ids: readonly string[],
  { doc }: Pick<OpenSession, "doc">,
  scene: CanvasScene,
): Iterable<CardId> {
  for (const id of ids) {
    if (getAs(doc, "group", id as GroupId)) yield* scene.cardsIn(id as GroupId);
    else yield id as CardId;
  }
}

function samePoint(a: Point, b: Point | undefined): boolean {
  return b !== undefined && a[0] === b[0] && a[1] === b[1];
}
