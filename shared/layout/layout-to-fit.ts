import { boundsOf } from "#shared/diagram/index.ts";
import type { CardId } from "#shared/model/ids.ts";
import type { Point } from "#shared/model/records.ts";
import { layoutMap } from "./layout-map.ts";
import type { LayoutMap } from "./layout-map-type.ts";
import type { LayoutOptions, SizeOf } from "./layout-options.ts";

/**
 * Ways to lay out a part of a map, of which the one in the largest type is taken. The stacks of `compact` are harder to
 * follow along straight lines, so it has to win clearly.
 */
function ways(aspect: number): readonly Readonly<{ weight: number; options: Partial<LayoutOptions> }>[] {
  return [
    { weight: 1, options: { arrangement: "tree", direction: "right", leaves: "beside" } },
    { weight: 1, options: { arrangement: "tree", direction: "down", leaves: "beside" } },
    { weight: 0.7, options: { arrangement: "compact", aspect } },
  ];
}

/**
 * A place for every card of a part of a map, wherever they lie now, to be read from afar in a box that is `aspect` times
 * as wide as high. O(part log part).
 */
export function layoutToFit(map: LayoutMap, sizeOf: SizeOf, aspect: number): ReadonlyMap<CardId, Point> {
  const unplaced = { ...map, positions: new Map<CardId, Point>() };
  let best: ReadonlyMap<CardId, Point> = unplaced.positions;
  let most = 0;
  for (const { weight, options } of ways(aspect)) {
    const places = layoutMap(unplaced, sizeOf, options);
    const bounds = boundsOf([...places].map(([id, [x, y]]) => ({ x, y, ...sizeOf(id) })));
    if (!bounds) continue;
    const size = weight * Math.min(aspect / bounds.width, 1 / bounds.height);
    if (size <= most) continue;
    most = size;
    best = places;
  }
  return best;
}
