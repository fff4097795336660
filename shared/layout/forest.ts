import type { ArgumentId, CardId, GroupId } from "#shared/model/ids.ts";
import { bySiblingOrder } from "#shared/model/plain-map.ts";
import { type LayoutCard, type LayoutMap, layoutRecordsOf } from "./layout-map-type.ts";
import { indexRelations, type RelationIndex } from "./relation-index.ts";

/** Cards that stand as one, one below the other, and what hangs on them. */
export type Branch = {
  readonly cards: readonly [LayoutCard, ...LayoutCard[]];
  /** Whether it speaks to its parent by an argument, so that a chip stands between them. */
  readonly isPremise: boolean;
  /** Whether it speaks to the step that a sibling before it makes. */
  readonly isAboutStep: boolean;
  readonly children: Branch[];
};

/** `loose` are the cards that stand in no relation to others. */
export type Forest = Readonly<{ roots: readonly Branch[]; loose: readonly Branch[] }>;

/**
 * Every card once: under the first thing it speaks to, level by level, so that a card that serves many conclusions
 * stands near the highest. What nothing else holds becomes a root; rings open at their oldest card. O(map).
 */
export function forestOf(map: LayoutMap): Forest {
  const byAge = layoutRecordsOf(map, "card");
  const cards = byAge.toSorted(bySiblingOrder);
  const relations = indexRelations(map);
  const grow = createGrower(relations);
  const free = cards.filter((card) => !relations.speakers.has(card.id));
  const questions = free.filter((card) => card.kind === "question");
  const others = free.filter((card) => card.kind !== "question");
  const heard = others.filter((card) => relations.isSpokenTo(card.id));
  const unheard = others.filter((card) => !relations.isSpokenTo(card.id));
  const roots = [...grow(togetherByGroup([...questions, ...heard], groupOfCard))];
  for (const card of byAge) if (relations.speakers.has(card.id)) roots.push(...grow([card]));
  for (const card of unheard) if (relations.rivalsOf(card.id).length > 0) roots.push(...grow([card]));
  return { roots, loose: grow(togetherByGroup(unheard, groupOfCard)) };
}

type Speaking = Pick<Branch, "isPremise" | "isAboutStep">;
const aside: Speaking = { isPremise: false, isAboutStep: false };

function createGrower(relations: RelationIndex): (cards: readonly LayoutCard[]) => readonly Branch[] {
  const placed = new Set<CardId>();

  function plant(cards: readonly LayoutCard[], speaks: Speaking, siblings: Branch[]): void {
    const [first, ...others] = cards.filter(({ id }) => {
      if (placed.has(id)) return false;
      placed.add(id);
      return true;
    });
    if (!first) return;
    const { isPremise, isAboutStep } = speaks;
    const branch: Branch = { cards: [first, ...others], isPremise, isAboutStep, children: [] };
    siblings.push(branch);
    // Two that cannot both be right read best side by side, unless the other one has its own place.
    const open = branch.cards.filter(({ id }) => relations.rivalsOf(id).length > 0);
    for (let card = open.pop(); card; card = open.pop()) {
      for (const rival of relations.rivalsOf(card.id)) {
        if (placed.has(rival.id) || relations.speakers.has(rival.id)) continue;
        placed.add(rival.id);
        siblings.push({ cards: [rival], ...aside, children: [] });
        open.push(rival);
      }
    }
  }

  return function grow(cards) {
    const roots: Branch[] = [];
    for (const card of cards) plant([card], aside, roots);
    const queue = [...roots];
    for (let next = 0; next < queue.length; next += 1) {
      const branch = queue[next];
      if (!branch) break;
      const families: Branch[][] = [];
      for (const card of branch.cards) {
        if (!relations.isSpokenTo(card.id)) continue;
        for (const claim of relations.answersTo(card.id)) plant([claim], aside, newFamily(families));
        for (const said of saidOf(card.id, relations)) {
          const family = said.isAboutStep ? (families.at(-1) ?? newFamily(families)) : newFamily(families);
          plant(said.cards, said, family);
        }
        for (const part of relations.partsOf(card.id)) plant([part], aside, newFamily(families));
        for (const question of relations.raisedBy(card.id)) plant([question], aside, newFamily(families));
      }
      for (const family of togetherByGroup(families, ([first]) => first?.cards[0].group)) {
        for (const child of family) {
          branch.children.push(child);
          queue.push(child);
        }
      }
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
type Said = Readonly<{ cards: readonly LayoutCard[]; isPremise: boolean; isAboutStep: boolean }>;

/** The premises of each argument for or against a card, each followed by what is said about that very step. */
function saidOf(id: CardId, relations: RelationIndex): readonly Said[] {
  const said: Said[] = [];
  const seen = new Set<ArgumentId>();
  const open = relations.stepsTo(id).toReversed();
  for (let step = open.pop(); step; step = open.pop()) {
    const { argument, premises } = step;
    if (seen.has(argument.id)) continue;
    seen.add(argument.id);
    said.push({ cards: premises, isPremise: true, isAboutStep: argument.target.type === "argument" });
    for (const question of relations.raisedBy(argument.id)) {
      said.push({ cards: [question], isPremise: false, isAboutStep: true });
    }
    const about = relations.stepsTo(argument.id);
    if (about.length > 0) open.push(...about.toReversed());
  }
  return said;
}

/** The same items, those of a group moved up to its first. */
function togetherByGroup<Item extends object>(
  items: readonly Item[],
  groupOf: (item: Item) => GroupId | null | undefined,
): readonly Item[] {
  if (!items.some((item) => groupOf(item))) return items;
  const byGroup = new Map<GroupId | Item, Item[]>();
  for (const item of items) {
    const key = groupOf(item) ?? item;
    const known = byGroup.get(key);
    if (known) known.push(item);
    else byGroup.set(key, [item]);
  }
  return [...byGroup.values()].flat();
}

function groupOfCard(card: LayoutCard): GroupId | null {
  return card.group;
}
