import { err, ok, type Result } from "#shared/lib/result.ts";
import type { Command } from "#shared/model/commands.ts";
import type { CardId, RecordId } from "#shared/model/ids.ts";
import { cardRef, getAs, type MapView } from "#shared/model/map-view.ts";
import { bySiblingOrder } from "#shared/model/plain-map.ts";
import { plan } from "#shared/model/plan.ts";
import { PlanView } from "#shared/model/plan-view.ts";
import type { Argument, Ref } from "#shared/model/records.ts";
import { attach, detach, type Making, relationUnder } from "./attach.ts";
import { argumentOf, type OutlineRow, type RowRelation } from "./outline-row.ts";
import { type PremisePlace, premiseBeside, premiseEdits, premiseShifted } from "./premise-order.ts";
import { refsAbove } from "./row-path.ts";
import { type Beside, orderEdits, type SiblingUnit, unitsBelow } from "./sibling-units.ts";

/** The map as the outline shows it: what lies in it, and the cards that stand at the top. */
export type OutlineView = Readonly<{ view: MapView; rootIds: readonly CardId[] }>;

/** Where rows go: below a card or step (null is the top), beside one that is there or after all of their kind. */
export type RowPlace = Readonly<{ under: Ref | null; near: Beside | null }>;

/** Why a row stays where it is. */
export type MoveRefusal = "mention" | "circle" | "first" | "last" | "top" | "nothing-above";

/**
 * The one command that moves a row, and with it the premises that only work together with it. Below a claim or a step
 * it becomes a reason, unless it has been an objection; below a question, an answer or a part. Beside another premise of
 * its own argument it changes its place among them. It may still be refused as saying twice what is said already. Costs
 * the siblings there, and what lies above.
 */
export function planMove(
  { view, rootIds }: OutlineView,
  row: OutlineRow,
  to: RowPlace,
  make: Making,
): Result<Command, MoveRefusal> {
  if (row.relation === "conflict") return err("mention");
  const argumentId = argumentOf(row);
  const argument = argumentId && getAs(view, "argument", argumentId);
  const cards = argument?.premises ?? [row.card];
  const isAtHome = isSame(placeOf(view, row), to.under);
  const among = placeAmong(view, row, to);
  if (argument && among) return ok(reorder({ view, rootIds }, row, argument, among));
  if (to.under && leadsUpTo(view, to.under, new Set([...cards, ...(argument ? [argument.id] : [])]))) {
    return err("circle");
  }
  const relation = relationAt(view, row, argument, to.under);
  const links = isAtHome ? [] : relink(row, argument, to.under, relation, make);
  const [lead] = cards;
  const first = lead && getAs(view, "card", lead);
  const siblings = unitsBelow(view, to.under, rootIds);
  const order = first ? orderEdits(view, siblings, relation, first, to.near) : [];
  return ok({ type: "batch", commands: [...links, ...order] });
}

/** Moves several rows to one place, in their order, as one command; the first refusal refuses all. */
export function planMoves(
  { view, rootIds }: OutlineView,
  rows: readonly OutlineRow[],
  to: RowPlace,
  make: Making,
): Result<Command, MoveRefusal> {
  const draft = new PlanView(view);
  const commands: Command[] = [];
  const moved = new Set<RecordId>();
  let place = to;
  let top = rootIds;
  for (const row of rows) {
    // Premises that only work together have gone with the first of them, unless they change places among themselves.
    const unit = placeAmong(draft, row, place) ? row.card : (argumentOf(row) ?? row.card);
    if (moved.has(unit)) continue;
    moved.add(unit);
    const planned = planMove({ view: draft, rootIds: top }, row, place, make);
    if (!planned.ok) return planned;
    commands.push(planned.value);
    const written = plan(draft, planned.value);
    if (written.ok) for (const write of written.value) draft.write(write);
    if (!to.under) top = inOrder(draft, [...top.filter((id) => id !== row.card), row.card]);
    if (to.near) place = { under: to.under, near: { card: row.card, side: "after" } };
  }
  return ok({ type: "batch", commands });
}

/** Where a premise goes among the others of its own argument; undefined where it is put elsewhere. */
function placeAmong(view: MapView, row: OutlineRow, { under, near }: RowPlace): PremisePlace | undefined {
  const own = argumentOf(row);
  const argument = own && getAs(view, "argument", own);
  return argument && near && isSame(placeOf(view, row), under)
    ? premiseBeside(argument, row.card, near)
    : undefined;
}

function reorder(
  { view, rootIds }: OutlineView,
  row: OutlineRow,
  argument: Argument,
  to: PremisePlace,
): Command {
  const siblings = unitsBelow(view, placeOf(view, row), rootIds);
  return { type: "batch", commands: premiseEdits(view, siblings, row.relation, argument, to) };
}

