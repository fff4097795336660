import type { CommandFault } from "./commands.ts";
import { pointSchema } from "./fields.ts";
import { modelLimits } from "./limits.ts";
import { type PlainMap, resolveMap } from "./plain-map.ts";
import { checkNewId, fault } from "./plan-checks.ts";
import { checkRecord } from "./plan-things.ts";
import type { PlanView } from "./plan-view.ts";
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
  const [violation] = checkMap(map);
  if (violation) return fault("bad-value", violation.message, violation.id);
  // What mentions nothing that exists would be hidden for good; it is left out instead.
  const clean = resolveMap(map);
  for (const record of clean.records.values()) view.write({ op: "create", record });
  for (const [id, at] of clean.positions) {
    if (!pointSchema.safeParse(at).success) return fault("bad-value", `Card ${id} cannot lie at ${at}.`, id);
    view.write({ op: "place", id, at });
  }
  return undefined;
}
