import { getAs, type MapView, type RecordId } from "#shared/model/index.ts";
import type { Shown } from "./beats.ts";

/** What a spotlight on a card or on the step of an argument leaves lit: itself, and what the argument joins directly. */
export function spotOn(view: MapView, focus: RecordId): ReadonlySet<Shown> {
  const argument = getAs(view, "argument", focus);
  return new Set<Shown>(
    argument ? [argument.id, ...argument.premises, argument.target.id] : [focus as Shown],
  );
}
