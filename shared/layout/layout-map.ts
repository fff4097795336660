import type { CardId } from "#shared/model/ids.ts";
import type { Point } from "#shared/model/records.ts";
import { arrange } from "./arrange.ts";
import type { LayoutMap } from "./layout-map-type.ts";
import { defaultLayoutOptions, type LayoutOptions, type SizeOf } from "./layout-options.ts";
import { type LayoutScope, scopeForest } from "./scope.ts";
import { settle } from "./settle.ts";

/**
 * A place for every card of a map, or for those in scope, from the structure of the map. No two of them overlap, nor
 * do they lie on cards out of scope. Pinned cards keep their places. What changes least is sought: the whole is put so
 * that as many cards as can be stay where they are, a part so that its first card does; and laying out what has been
 * laid out moves nothing. Takes a resolved map (`resolveMap`); what it mentions and does not have is passed over.
 * O(map log map).
 */
export function layoutMap(
  map: LayoutMap,
  sizeOf: SizeOf,
  options: Partial<LayoutOptions> = {},
  scope: LayoutScope = { type: "map" },
): ReadonlyMap<CardId, Point> {
  const settings: LayoutOptions = { ...defaultLayoutOptions, ...options };
  const forest = scopeForest(map, scope);
  const raw = arrange(forest, sizeOf, settings, map.positions);
  return settle(forest, raw, map, sizeOf, settings, scope);
}
