import type { CardId, RecordId } from "#shared/model/ids.ts";
import { type Branch, type Forest, forestOf } from "./forest.ts";
import type { LayoutMap } from "./layout-map-type.ts";

/** What to lay out: the whole map, some cards by themselves, or a card with all that hangs on it. */
export type LayoutScope =
  | Readonly<{ type: "map" }>
  | Readonly<{ type: "cards"; ids: ReadonlySet<CardId> }>
  | Readonly<{ type: "subtree"; root: CardId }>;

/** The forest of what is in scope. O(map). */
export function scopeForest(map: LayoutMap, scope: LayoutScope): Forest {
  switch (scope.type) {
    case "map":
      return forestOf(map);
    case "cards":
      return forestOf({
        ...map,
        records: new Map([...map.records].filter(([id, { type }]) => type !== "card" || isIn(scope.ids, id))),
      });
    case "subtree": {
      const branch = branchOf(forestOf(map), scope.root);
      return { roots: branch ? [branch] : [], loose: [] };
    }
  }
}

function isIn(ids: ReadonlySet<CardId>, id: RecordId): boolean {
  return ids.has(id as CardId);
}

function branchOf({ roots, loose }: Forest, id: CardId): Branch | undefined {
  const open = [...roots, ...loose];
  for (let branch = open.pop(); branch; branch = open.pop()) {
    if (branch.cards.some((card) => card.id === id)) return branch;
    open.push(...branch.children);
  }
  return undefined;
}
