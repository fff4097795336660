import type { ArgumentId, CardId, RecordId } from "#shared/model/ids.ts";
import { bySiblingOrder } from "#shared/model/plain-map.ts";
import {
  cardIn,
  type LayoutArgument,
  type LayoutCard,
  type LayoutMap,
  layoutRecordsOf,
} from "./layout-map-type.ts";

/**
 * Who speaks to whom in a map: cards as siblings stand, arguments and rivals oldest first. What is missing from the
 * map is left out.
 */
export type RelationIndex = Readonly<{
  argumentsTo: (target: CardId | ArgumentId) => readonly LayoutArgument[];
  premisesOf: (argument: LayoutArgument) => readonly LayoutCard[];
  answersTo: (question: CardId) => readonly LayoutCard[];
  partsOf: (question: CardId) => readonly LayoutCard[];
  raisedBy: (source: CardId | ArgumentId) => readonly LayoutCard[];
  rivalsOf: (card: CardId) => readonly LayoutCard[];
  /** Cards that speak to something in the map, so have a place near it. */
  speakers: ReadonlySet<CardId>;
  /** Whether something else has its place near the card; being at odds with it is not enough. */
  isSpokenTo: (card: CardId) => boolean;
}>;

/** Indexes a map once. O(map log map). */
export function indexRelations(map: LayoutMap): RelationIndex {
  const byTarget = new Map<RecordId, LayoutArgument[]>();
  const answers = new Map<RecordId, LayoutCard[]>();
  const parts = new Map<RecordId, LayoutCard[]>();
  const raised = new Map<RecordId, LayoutCard[]>();
  const rivals = new Map<RecordId, LayoutCard[]>();
  const speakers = new Set<CardId>();

  const premisesOf = (argument: LayoutArgument) => argument.premises.flatMap((id) => cardIn(map, id) ?? []);
  const speak = <Speaker>(
    index: Map<RecordId, Speaker[]>,
    target: RecordId,
    speaker: Speaker,
    ids: CardId[],
  ) => {
    if (!map.records.has(target)) return;
    const known = index.get(target);
    if (known) known.push(speaker);
    else index.set(target, [speaker]);
    for (const id of ids) if (id !== target) speakers.add(id);
  };

  for (const card of layoutRecordsOf(map, "card")) {
    for (const question of card.answers) speak(answers, question, card, [card.id]);
    if (card.parent) speak(parts, card.parent, card, [card.id]);
    if (card.raisedBy) speak(raised, card.raisedBy.id, card, [card.id]);
  }
  for (const argument of layoutRecordsOf(map, "argument")) {
    speak(
      byTarget,
      argument.target.id,
      argument,
      premisesOf(argument).map((card) => card.id),
    );
  }
  for (const { members } of layoutRecordsOf(map, "conflict")) {
    const [a, b] = [cardIn(map, members[0]), cardIn(map, members[1])];
    if (!a || !b) continue;
    speak(rivals, a.id, b, []);
    speak(rivals, b.id, a, []);
  }
  for (const index of [answers, parts, raised])
    for (const cards of index.values()) cards.sort(bySiblingOrder);
  const spokenTo = [byTarget, answers, parts, raised];
  return {
    argumentsTo: (target) => byTarget.get(target) ?? [],
    premisesOf,
    answersTo: (question) => answers.get(question) ?? [],
    partsOf: (question) => parts.get(question) ?? [],
    raisedBy: (source) => raised.get(source) ?? [],
    rivalsOf: (card) => rivals.get(card) ?? [],
    speakers,
    isSpokenTo: (card) => spokenTo.some((index) => index.has(card)),
  };
}
