import type { ArgumentId, CardId, RecordId } from "#shared/model/ids.ts";
import { bySiblingOrder } from "#shared/model/plain-map.ts";
import {
  cardIn,
  type LayoutArgument,
  type LayoutCard,
  type LayoutMap,
  layoutRecordsOf,
} from "./layout-map-type.ts";

/** An argument with those of its premises that the map has. */
export type Step = Readonly<{ argument: LayoutArgument; premises: readonly LayoutCard[] }>;

/**
 * Who speaks to whom in a map: arguments in reading order, cards as siblings stand, rivals oldest first. What is
 * missing from the map is left out.
 */
export type RelationIndex = Readonly<{
  stepsTo: (target: CardId | ArgumentId) => readonly Step[];
  answersTo: (question: CardId) => readonly LayoutCard[];
  partsOf: (question: CardId) => readonly LayoutCard[];
  raisedBy: (source: CardId | ArgumentId) => readonly LayoutCard[];
  rivalsOf: (card: CardId) => readonly LayoutCard[];
  /** Cards that speak to something in the map, so have a place near it. */
  speakers: ReadonlySet<CardId>;
  /** Whether something else has its place near the card; being at odds with it is not enough. */
  isSpokenTo: (card: CardId) => boolean;
}>;

/** One list for all that nobody speaks to: at ten thousand cards, new ones keep the collector busy. */
const nobody: readonly never[] = [];

/** Indexes a map once. O(map log map). */
export function indexRelations(map: LayoutMap): RelationIndex {
  const steps = new Map<RecordId, Step[]>();
  const answers = new Map<RecordId, LayoutCard[]>();
  const parts = new Map<RecordId, LayoutCard[]>();
  const raised = new Map<RecordId, LayoutCard[]>();
  const rivals = new Map<RecordId, LayoutCard[]>();
  const speakers = new Set<CardId>();
  const speak = (index: Map<RecordId, LayoutCard[]>, target: RecordId, card: LayoutCard) => {
    if (!map.records.has(target)) return;
    append(index, target, card);
    if (card.id !== target) speakers.add(card.id);
  };

  for (const card of layoutRecordsOf(map, "card")) {
    for (const question of card.answers) speak(answers, question, card);
    if (card.parent) speak(parts, card.parent, card);
    if (card.raisedBy) speak(raised, card.raisedBy.id, card);
  }
  for (const argument of layoutRecordsOf(map, "argument")) {
    const target = argument.target.id;
    if (!map.records.has(target)) continue;
    const premises: LayoutCard[] = [];
    for (const id of argument.premises) {
      const card = cardIn(map, id);
      if (!card) continue;
      premises.push(card);
      if (id !== target) speakers.add(id);
    }
    append(steps, target, { argument, premises });
  }
  for (const { members } of layoutRecordsOf(map, "conflict")) {
    const [a, b] = [cardIn(map, members[0]), cardIn(map, members[1])];
    if (!a || !b) continue;
    append(rivals, a.id, b);
    append(rivals, b.id, a);
  }
  for (const list of steps.values()) if (list.length > 1) list.sort(inReadingOrder);
  for (const index of [answers, parts, raised]) {
    for (const cards of index.values()) if (cards.length > 1) cards.sort(bySiblingOrder);
  }
  return {
    stepsTo: (target) => steps.get(target) ?? nobody,
    answersTo: (question) => answers.get(question) ?? nobody,
    partsOf: (question) => parts.get(question) ?? nobody,
    raisedBy: (source) => raised.get(source) ?? nobody,
    rivalsOf: (card) => rivals.get(card) ?? nobody,
    speakers,
    isSpokenTo: (card) => steps.has(card) || answers.has(card) || parts.has(card) || raised.has(card),
  };
}

function append<Item>(index: Map<RecordId, Item[]>, key: RecordId, item: Item): void {
  const known = index.get(key);
  if (known) known.push(item);
  else index.set(key, [item]);
}

/** Those whose first premise was given a place, in that order; then reasons, then objections, each as they came. */
function inReadingOrder(a: Step, b: Step): number {
  const [first, other] = [placedFirst(a), placedFirst(b)];
  if (first && other) return bySiblingOrder(first, other);
  if (first || other) return first ? -1 : 1;
  if (a.argument.polarity === b.argument.polarity) return 0;
  return a.argument.polarity === "support" ? -1 : 1;
}

/** The first premise, if somebody gave it a place among its siblings. */
function placedFirst({ premises: [first] }: Step): LayoutCard | undefined {
  return first && first.order !== null ? first : undefined;
}
