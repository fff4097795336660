import type { CardId } from "#shared/model/ids.ts";
import type { Point } from "#shared/model/records.ts";
import type { Branch, Forest } from "./forest.ts";
import { cardIn, type LayoutMap, type Places } from "./layout-map-type.ts";

/** Where the pinned ones among some cards are. */
export function pinnedIn(cards: ReadonlyMap<CardId, unknown>, map: LayoutMap): Places {
  const pins = new Map<CardId, Point>();
  for (const id of cards.keys()) {
    const at = map.positions.get(id);
    if (at && cardIn(map, id)?.pinned) pins.set(id, at);
  }
  return pins;
}

/** A forest without the branches that hold one of these cards, and those branches, without each other. O(forest). */
export function tearOut(
  { roots, loose }: Forest,
  cards: ReadonlySet<CardId>,
): Readonly<{ rest: Forest; torn: readonly Branch[] }> {
  const torn: Branch[] = [];
  const pruned = (branch: Branch): Branch => {
    const top: Branch = { ...branch, children: [] };
    const open: (readonly [from: Branch, to: Branch])[] = [[branch, top]];
    for (let next = open.pop(); next; next = open.pop()) {
      const [from, to] = next;
      for (const child of from.children) {
        const copy: Branch = { ...child, children: [] };
        (holds(child, cards) ? torn : to.children).push(copy);
        open.push([child, copy]);
      }
    }
    return top;
  };
  const kept = (branches: readonly Branch[]) =>
    branches.flatMap((branch) => {
      const copy = pruned(branch);
      if (!holds(branch, cards)) return [copy];
      torn.push(copy);
      return [];
    });
  return { rest: { roots: kept(roots), loose: kept(loose) }, torn };
}

function holds(branch: Branch, cards: ReadonlySet<CardId>): boolean {
  return branch.cards.some(({ id }) => cards.has(id));
}
