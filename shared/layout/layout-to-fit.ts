import { boundsOf, type Rect } from "#shared/diagram/index.ts";
import type { CardId } from "#shared/model/ids.ts";
import type { PlainMap } from "#shared/model/plain-map.ts";
import { hiddenLines } from "./hidden-lines.ts";
import { layoutMap } from "./layout-map.ts";
import type { Places } from "./layout-map-type.ts";
import { defaultLayoutOptions, type LayoutOptions, type SizeOf } from "./layout-options.ts";
import { type Sides, twoSided } from "./two-sided.ts";

/** From afar more air: signs on the upper edge of cards, words between two that conflict, how they fare on the lower. */
const gaps = { ...defaultLayoutOptions.gaps, linked: 24, sibling: 36 };

type Way = Readonly<{
  /** The less, the harder it is to see from a picture what is for what: such a way has to win clearly. */
  weight: number;
  places: (map: PlainMap, sizeOf: SizeOf, aspect: number) => Places;
}>;

const ways: readonly Way[] = [
  tidy(1, { arrangement: "tree", direction: "right" }),
  tidy(1, { arrangement: "tree", direction: "down", leaves: "beside" }),
  bothWays(0.85, "right"),
  bothWays(0.85, "down"),
  {
    weight: 0.75,
    places: (map, sizeOf, aspect) => layoutMap(map, sizeOf, { arrangement: "compact", aspect, gaps }),
  },
];

/** What a line that cannot be followed takes from the worth of a picture: type a third smaller is the lesser evil. */
const hiddenLinePrice = 0.65;

/**
 * A place for every card of a part of a map, wherever they lie now, to be read from afar in a box that is `aspect` times
 * as wide as high: in the largest type in which lines can be followed. O(part log part).
 */
export function layoutToFit(map: PlainMap, sizeOf: SizeOf, aspect: number): Places {
  const unplaced: PlainMap = { ...map, positions: new Map() };
  let best: Places = unplaced.positions;
  let most = 0;
  for (const { weight, places: placesOf } of ways) {
    const places = placesOf(unplaced, sizeOf, aspect);
    const rectOf = (id: CardId): Rect | undefined => {
      const at = places.get(id);
      return at && { x: at[0], y: at[1], ...sizeOf(id) };
    };
    const bounds = boundsOf([...places.keys()].flatMap((id) => rectOf(id) ?? []));
    if (!bounds) continue;
    const size = weight * Math.min(aspect / bounds.width, 1 / bounds.height);
    if (size <= most) continue;
    const worth = size * hiddenLinePrice ** hiddenLines(unplaced, rectOf);
    if (worth <= most) continue;
    most = worth;
    best = places;
  }
  return best;
}

function tidy(weight: number, options: Partial<LayoutOptions>): Way {
  return { weight, places: (map, sizeOf) => layoutMap(map, sizeOf, { ...options, gaps }) };
}

function bothWays(weight: number, sides: Sides): Way {
  return { weight, places: (map, sizeOf) => twoSided(map, sizeOf, sides, { ...defaultLayoutOptions, gaps }) };
}
