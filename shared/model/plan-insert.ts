import type { CommandFault } from "./commands.ts";
import { pointSchema } from "./fields.ts";
import { modelLimits } from "./limits.ts";
import { type PlainMap, resolveMap } from "./plain-map.ts";
import { checkNewId, fault } from "./plan-checks.ts";
import { checkRecord } from "./plan-things.ts";
import type { PlanView } from "./plan-view.ts";
import type { Conflict } from "./records.ts";
import { saysTheSame } from "./repetition.ts";
import { checkMap } from "./violations.ts";

/** Plans bringing in another map whole: a file, a copy, a duplicate of part of this one. O(what is brought in). */
export function planInsert(view: PlanView, map: PlainMap): CommandFault | undefined {
  if (map.records.size > modelLimits.maxRecords) {
    return fault(
      "too-large",
      `A map holds ${modelLimits.maxRecords} records; this one has ${map.records.size}.`,
    );
  }
  for (const record of map.records.values()) {
    const faulty = checkNewId(view, record.id) ?? checkRecord(record);
    if (faulty) return faulty;
  }
  // [I9] A step said twice is no reason to refuse a whole map; it is mended as if two people had said it at once.
  const violation = checkMap(map, view).find(({ rule }) => rule !== "I9");
  if (violation) return fault("bad-value", violation.message, violation.id);
  // What mentions nothing that exists would be hidden for good; it is left out instead.
  const clean = resolveMap(map, view);
  for (const record of clean.records.values()) {
    const faulty = record.type === "conflict" ? checkConflictIsNew(view, map, record) : undefined;
    if (faulty) return faulty;
  }
  for (const record of clean.records.values()) view.write({ op: "create", record });
  for (const [id, at] of clean.positions) {
    if (!pointSchema.safeParse(at).success) return fault("bad-value", `Card ${id} cannot lie at ${at}.`, id);
    view.write({ op: "place", id, at });
  }
  return undefined;
}

/** [I7] Only between two cards that were here before can the pair be taken already. */
function checkConflictIsNew(view: PlanView, map: PlainMap, conflict: Conflict): CommandFault | undefined {
  const [a, b] = conflict.members;
  if (map.records.has(a) || map.records.has(b)) return undefined;
  for (const other of view.referrersOf(a)) {
    if (saysTheSame(conflict, other)) {
      return fault("duplicate", `${a} and ${b} contradict each other already.`, conflict.id, other.id);
    }
  }
  return undefined;
}
