import {
  breakOfParentRing,
  type ChainMemo,
  chainMemo,
  isGrounded,
  isPremise,
  type StoredRecords,
} from "./chains.ts";
import type { CardId, RecordId } from "./ids.ts";
import { getAs, getStatement } from "./map-view.ts";
import type { Argument, Card, MapRecord, Ref, Step } from "./records.ts";

/**
 * What a stored record shows as, given all others: mentions of what is gone fall away, and a relation that has lost
 * an end is hidden (undefined) until the end returns. So a deletion writes one flag, and undoing it brings back all
 * that hung on the card. Returns the record itself where nothing falls away. O(length of its target chain); passes
 * over a whole map share a memo and are O(map).
 */
export function resolve(
  record: MapRecord,
  stored: StoredRecords,
  memo: ChainMemo = chainMemo(),
): MapRecord | undefined {
  switch (record.type) {
    case "card":
      return resolveCard(record, stored, memo);
    case "argument":
      return isGrounded(record, stored, memo) ? withLivePremises(record, stored) : undefined;
    case "conflict": {
      const [a, b] = record.members;
      return a !== b && getStatement(stored, a) && getStatement(stored, b) ? record : undefined;
    }
    case "step":
      return resolveStep(record, stored, memo);
    case "source":
    case "presentation":
    case "group":
      return record;
  }
}

function resolveCard(card: Card, stored: StoredRecords, memo: ChainMemo): Card {
  const group = card.group && getAs(stored, "group", card.group) ? card.group : null;
  const parent = card.parent && isParent(card, card.parent, stored, memo) ? card.parent : null;
  const raisedBy =
    card.kind === "question" && card.raisedBy && isLiveRef(card.raisedBy, stored, memo)
      ? card.raisedBy
      : null;
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

/** A step goes with its presentation, and comes back with it. */
function resolveStep(step: Step, stored: StoredRecords, memo: ChainMemo): Step | undefined {
  const home = step.presentation === null ? undefined : stored.get(step.presentation);
  if (step.presentation !== null && home === undefined) return undefined;
  const presentation = home?.type === "presentation" ? step.presentation : null;
  const shows = kept(step.shows, (id) => isLive(id, stored, memo));
  const fits = kept(step.fits, (id) => getAs(stored, "card", id) !== undefined);
  const emphasises = kept(step.emphasises, (id) => isLive(id, stored, memo));
  const poll = step.poll && getStatement(stored, step.poll.card) ? step.poll : null;
  const same =
    presentation === step.presentation &&
    shows === step.shows &&
    fits === step.fits &&
    emphasises === step.emphasises &&
    poll === step.poll;
  return same ? step : { ...step, presentation, shows, fits, emphasises, poll };
}

/** [I8] Parents are questions and form no ring; where peers have made one, its greatest id stands on its own. */
function isParent(card: Card, parent: CardId, stored: StoredRecords, memo: ChainMemo): boolean {
  return (
    card.kind === "question" &&
    isQuestion(parent, stored) &&
    breakOfParentRing(card, stored, memo) !== card.id
  );
}

function withLivePremises(argument: Argument, stored: StoredRecords): Argument {
  const premises = kept(argument.premises, (id) => isPremise(argument, id, stored));
  return premises === argument.premises ? argument : { ...argument, premises };
}

/** Whether a step of a presentation, or a question, may speak of it. */
function isLive(id: RecordId, stored: StoredRecords, memo: ChainMemo): boolean {
  const record = stored.get(id);
  return record?.type === "card" || (record?.type === "argument" && isGrounded(record, stored, memo));
}

function isLiveRef(ref: Ref, stored: StoredRecords, memo: ChainMemo): boolean {
  return stored.get(ref.id)?.type === ref.type && isLive(ref.id, stored, memo);
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
