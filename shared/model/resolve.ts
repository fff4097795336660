import type { ArgumentId, CardId, RecordId } from "./ids.ts";
import { getAs, getStatement, type MapView } from "./map-view.ts";
import type { Argument, Card, MapRecord, Ref } from "./records.ts";

/** The records as stored; deleted ones are absent, but what others say of them may still stand. */
export type StoredRecords = Pick<MapView, "get">;

/**
 * What a stored record shows as, given all others: mentions of what is gone fall away, and a relation that has lost
 * an end is hidden (undefined) until the end returns. So a deletion writes one flag, and undoing it brings back all
 * that hung on the card. Returns the record itself where nothing falls away. O(length of its target chain).
 */
export function resolve(record: MapRecord, stored: StoredRecords): MapRecord | undefined {
  switch (record.type) {
    case "card":
      return resolveCard(record, stored);
    case "argument":
      return isGrounded(record, stored) ? withLivePremises(record, stored) : undefined;
    case "conflict": {
      const [a, b] = record.members;
      return a !== b && getStatement(stored, a) && getStatement(stored, b) ? record : undefined;
    }
    case "step": {
      const shows = kept(record.shows, (id) => isLive(id, stored));
      return shows === record.shows ? record : { ...record, shows };
    }
    case "source":
    case "group":
      return record;
  }
}

function resolveCard(card: Card, stored: StoredRecords): Card {
  const group = card.group && getAs(stored, "group", card.group) ? card.group : null;
  const parent = card.parent && isParent(card, card.parent, stored) ? card.parent : null;
  const raisedBy =
    card.kind === "question" && card.raisedBy && isLiveRef(card.raisedBy, stored) ? card.raisedBy : null;
  const answers =
    card.kind === "question" ? none(card.answers) : kept(card.answers, (id) => isQuestion(id, stored));
  const citations = kept(
    card.citations,
    (citation) => getAs(stored, "source", citation.source) !== undefined,
  );
  const same =
    group === card.group &&
    parent === card.parent &&
    raisedBy === card.raisedBy &&
    answers === card.answers &&
    citations === card.citations;
  return same ? card : { ...card, group, parent, raisedBy, answers, citations };
}

/** [I8] Parents are questions and form no ring; where peers have made one, its greatest id stands on its own. */
function isParent(card: Card, parent: CardId, stored: StoredRecords): boolean {
  return (
    card.kind === "question" && isQuestion(parent, stored) && breakOfParentRing(card, stored) !== card.id
  );
}

/** The card whose `parent` must go to open the ring that `card` is on, or undefined where it is on none. */
export function breakOfParentRing(card: Card, stored: StoredRecords): CardId | undefined {
  const seen = new Set<CardId>();
  for (
    let at: Card | undefined = card;
    at && !seen.has(at.id);
    at = at.parent ? getAs(stored, "card", at.parent) : undefined
  ) {
    seen.add(at.id);
    if (at.parent === card.id) return greatest(seen);
  }
  return undefined;
}

/** [I2, I5] Whether following targets from this step ends at a claim or evidence, by steps that have a premise left. */
export function isGrounded(argument: Argument, stored: StoredRecords): boolean {
  const seen = new Set<ArgumentId>();
  let at = argument;
  for (;;) {
    if (seen.has(at.id) || !hasPremise(at, stored)) return false;
    seen.add(at.id);
    if (at.target.type === "card") return getStatement(stored, at.target.id) !== undefined;
    const next = getAs(stored, "argument", at.target.id);
    if (!next) return false;
    at = next;
  }
}

/** The argument that must go to open the ring of targets that `argument` is on, or undefined where it is on none. */
export function breakOfTargetRing(argument: Argument, stored: StoredRecords): ArgumentId | undefined {
  const seen = new Set<ArgumentId>();
  let at: Argument | undefined = argument;
  while (at && !seen.has(at.id)) {
    seen.add(at.id);
    if (at.target.id === argument.id) return greatest(seen);
    at = at.target.type === "argument" ? getAs(stored, "argument", at.target.id) : undefined;
  }
  return undefined;
}

function withLivePremises(argument: Argument, stored: StoredRecords): Argument {
  const premises = kept(argument.premises, (id) => isPremise(argument, id, stored));
  return premises === argument.premises ? argument : { ...argument, premises };
}

function hasPremise(argument: Argument, stored: StoredRecords): boolean {
  return argument.premises.some((id) => isPremise(argument, id, stored));
}

/** [I1, I3] A premise is a claim or evidence, and not the card it speaks about. */
function isPremise(argument: Argument, id: CardId, stored: StoredRecords): boolean {
  return id !== argument.target.id && getStatement(stored, id) !== undefined;
}

function isLive(id: RecordId, stored: StoredRecords): boolean {
  const record = stored.get(id);
  return record !== undefined && (record.type !== "argument" || isGrounded(record, stored));
}

function isLiveRef(ref: Ref, stored: StoredRecords): boolean {
  return stored.get(ref.id)?.type === ref.type && isLive(ref.id, stored);
}

function isQuestion(id: CardId, stored: StoredRecords): boolean {
  return getAs(stored, "card", id)?.kind === "question";
}

/** The list filtered, or the very same list where all stays. */
function kept<T>(list: readonly T[], keep: (item: T) => boolean): readonly T[] {
  return list.every(keep) ? list : list.filter(keep);
}

function none<T>(list: readonly T[]): readonly T[] {
  return list.length === 0 ? list : [];
}

function greatest<Id extends string>(ids: Iterable<Id>): Id | undefined {
  let best: Id | undefined;
  for (const id of ids) if (best === undefined || id > best) best = id;
  return best;
}
