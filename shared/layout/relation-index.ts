import type { ArgumentId, CardId, RecordId } from "#shared/model/ids.ts";
import { type PlainMap, recordsOf } from "#shared/model/plain-map.ts";
import type { Argument, Card } from "#shared/model/records.ts";

/** Who speaks to whom in a map, each list oldest first; what is missing from the map is left out. */
export type RelationIndex = Readonly<{
  argumentsTo: (target: CardId | ArgumentId) => readonly Argument[];
  premisesOf: (argument: Argument) => readonly Card[];
  answersTo: (question: CardId) => readonly Card[];
  partsOf: (question: CardId) => readonly Card[];
  raisedBy: (source: CardId | ArgumentId) => readonly Card[];
  rivalsOf: (card: CardId) => readonly Card[];
  /** Cards that speak to something in the map, so have a place near it. */
  speakers: ReadonlySet<CardId>;
  /** Whether something else has its place near the card; being at odds with it is not enough. */
  isSpokenTo: (card: CardId) => boolean;
}>;

/** Indexes a map once. O(map log map). */
export function indexRelations(map: PlainMap): RelationIndex {
  const byTarget = new Map<RecordId, Argument[]>();
  const answers = new Map<RecordId, Card[]>();
  const parts = new Map<RecordId, Card[]>();
  const raised = new Map<RecordId, Card[]>();
  const rivals = new Map<RecordId, Card[]>();
  const speakers = new Set<CardId>();

  const cardOf = (id: CardId): Card | undefined => {
    const record = map.records.get(id);
    return record?.type === "card" ? record : undefined;
  };
  const premisesOf = (argument: Argument) => argument.premises.flatMap((id) => cardOf(id) ?? []);
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

  for (const card of recordsOf(map, "card")) {
    for (const question of card.answers) speak(answers, question, card, [card.id]);
    if (card.parent) speak(parts, card.parent, card, [card.id]);
    if (card.raisedBy) speak(raised, card.raisedBy.id, card, [card.id]);
  }
  for (const argument of recordsOf(map, "argument")) {
    speak(
      byTarget,
      argument.target.id,
      argument,
      premisesOf(argument).map((card) => card.id),
    );
  }
  for (const { members } of recordsOf(map, "conflict")) {
    const [a, b] = [cardOf(members[0]), cardOf(members[1])];
    if (!a || !b) continue;
    speak(rivals, a.id, b, []);
    speak(rivals, b.id, a, []);
  }
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
