import { type OrderKey, orderKeyBetween, orderKeys } from "#shared/lib/order-key.ts";
import type { Command } from "#shared/model/commands.ts";
import type { CardId } from "#shared/model/ids.ts";
import { getAs, type MapView } from "#shared/model/map-view.ts";
import { bySiblingOrder } from "#shared/model/plain-map.ts";
import type { Card, Ref } from "#shared/model/records.ts";
import type { RowLink, RowRelation } from "./outline-row.ts";
import { linksTo } from "./rows-below.ts";

/** What moves as one: a card, or the premises of one argument. Its place is that of its first card. */
export type SiblingUnit = Readonly<{ cards: readonly CardId[]; relation: RowRelation }>;

/** In the order in which the rows below a card or step are read. */
const readingOrder: readonly RowRelation[] = [
  "root",
  "answer",
  "reason",
  "backing",
  "objection",
  "undercut",
  "part",
  "raised",
  "conflict",
];

/** What stands below a card or step, or at the top, premises of one argument as one. */
export function unitsBelow(
  view: MapView,
  under: Ref | null,
  rootIds: readonly CardId[],
): readonly SiblingUnit[] {
  if (!under) return rootIds.map((id) => ({ cards: [id], relation: "root" }));
  const units: { cards: CardId[]; link: RowLink }[] = [];
  for (const link of linksTo(view, under)) {
    const last = units.at(-1);
    if (link.together === "more" && last?.link.via === link.via) last.cards.push(link.card);
    else units.push({ cards: [link.card], link });
  }
  return units.map(({ cards, link }) => ({ cards, relation: link.relation }));
}

/** Beside which sibling something goes. */
export type Beside = Readonly<{ card: CardId; side: "before" | "after" }>;

/**
 * The edits that bring `moved` to its place among the units of its relation: beside `near` if that is one of them, at
 * the end that lies nearer to it if it is not, and at the very end without it. Mostly one edit; where siblings have
 * never been ordered, one for each that stands before.
 */
export function orderEdits(
  view: MapView,
  siblings: readonly SiblingUnit[],
  relation: RowRelation,
  moved: Pick<Card, "id" | "createdAt" | "order">,
  near: Beside | null,
): readonly Command[] {
  const others = siblings.filter((unit) => unit.relation === relation && !unit.cards.includes(moved.id));
  const cards = others.flatMap(({ cards: [first] }) => (first ? (getAs(view, "card", first) ?? []) : []));
  const index = indexBeside(siblings, others, relation, near);
  const [previous, next] = [cards[index - 1], cards[index]];
  const isThere =
    (!previous || bySiblingOrder(previous, moved) < 0) && (!next || bySiblingOrder(moved, next) < 0);
  if (isThere) return [];
  const edit = (id: CardId, order: OrderKey): Command => ({ type: "editCard", id, values: { order } });
  if (!areOrdered(cards)) {
    const ids = cards.map(({ id }) => id);
    ids.splice(index, 0, moved.id);
    const keys = orderKeys(ids.length);
    return ids.map((id, at) => edit(id, keys[at] ?? orderKeyBetween(null, null)));
  }
  const edits: Command[] = [];
  let last: OrderKey | null = null;
  for (const card of cards.slice(0, index)) {
    if (card.order === null) {
      last = orderKeyBetween(last, null);
      edits.push(edit(card.id, last));
    } else {
      last = card.order;
    }
  }
  return [...edits, edit(moved.id, orderKeyBetween(last, next?.order ?? null))];
}

function indexBeside(
  siblings: readonly SiblingUnit[],
  others: readonly SiblingUnit[],
  relation: RowRelation,
  near: Beside | null,
): number {
  if (!near) return others.length;
  const index = others.findIndex((unit) => unit.cards.includes(near.card));
  if (index >= 0) return near.side === "before" ? index : index + 1;
  const beside = siblings.find((unit) => unit.cards.includes(near.card));
  const isEarlier = beside && readingOrder.indexOf(beside.relation) < readingOrder.indexOf(relation);
  return isEarlier ? 0 : others.length;
}

/** Peers may have picked the same key; between two of those there is no room. */
function areOrdered(cards: readonly Card[]): boolean {
  return cards.every(({ order }, index) => {
    const before = cards[index - 1]?.order;
    return order === null || before === undefined || before === null || before < order;
  });
}
