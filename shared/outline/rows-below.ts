import type { RecordId } from "#shared/model/ids.ts";
import { argumentRef, argumentsTo, cardRef, getAs, type MapView } from "#shared/model/map-view.ts";
import { byAge, bySiblingOrder } from "#shared/model/plain-map.ts";
import type { Argument, Card, Conflict, Ref } from "#shared/model/records.ts";
import { argumentOf, type OutlineRow, type RowLink, rowBelow } from "./outline-row.ts";

/**
 * The rows below a row: what speaks to its card, unless the path runs in a circle, and, where the row completes the
 * premises of a step, what is said about that step. Costs what it yields.
 */
export function rowsBelow(view: MapView, row: OutlineRow): readonly OutlineRow[] {
  if (row.relation === "conflict") return [];
  const links = row.isCircular ? [] : linksTo(view, cardRef(row.card));
  const step = stepOf(view, row);
  if (step) links.push(...linksTo(view, argumentRef(step.id)));
  return links.map((link) => rowBelow(row, link));
}

/** The step that is complete with this row: that of its argument, if no premise follows. */
function stepOf(view: MapView, row: Pick<OutlineRow, "card" | "relation" | "via">): Argument | undefined {
  const id = argumentOf(row);
  const argument = id ? getAs(view, "argument", id) : undefined;
  return argument && argument.premises.at(-1) === row.card ? argument : undefined;
}

/** What speaks to a card or a step, as it is read: answers, reasons, objections, parts, questions, contradictions. */
export function linksTo(view: MapView, target: Ref): RowLink[] {
  const answers: Card[] = [];
  const parts: Card[] = [];
  const raised: Card[] = [];
  const conflicts: Conflict[] = [];
  for (const record of view.referrersOf(target.id)) {
    if (record.type === "conflict") conflicts.push(record);
    if (record.type !== "card") continue;
    if (record.answers.some((id) => id === target.id)) answers.push(record);
    if (record.parent === target.id) parts.push(record);
    if (record.raisedBy?.id === target.id) raised.push(record);
  }
  const { reasons, objections } = unitsTo(view, target);
  const [forIt, againstIt] =
    target.type === "card" ? (["reason", "objection"] as const) : (["backing", "undercut"] as const);
  return [
    ...alone(answers, "answer"),
    ...reasons.flatMap((argument) => premiseLinks(argument, forIt)),
    ...objections.flatMap((argument) => premiseLinks(argument, againstIt)),
    ...alone(parts, "part"),
    ...alone(raised, "raised"),
    ...conflicts.sort(byAge).map(
      ({ id, members: [a, b] }): RowLink => ({
        card: a === target.id ? b : a,
        relation: "conflict",
        via: id,
        together: "alone",
      }),
    ),
  ];
}

/** The arguments about a card or step, each kind in the order of its first premises. */
function unitsTo(
  view: MapView,
  target: Ref,
): Readonly<Record<"reasons" | "objections", readonly Argument[]>> {
  const found = [...argumentsTo(view, target)]
    .map((argument) => ({ argument, card: firstPremise(view, argument) }))
    .sort((a, b) => (a.card && b.card ? bySiblingOrder(a.card, b.card) : 0) || byAge(a.argument, b.argument))
    .map(({ argument }) => argument);
  return {
    reasons: found.filter(({ polarity }) => polarity === "support"),
    objections: found.filter(({ polarity }) => polarity === "oppose"),
  };
}

function firstPremise(view: MapView, argument: Argument): Card | undefined {
  const [first] = argument.premises;
  return first && getAs(view, "card", first);
}

function alone(cards: Card[], relation: "answer" | "part" | "raised"): readonly RowLink[] {
  return cards
    .sort(bySiblingOrder)
    .map(({ id }): RowLink => ({ card: id, relation, via: null, together: "alone" }));
}

function premiseLinks(
  argument: Argument,
  relation: "reason" | "objection" | "backing" | "undercut",
): readonly RowLink[] {
  const isLinked = argument.premises.length > 1;
  return argument.premises.map((card, index) => ({
    card,
    relation,
    via: argument.id,
    together: isLinked ? (index === 0 ? "first" : "more") : "alone",
  }));
}

/** What the records of a row speak to: below these it stands, or stood. */
export function targetsOf(view: Pick<MapView, "get">, id: RecordId): readonly RecordId[] {
  const record = view.get(id);
  switch (record?.type) {
    case "card": {
      const { answers, parent, raisedBy } = record;
      return [...answers, ...(parent ? [parent] : []), ...(raisedBy ? [raisedBy.id] : [])];
    }
    case "argument":
      return [record.target.id];
    case "conflict":
      return record.members;
    default:
      return [];
  }
}
