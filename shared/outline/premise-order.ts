import type { Command } from "#shared/model/commands.ts";
import type { CardId } from "#shared/model/ids.ts";
import { getAs, type MapView } from "#shared/model/map-view.ts";
import type { Argument } from "#shared/model/records.ts";
import type { RowRelation } from "./outline-row.ts";
import { type Beside, orderEdits, type SiblingUnit } from "./sibling-units.ts";

/** A premise and the one before which it goes; null where it goes to the end. */
export type PremisePlace = Readonly<{ card: CardId; before: CardId | null }>;

/** One place up (-1) or down (1) among the premises; undefined where there is none further on. */
export function premiseShifted({ premises }: Argument, card: CardId, step: -1 | 1): PremisePlace | undefined {
  const at = premises.indexOf(card);
  const passed = premises[at + step];
  if (at < 0 || passed === undefined) return undefined;
  return { card, before: step < 0 ? passed : (premises[at + 2] ?? null) };
}

/** Beside another premise of the argument; undefined where `near` is none. */
export function premiseBeside({ premises }: Argument, card: CardId, near: Beside): PremisePlace | undefined {
  const others = premises.filter((premise) => premise !== card);
  const at = others.indexOf(near.card);
  if (at < 0) return undefined;
  return { card, before: near.side === "before" ? near.card : (others[at + 1] ?? null) };
}

/** The commands that put a premise there. The argument stays where it is among its siblings, though its first premise changes. */
export function premiseEdits(
  view: MapView,
  siblings: readonly SiblingUnit[],
  relation: RowRelation,
  { id, premises }: Argument,
  { card, before }: PremisePlace,
): readonly Command[] {
  const edit: Command = { type: "orderPremise", argument: id, card, before };
  const others = premises.filter((premise) => premise !== card);
  const [lead] = others.toSpliced(before === null ? others.length : others.indexOf(before), 0, card);
  const first = lead && lead !== premises[0] ? getAs(view, "card", lead) : undefined;
  if (!first) return [edit];
  const alike = siblings.filter((unit) => unit.relation === relation);
  const at = alike.findIndex(({ cards }) => cards[0] === premises[0] && cards.includes(card));
  const [previous, next] = [alike[at - 1]?.cards[0], alike[at + 1]?.cards[0]];
  const near: Beside | null = previous
    ? { card: previous, side: "after" }
    : next
      ? { card: next, side: "before" }
      : null;
  return [edit, ...orderEdits(view, siblings, relation, first, near)];
}
