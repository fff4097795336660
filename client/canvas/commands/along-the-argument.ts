import {
  type ArgumentId,
  argumentRef,
  argumentsFrom,
  type CardId,
  cardRef,
  getAs,
  type MapView,
  type RecordId,
} from "#shared/model/index.ts";
import { linksTo } from "#shared/outline/index.ts";

type Next = (map: MapView, key: string) => string | undefined;

/**
 * Steps along the structure of the argument, from a card to the step it is a premise of, from there to what that
 * speaks to, and back. Each gives the key of the next card or argument, or undefined where the way ends.
 */
export const alongTheArgument = {
  toTarget: (map, key) => {
    const argument = getAs(map, "argument", key as ArgumentId);
    if (argument) return argument.target.id;
    const card = getAs(map, "card", key as CardId);
    const [from] = card ? argumentsFrom(map, card.id) : [];
    return from?.id ?? card?.answers[0] ?? card?.parent ?? card?.raisedBy?.id;
  },
  toReasons: (map, key) => {
    const argument = getAs(map, "argument", key as ArgumentId);
    if (argument) return argument.premises[0];
    return childrenOf(map, key as CardId)[0];
  },
  toNextSibling: (map, key) => siblingOf(map, key, 1),
  toPreviousSibling: (map, key) => siblingOf(map, key, -1),
} as const satisfies Readonly<Record<string, Next>>;

/** Round and round among the siblings. */
function siblingOf(map: MapView, key: string, step: 1 | -1): string | undefined {
  const siblings = siblingsOf(map, key);
  const next = siblings[(siblings.indexOf(key) + step + siblings.length) % siblings.length];
  return next === key ? undefined : next;
}

/** Premises of one argument belong together; else all that speaks to the same. */
function siblingsOf(map: MapView, key: string): readonly string[] {
  const argument = getAs(map, "argument", key as ArgumentId);
  if (argument) return childrenOf(map, argument.target.id);
  const [from] = argumentsFrom(map, key as CardId);
  if (from && from.premises.length > 1) return from.premises;
  if (from) return childrenOf(map, from.target.id).map((id) => onlyPremise(map, id) ?? id);
  const above = alongTheArgument.toTarget(map, key);
  return above === undefined ? [] : childrenOf(map, above as CardId);
}

function onlyPremise(map: MapView, id: string): string | undefined {
  const premises = getAs(map, "argument", id as ArgumentId)?.premises ?? [];
  return premises.length === 1 ? premises[0] : undefined;
}

/** What speaks to a card or step, in the order in which the outline reads it; a contradiction leads nowhere. */
function childrenOf(map: MapView, id: RecordId): readonly string[] {
  const ref = getAs(map, "argument", id) ? argumentRef(id as ArgumentId) : cardRef(id as CardId);
  const keys = linksTo(map, ref)
    .filter(({ relation }) => relation !== "conflict")
    .map(({ via, card }) => via ?? card);
  return [...new Set(keys)];
}
