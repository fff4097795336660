import {
  type CardId,
  excerptOf,
  getAs,
  type MapView,
  type PlainMap,
  type RecordId,
  recordsOf,
  type StepId,
  viewOf,
} from "#shared/model/index.ts";
import type { ExportOptions } from "./export-options.ts";

type Scope = Pick<ExportOptions, "cards" | "group" | "step">;

/**
 * The part of a map that is to be exported: of the cards chosen, those that are in the group and that the step shows, with
 * what stands wholly among them. The map itself where nothing is chosen.
 */
export function partOf(map: PlainMap, scope: Scope): PlainMap {
  if (scope.cards === null && scope.group === null && scope.step === null) return map;
  return excerptOf(viewOf(map), cardsIn(map, scope));
}

/** The cards that are to be exported. */
export function cardsIn(map: PlainMap, { cards, group, step }: Scope): readonly CardId[] {
  const chosen = cards === null ? undefined : new Set<CardId>(cards);
  const shown = step === null ? undefined : cardsOfStep(viewOf(map), step);
  return recordsOf(map, "card")
    .filter(
      ({ id, group: own }) =>
        (chosen?.has(id) ?? true) && (shown?.has(id) ?? true) && (group === null || own === group),
    )
    .map(({ id }) => id);
}

/** What a step of a presentation names: its cards, and those that its arguments join; none where there is no such step. */
export function cardsOfStep(view: MapView, id: StepId): ReadonlySet<CardId> {
  const found = new Set<CardId>();
  for (const shown of getAs(view, "step", id)?.shows ?? []) addEnds(view, shown, found);
  return found;
}

/** A card itself; of an argument its premises and its target, and where that is a step, what that joins as well. */
function addEnds(view: MapView, first: RecordId, found: Set<CardId>): void {
  const seen = new Set<RecordId>();
  let id = first;
  while (!seen.has(id)) {
    seen.add(id);
    const record = view.get(id);
    if (record?.type === "card") found.add(record.id);
    if (record?.type !== "argument") return;
    for (const premise of record.premises) found.add(premise);
    id = record.target.id;
  }
}
