/** Where cards stand when a map is written as a tree. */
import {
  type Argument,
  argumentsFrom,
  byAge,
  bySiblingOrder,
  type Card,
  getAs,
  type MapRecord,
  type MapView,
  type RecordId,
} from "#shared/model/index.ts";

/**
 * The cards where trees begin, then all of them again: rings have no beginning, so they open at the first of their cards
 * once all else is written.
 */
export function inTreeOrder(cards: readonly Card[], view: MapView): readonly Card[] {
  return [...cards.filter((card) => !standsUnder(card, view)), ...cards];
}

/** Whether a card stands under another, or under a step: it answers it, is a part or a premise of it, or came up there. */
export function standsUnder({ id, answers, parent, raisedBy }: Card, view: MapView): boolean {
  const above: readonly (RecordId | null | undefined)[] = [...answers, parent, raisedBy?.id];
  if (above.some((other) => other && view.get(other))) return true;
  for (const _ of argumentsFrom(view, id)) return true;
  return false;
}

/** The cards and arguments that mention it, in the order of siblings; an argument stands where its first premise does. */
export function mentionsInOrder(view: MapView, id: RecordId): readonly (Card | Argument)[] {
  const cardOf = (record: Card | Argument): Card | undefined => {
    if (record.type === "card") return record;
    for (const premise of record.premises) {
      const card = getAs(view, "card", premise);
      if (card) return card;
    }
    return undefined;
  };
  return [...view.referrersOf(id)].filter(isCardOrArgument).sort((a, b) => {
    const [one, other] = [cardOf(a), cardOf(b)];
    return (one && other && bySiblingOrder(one, other)) || byAge(a, b);
  });
}

function isCardOrArgument(record: MapRecord): record is Card | Argument {
  return record.type === "card" || record.type === "argument";
}
