import type { ArgumentId, CardId, GroupId } from "#shared/model/ids.ts";
import { type PlainMap, recordsOf } from "#shared/model/plain-map.ts";
import type { Argument, Card } from "#shared/model/records.ts";
import { indexRelations, type RelationIndex } from "./relation-index.ts";

/** Cards that stand as one, one below the other, and what hangs on them. */
export type Branch = {
  readonly cards: readonly [Card, ...Card[]];
  /** Whether it speaks to its parent by an argument, so that a chip stands between them. */
  readonly isPremise: boolean;
  readonly children: Branch[];
};

/** `loose` are the cards that stand in no relation to others. */
export type Forest = Readonly<{ roots: readonly Branch[]; loose: readonly Branch[] }>;

/**
 * Every card once: under the first thing it speaks to, level by level, so that a card that serves many conclusions
 * stands near the highest. What nothing else holds becomes a root; rings open at their oldest card. O(map).
 */
export function forestOf(map: PlainMap): Forest {
  const cards = recordsOf(map, "card");
  const relations = indexRelations(map);
  const grow = createGrower(relations);
  const free = cards.filter((card) => !relations.speakers.has(card.id));
  const questions = free.filter((card) => card.kind === "question");
  const others = free.filter((card) => card.kind !== "question");
  const heard = others.filter((card) => relations.isSpokenTo(card.id));
  const unheard = others.filter((card) => !relations.isSpokenTo(card.id));
  const roots = [...grow(togetherByGroup([...questions, ...heard], groupOfCard))];
  for (const card of cards) if (relations.speakers.has(card.id)) roots.push(...grow([card]));
  for (const card of unheard) if (relations.rivalsOf(card.id).length > 0) roots.push(...grow([card]));
  return { roots, loose: grow(togetherByGroup(unheard, groupOfCard)) };
}

function createGrower(relations: RelationIndex): (cards: readonly Card[]) => readonly Branch[] {
  const placed = new Set<CardId>();

  function plant(cards: readonly Card[], isPremise: boolean, siblings: Branch[]): void {
    const [first, ...others] = cards.filter((card, i) => !placed.has(card.id) && cards.indexOf(card) === i);
    if (!first) return;
    const branch: Branch = { cards: [first, ...others], isPremise, children: [] };
    for (const card of branch.cards) placed.add(card.id);
    siblings.push(branch);
    // Two that cannot both be right read best side by side, unless the other one has its own place.
    const open = [...branch.cards];
    for (let card = open.pop(); card; card = open.pop()) {
      for (const rival of relations.rivalsOf(card.id)) {
        if (placed.has(rival.id) || relations.speakers.has(rival.id)) continue;
        placed.add(rival.id);
        siblings.push({ cards: [rival], isPremise: false, children: [] });
        open.push(rival);
      }
    }
  }

  return function grow(cards) {
    const roots: Branch[] = [];
    for (const card of cards) plant([card], false, roots);
    const queue = [...roots];
    for (let next = 0; next < queue.length; next += 1) {
      const branch = queue[next];
      if (!branch) break;
      const families: Branch[][] = [];
      for (const card of branch.cards) {
        for (const claim of relations.answersTo(card.id)) plant([claim], false, newFamily(families));
        for (const step of stepsTo(card.id, relations)) {
          const family = step.isAboutLast ? (families.at(-1) ?? newFamily(families)) : newFamily(families);
          plant(step.cards, step.isPremise, family);
        }
        for (const part of relations.partsOf(card.id)) plant([part], false, newFamily(families));
        for (const question of relations.raisedBy(card.id)) plant([question], false, newFamily(families));
      }
      branch.children.push(...togetherByGroup(families, ([first]) => first?.cards[0].group).flat());
      for (const child of branch.children) queue.push(child);
    }
    return roots;
  };
}

function newFamily(families: Branch[][]): Branch[] {
  const family: Branch[] = [];
  families.push(family);
  return family;
}

/** Cards that speak to a card, or to the step before them and so stay below it. */
type Step = Readonly<{ cards: readonly Card[]; isPremise: boolean; isAboutLast: boolean }>;

/** The premises of each argument for or against a card, each followed by what is said about that very step. */
function stepsTo(id: CardId, relations: RelationIndex): readonly Step[] {
  const steps: Step[] = [];
  const seen = new Set<ArgumentId>();
  const open = inReadingOrder(relations.argumentsTo(id)).toReversed();
  for (let argument = open.pop(); argument; argument = open.pop()) {
    if (seen.has(argument.id)) continue;
    seen.add(argument.id);
    const isAboutLast = argument.target.type === "argument";
    steps.push({ cards: relations.premisesOf(argument), isPremise: true, isAboutLast });
    for (const question of relations.raisedBy(argument.id)) {
      steps.push({ cards: [question], isPremise: false, isAboutLast: true });
    }
    open.push(...inReadingOrder(relations.argumentsTo(argument.id)).toReversed());
  }
  return steps;
}

/** Reasons, then objections; each oldest first, as they come. */
function inReadingOrder(found: readonly Argument[]): readonly Argument[] {
  return [
    ...found.filter(({ polarity }) => polarity === "support"),
    ...found.filter(({ polarity }) => polarity === "oppose"),
  ];
}

/** The same items, those of a group moved up to its first. */
function togetherByGroup<Item extends object>(
  items: readonly Item[],
  groupOf: (item: Item) => GroupId | null | undefined,
): readonly Item[] {
  const byGroup = new Map<GroupId | Item, Item[]>();
  for (const item of items) {
    const key = groupOf(item) ?? item;
    const known = byGroup.get(key);
    if (known) known.push(item);
    else byGroup.set(key, [item]);
  }
  return [...byGroup.values()].flat();
}

function groupOfCard(card: Card): GroupId | null {
  return card.group;
}
