import type { Rect } from "#shared/diagram/index.ts";
import { centerOf } from "#shared/diagram/index.ts";
import type { Point } from "#shared/model/index.ts";

/** A larger number of selected things is no easier to work on for being elements. */
export const maxSelectedMounted = 60;

/**
 * The next set of elements on the way to the wanted one: of what is no longer wanted only the last `spare` stay, of
 * what is new the nearest to `middle` come first, at most `most` at a time. `pinned` comes whatever it takes. Pure.
 */
export function nextMounted(
  mounted: ReadonlySet<string>,
  wanted: ReadonlySet<string>,
  pinned: ReadonlySet<string>,
  middle: Point,
  placeOf: (key: string) => Rect | undefined,
  most: number,
  spare = 0,
): ReadonlySet<string> {
  const unwanted = [...mounted].filter((key) => !wanted.has(key) && !pinned.has(key));
  const next = new Set(mounted);
  for (const key of unwanted.slice(0, Math.max(0, unwanted.length - spare))) next.delete(key);
  for (const key of pinned) next.add(key);
  const missing = [...wanted].filter((key) => !next.has(key));
  if (missing.length > most) {
    const distances = new Map(missing.map((key) => [key, distance(placeOf(key), middle)]));
    missing.sort((a, b) => (distances.get(a) ?? 0) - (distances.get(b) ?? 0));
  }
  for (const key of missing.slice(0, most)) next.add(key);
  return next;
}

function distance(place: Rect | undefined, [x, y]: Point): number {
  if (!place) return Infinity;
  const [centreX, centreY] = centerOf(place);
  return Math.hypot(centreX - x, centreY - y);
}
