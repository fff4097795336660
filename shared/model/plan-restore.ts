import type { Command, CommandFault } from "./commands.ts";
import { metaSchemas, pointSchema } from "./fields.ts";
import { idPattern } from "./ids.ts";
import { modelLimits } from "./limits.ts";
import { fault } from "./plan-checks.ts";
import { checkRecord } from "./plan-things.ts";
import type { PlanView } from "./plan-view.ts";

/**
 * Plans putting back what was there. Each record is checked by itself; that together they keep the rules is for whoever
 * took them from one map, and `repair` mends what others' work beside it breaks. O(what is put back).
 */
export function planRestore(
  view: PlanView,
  { remove, records, places, title }: Extract<Command, { type: "restore" }>,
): CommandFault | undefined {
  if (records.length > modelLimits.maxRecords)
    return fault(
      "too-large",
      `A map holds ${modelLimits.maxRecords} records; ${records.length} are to be put back.`,
    );
  for (const id of new Set(remove)) {
    const record = view.get(id);
    if (!record) return fault("missing", `There is nothing with the id ${id}.`, id);
    view.write({ op: "delete", type: record.type, id });
  }
  for (const record of records) {
    if (!idPattern.test(record.id)) return fault("bad-value", "What is put back has an id that is none.");
    const type = view.get(record.id)?.type;
    if (type !== undefined && type !== record.type)
      return fault("id-taken", `${record.id} is a ${type} now.`, record.id);
    const faulty = checkRecord(record);
    if (faulty) return faulty;
    view.write({ op: "restore", record });
  }
  for (const [id, at] of places) {
    if (view.get(id)?.type !== "card") return fault("missing", `There is no card ${id}.`, id);
    if (!pointSchema.safeParse(at).success) return fault("bad-value", `Card ${id} cannot lie at ${at}.`, id);
    view.write({ op: "place", id, at });
  }
  if (title === null) return undefined;
  if (!metaSchemas.title.safeParse(title).success)
    return fault("bad-value", "What is put back has a title that is none.");
  view.write({ op: "entitle", title });
  return undefined;
}
