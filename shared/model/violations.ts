import type { RecordId } from "./ids.ts";
import { argumentsTo, getAs, type MapView } from "./map-view.ts";
import { type PlainMap, viewOf } from "./plain-map.ts";
import { saysTheSame } from "./plan-relations.ts";
import type { Argument, Card, Conflict, MapRecord } from "./records.ts";
import { breakOfParentRing, breakOfTargetRing } from "./resolve.ts";
import type { Write } from "./writes.ts";

/** A stored record that breaks a rule of docs/spec/model.md, and the writes that mend it, the same on every peer. */
export type Violation = Readonly<{
  rule: "I1" | "I2" | "I3" | "I5" | "I7" | "I8" | "I9" | "field";
  id: RecordId;
  message: string;
  fix: readonly Write[];
}>;

/**
 * What is wrong with one stored record. Two people editing at once can bring each of these about, though neither
 * did wrong. Mentions of what is gone are no violation; see `resolve`. Costs what the record is connected to.
 */
export function checkRecordRules(record: MapRecord, stored: MapView): readonly Violation[] {
  switch (record.type) {
    case "card":
      return cardViolations(record, stored);
    case "argument":
      return argumentViolations(record, stored);
    case "conflict":
      return conflictViolations(record, stored);
    case "source":
    case "step":
    case "group":
      return [];
  }
}

/** All violations of a map, each once. O(map). */
export function checkMap(map: PlainMap): readonly Violation[] {
  const view = viewOf(map);
  const found = new Map<string, Violation>();
  for (const record of map.records.values()) {
    for (const violation of checkRecordRules(record, view)) found.set(violation.message, violation);
  }
  return [...found.values()];
}

function cardViolations(card: Card, stored: MapView): readonly Violation[] {
  const found: Violation[] = [];
  const answered = card.answers.filter((id) => getAs(stored, "card", id)?.kind !== undefined);
  const wrong =
    card.kind === "question"
      ? answered
      : answered.filter((id) => getAs(stored, "card", id)?.kind !== "question");
  for (const key of wrong) {
    found.push({
      rule: "I8",
      id: card.id,
      message: `Card ${card.id} cannot answer ${key}: claims answer questions.`,
      fix: [{ op: "exclude", type: "card", id: card.id, field: "answers", key }],
    });
  }
  const parentKind = card.parent ? getAs(stored, "card", card.parent)?.kind : undefined;
  const misplaced = parentKind !== undefined && (card.kind !== "question" || parentKind !== "question");
  if (misplaced || breakOfParentRing(card, stored) === card.id) {
    found.push({
      rule: "I8",
      id: card.id,
      message: `Card ${card.id} cannot be part of ${card.parent}: questions are part of questions, never of themselves.`,
      fix: [{ op: "assign", type: "card", id: card.id, values: { parent: null } }],
    });
  }
  return found;
}

function argumentViolations(argument: Argument, stored: MapView): readonly Violation[] {
  const found: Violation[] = [];
  const { id, target } = argument;
  const drop = (rule: Violation["rule"], key: string, message: string) =>
    found.push({ rule, id, message, fix: [{ op: "exclude", type: "argument", id, field: "premises", key }] });

  for (const premise of argument.premises) {
    const record = stored.get(premise);
    if (premise === target.id) drop("I3", premise, `Card ${premise} is a reason for itself in ${id}.`);
    else if (record && !isStatement(record))
      drop("I1", premise, `${premise} cannot be a premise of ${id}: it is no claim.`);
  }
  const aim = stored.get(target.id);
  if (aim && !(target.type === "argument" ? aim.type === "argument" : isStatement(aim))) {
    found.push(
      discarded("I2", argument, `Argument ${id} is about ${target.id}, which is no claim and no step.`),
    );
  }
  if (breakOfTargetRing(argument, stored) === id)
    found.push(discarded("I5", argument, `Argument ${id} is about itself in the end.`));
  for (const other of argumentsTo(stored, target)) {
    if (other.id !== id && saysTheSame(argument, other)) found.push(repetition(argument, other));
  }
  return found;
}

/** [I9] Of two arguments that say the same, the one with the greater id goes. */
function repetition(a: Argument, b: Argument): Violation {
  const [first, second] = a.id < b.id ? [a, b] : [b, a];
  return discarded("I9", second, `Argument ${second.id} repeats ${first.id}.`);
}

function conflictViolations(conflict: Conflict, stored: MapView): readonly Violation[] {
  const [a, b] = conflict.members;
  const found: Violation[] = [];
  const wrong = conflict.members.some((id) => {
    const record = stored.get(id);
    return record !== undefined && !isStatement(record);
  });
  if (wrong || a === b) {
    found.push(discarded("I7", conflict, `Conflict ${conflict.id} must stand between two different claims.`));
  }
  for (const other of stored.referrersOf(a)) {
    if (other.type !== "conflict" || other.id === conflict.id) continue;
    if (!other.members.includes(a) || !other.members.includes(b)) continue;
    const later = other.id > conflict.id ? other : conflict;
    found.push(
      discarded("I7", later, `Conflict ${later.id} says again that ${a} and ${b} exclude each other.`),
    );
  }
  return found;
}

function discarded(rule: Violation["rule"], record: Argument | Conflict, message: string): Violation {
  return { rule, id: record.id, message, fix: [{ op: "delete", type: record.type, id: record.id }] };
}

function isStatement(record: MapRecord): boolean {
  return record.type === "card" && record.kind !== "question";
}
