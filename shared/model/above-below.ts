import type { ArgumentId, CardId, RecordId } from "./ids.ts";
import { argumentsFrom, argumentsTo, getAs, type MapView } from "./map-view.ts";
import type { Ref } from "./records.ts";

/**
 * The cards that speak to this one: premises of the arguments about it and about the steps of those, answers, parts,
 * and questions that it or such a step gave rise to. A card may come more than once. Costs what it yields.
 */
export function* cardsBelow(view: MapView, id: CardId): Iterable<CardId> {
  yield* cardsAbout(view, { type: "card", id }, new Set());
}

function* cardsAbout(view: MapView, ref: Ref, seen: Set<ArgumentId>): Iterable<CardId> {
  for (const record of view.referrersOf(ref.id)) {
    if (record.type !== "card") continue;
    const speaksToIt =
      record.raisedBy?.id === ref.id || record.parent === ref.id || record.answers.includes(ref.id as CardId);
    if (speaksToIt) yield record.id;
  }
  for (const argument of argumentsTo(view, ref)) {
    if (seen.has(argument.id)) continue;
    seen.add(argument.id);
    yield* argument.premises;
    yield* cardsAbout(view, { type: "argument", id: argument.id }, seen);
  }
}

/** The cards that this one speaks to: the other way round of `cardsBelow`. */
export function* cardsAbove(view: MapView, id: CardId): Iterable<CardId> {
  for (const argument of argumentsFrom(view, id)) yield* conclusionOf(view, argument.target);
  const card = getAs(view, "card", id);
  if (!card) return;
  yield* card.answers;
  if (card.parent) yield card.parent;
  if (card.raisedBy) yield* conclusionOf(view, card.raisedBy);
}

/** The card at which the steps that lead on from here end; none where they run in a ring or into nothing. */
function* conclusionOf(view: MapView, from: Ref): Iterable<CardId> {
  const seen = new Set<RecordId>();
  let at: Ref | undefined = from;
  while (at?.type === "argument" && !seen.has(at.id)) {
    seen.add(at.id);
    at = getAs(view, "argument", at.id)?.target;
  }
  if (at?.type === "card" && getAs(view, "card", at.id)) yield at.id;
}
