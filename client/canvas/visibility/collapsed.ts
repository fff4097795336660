import { type CardId, cardsAbove, cardsBelow, type MapView } from "#shared/model/index.ts";

/**
 * What stays out of sight while these cards are collapsed: all that can only be reached through one of them. A card
 * that also speaks to something in sight stays. Costs what hangs on the collapsed cards.
 */
export function hiddenByCollapse(view: MapView, collapsed: Iterable<CardId>): ReadonlyMap<CardId, CardId> {
  const roots = new Set<CardId>();
  const hiddenAt = new Map<CardId, CardId>();
  for (const root of collapsed) {
    // One that stands below another is hidden with it; of two that stand below each other the first stays.
    if (hiddenAt.has(root) || !view.has(root)) continue;
    roots.add(root);
    const open = [root];
    for (let at = open.pop(); at; at = open.pop()) {
      for (const id of cardsBelow(view, at)) {
        if (id === root || hiddenAt.has(id)) continue;
        hiddenAt.set(id, root);
        roots.delete(id);
        open.push(id);
      }
    }
  }
  spare(view, hiddenAt, roots, new Set(collapsed));
  return hiddenAt;
}

/** Takes out what somebody in sight still reaches, and what that reaches in turn. */
function spare(
  view: MapView,
  hiddenAt: Map<CardId, CardId>,
  roots: ReadonlySet<CardId>,
  collapsed: ReadonlySet<CardId>,
): void {
  const open: CardId[] = [];
  for (const id of hiddenAt.keys()) {
    for (const above of cardsAbove(view, id)) {
      if (hiddenAt.has(above) || roots.has(above)) continue;
      open.push(id);
      break;
    }
  }
  for (let id = open.pop(); id; id = open.pop()) {
    if (!hiddenAt.delete(id) || collapsed.has(id)) continue;
    for (const below of cardsBelow(view, id)) if (hiddenAt.has(below)) open.push(below);
  }
}
