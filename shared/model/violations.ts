import { breakOfParentRing, breakOfTargetRing, type ChainMemo, chainMemo, isDangling } from "./chains.ts";
import type { RecordId } from "./ids.ts";
import { getAs, type MapView } from "./map-view.ts";
import type { PlainMap } from "./plain-map.ts";
import type { Argument, Card, Conflict, MapRecord } from "./records.ts";
import { sayingOf, saysTheSame } from "./repetition.ts";
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
 * did wrong. Mentions of what is gone are no violation; see `resolve`. Costs what the record is connected to; passes over
 * many records share a memo.
 */
export function checkRecordRules(
  record: MapRecord,
  stored: MapView,
  memo: ChainMemo = chainMemo(),
): readonly Violation[] {
  return [...violationsOf(record, stored, memo), ...repetitionsOf(record, stored, memo)];
}

/** All violations of a map, each once; its mentions may lead to records `beyond` it. O(map). */
export function checkMap(map: PlainMap, beyond?: Pick<MapView, "get">): readonly Violation[] {
  const stored = { get: (id: RecordId) => map.records.get(id) ?? beyond?.get(id) };
  const memo = chainMemo();
  const found: Violation[] = [];
  const firsts = new Map<string, Relation>();
  for (const record of [...map.records.values()].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    found.push(...violationsOf(record, stored, memo));
    const saying = isRelation(record) ? sayingOf(record) : undefined;
    if (!isRelation(record) || saying === undefined) continue;
    const key = `${record.type}/${saying}`;
    const first = firsts.get(key);
    if (!first) firsts.set(key, record);
    else if (isWhole(record, stored, memo)) found.push(repetition(record, first));
  }
  return found;
}

function violationsOf(
  record: MapRecord,
  stored: Pick<MapView, "get">,
  memo: ChainMemo,
): readonly Violation[] {
  switch (record.type) {
    case "card":
      return cardViolations(record, stored, memo);
    case "argument":
      return isWhole(record, stored, memo) ? argumentViolations(record, stored, memo) : [];
    case "conflict":
      return isWhole(record, stored, memo) ? conflictViolations(record, stored) : [];
    case "source":
    case "step":
    case "presentation":
    case "group":
      return [];
  }
}

function cardViolations(card: Card, stored: Pick<MapView, "get">, memo: ChainMemo): readonly Violation[] {
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
  if (misplaced || breakOfParentRing(card, stored, memo) === card.id) {
    found.push({
      rule: "I8",
      id: card.id,
      message: `Card ${card.id} cannot be part of ${card.parent}: questions are part of questions, never of themselves.`,
      fix: [{ op: "assign", type: "card", id: card.id, values: { parent: null } }],
    });
  }
  return found;
}

function argumentViolations(
  argument: Argument,
  stored: Pick<MapView, "get">,
  memo: ChainMemo,
): readonly Violation[] {
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
  if (breakOfTargetRing(argument, stored, memo) === id)
    found.push(discarded("I5", argument, `Argument ${id} is about itself in the end.`));
  return found;
}

function conflictViolations(conflict: Conflict, stored: Pick<MapView, "get">): readonly Violation[] {
  const [a, b] = conflict.members;
  const isRight =
    a !== b &&
    conflict.members.every((id) => {
      const record = stored.get(id);
      return record && isStatement(record);
    });
  return isRight
    ? []
    : [discarded("I7", conflict, `Conflict ${conflict.id} must stand between two different claims.`)];
}

/** [I7, I9] Of relations that say the same, the one with the least id stays. */
function repetitionsOf(record: MapRecord, stored: MapView, memo: ChainMemo): readonly Violation[] {
  const anchor =
    record.type === "argument" ? record.premises[0] : record.type === "conflict" && record.members[0];
  if (!isRelation(record) || !anchor || sayingOf(record) === undefined) return [];
  if (!isWhole(record, stored, memo)) return [];
  let first = record;
  const others: Relation[] = [];
  for (const other of stored.referrersOf(anchor)) {
    if (!isRelation(other) || other.id === record.id || !saysTheSame(record, other)) continue;
    others.push(other);
    if (other.id < first.id) first = other;
  }
  return first === record ? others.map((other) => repetition(other, record)) : [repetition(record, first)];
}

function repetition(later: Relation, first: Relation): Violation {
  return discarded(
    later.type === "argument" ? "I9" : "I7",
    later,
    `${later.type === "argument" ? "Argument" : "Conflict"} ${later.id} says again what ${first.id} says.`,
  );
}

type Relation = Argument | Conflict;

function isRelation(record: MapRecord): record is Relation {
  return record.type === "argument" || record.type === "conflict";
}

/** Whether all that the relation needs is there; what hangs on something deleted is left alone until that returns. */
function isWhole(relation: Relation, stored: Pick<MapView, "get">, memo: ChainMemo): boolean {
  return relation.type === "argument"
    ? !isDangling(relation, stored, memo)
    : relation.members.every((id) => stored.get(id) !== undefined);
}

function discarded(rule: Violation["rule"], record: Relation, message: string): Violation {
  return { rule, id: record.id, message, fix: [{ op: "delete", type: record.type, id: record.id }] };
}

function isStatement(record: MapRecord): boolean {
  return record.type === "card" && record.kind !== "question";
}
