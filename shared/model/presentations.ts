import type { PresentationId } from "./ids.ts";
import { byAge, type PlainMap, recordsOf } from "./plain-map.ts";
import type { Presentation, Step } from "./records.ts";

/** The presentations of a map by name, oldest first. Steps that belong to none of them make one more. O(map). */
export function presentationsOf(map: Pick<PlainMap, "records">): readonly Presentation[] {
  return recordsOf(map, "presentation");
}

/**
 * The steps of a presentation in their order, hidden ones as well; null for those that belong to none by name. Where
 * two have one order, because two people added one at once, the older comes first. O(map).
 */
export function stepsOf(
  map: Pick<PlainMap, "records">,
  presentation: PresentationId | null,
): readonly Step[] {
  return recordsOf(map, "step")
    .filter((step) => step.presentation === presentation)
    .sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : byAge(a, b)));
}