/**
 * One place up (-1) or down (1): among the premises that only work together with it, and from the first or last of them,
 * together with the others, among those that are the same to what they speak to.
 */
export function planShift(
  outline: OutlineView,
  row: OutlineRow,
  step: -1 | 1,
  make: Making,
): Result<Command, MoveRefusal> {
  const own = argumentOf(row);
  const argument = own && getAs(outline.view, "argument", own);
  const among = argument && premiseShifted(argument, row.card, step);
  if (argument && among) return ok(reorder(outline, row, argument, among));
  const under = placeOf(outline.view, row);
  const units = unitsBelow(outline.view, under, outline.rootIds).filter(
    ({ relation }) => relation === row.relation,
  );
  const lead = argument?.premises[0] ?? row.card;
  const ways = step < 0 ? units.toReversed() : units;
  // A card that is the first premise of several arguments to one thing has one place for all of them.
  const beside = ways
    .slice(ways.findLastIndex(({ cards }) => cards[0] === lead) + 1)
    .find(({ cards }) => cards[0] !== lead)?.cards[0];
  if (beside === undefined) return err(step < 0 ? "first" : "last");
  return planMove(outline, row, { under, near: { card: beside, side: step < 0 ? "before" : "after" } }, make);
}

/** Below the row that stands above it on its level. */
export function planIndent(
  outline: OutlineView,
  row: OutlineRow,
  make: Making,
): Result<Command, MoveRefusal> {
  const above = unitAbove(outline, row);
  const card = above?.cards.at(-1);
  if (!card) return err("nothing-above");
  return planMove(outline, row, { under: cardRef(card), near: null }, make);
}

/** Out of what it stands below, to stand beside that. */
export function planLift(outline: OutlineView, row: OutlineRow, make: Making): Result<Command, MoveRefusal> {
  if (!row.parent) return err("top");
  return planMove(outline, row, placeBeside(outline.view, row.parent, "after"), make);
}

/** The place right before or after a row. */
export function placeBeside(view: MapView, row: OutlineRow, side: Beside["side"]): RowPlace {
  return { under: placeOf(view, row), near: { card: row.card, side } };
}

/** What a row stands below: a card, a step, or nothing. */
export function placeOf(view: MapView, row: OutlineRow): Ref | null {
  const argument = argumentOf(row);
  const target = argument && getAs(view, "argument", argument)?.target;
  if (target) return target;
  if (row.relation === "raised") return getAs(view, "card", row.card)?.raisedBy ?? null;
  return row.parent && cardRef(row.parent.card);
}

function unitAbove({ view, rootIds }: OutlineView, row: OutlineRow): SiblingUnit | undefined {
  const units = unitsBelow(view, placeOf(view, row), rootIds).filter(
    ({ relation }) => relation !== "conflict",
  );
  const index = units.findIndex(
    ({ cards, relation }) => relation === row.relation && cards.includes(row.card),
  );
  return units[index - 1];
}

/** An argument stays for or against; all else becomes what it is by nature. */
function relationAt(
  view: MapView,
  row: OutlineRow,
  argument: Argument | undefined,
  under: Ref | null,
): RowRelation {
  const kind = getAs(view, "card", row.card)?.kind ?? "claim";
  const natural = relationUnder(view, kind, under);
  if (argument?.polarity !== "oppose") return natural;
  return natural === "reason" ? "objection" : natural === "backing" ? "undercut" : natural;
}

function relink(
  row: OutlineRow,
  argument: Argument | undefined,
  under: Ref | null,
  relation: RowRelation,
  make: Making,
): readonly Command[] {
  const isArgued = relation !== "root" && relation !== "answer";
  if (argument && under && isArgued) {
    return [{ type: "retargetArgument", id: argument.id, target: under }];
  }
  const cards = argument?.premises ?? [row.card];
  return [...detach(row), ...cards.flatMap((card) => attach(card, under, relation, make))];
}

function inOrder(view: MapView, ids: readonly CardId[]): readonly CardId[] {
  const cards = ids.flatMap((id) => getAs(view, "card", id) ?? []);
  return cards.sort(bySiblingOrder).map(({ id }) => id);
}

function isSame(a: Ref | null, b: Ref | null): boolean {
  return a?.id === b?.id;
}

/** Whether one of the things lies at or above `from`. */
function leadsUpTo(view: MapView, from: Ref, things: ReadonlySet<RecordId>): boolean {
  const seen = new Set<RecordId>([from.id]);
  const open = [from];
  for (let at = open.pop(); at; at = open.pop()) {
    if (things.has(at.id)) return true;
    for (const above of refsAbove(view, at)) {
      if (seen.has(above.id)) continue;
      seen.add(above.id);
      open.push(above);
    }
  }
  return false;
}
