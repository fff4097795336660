import type { CommandFault } from "./commands.ts";
import { type Field, fieldOf, recordFields } from "./fields.ts";
import { idPattern, type RecordId } from "./ids.ts";
import { modelLimits } from "./limits.ts";
import { getAs, getStatement, type MapView } from "./map-view.ts";
import type { RecordType } from "./records.ts";
import { keyOf } from "./writes.ts";

/** A refusal. */
export function fault(
  code: CommandFault["code"],
  message: string,
  ...ids: readonly RecordId[]
): CommandFault {
  return { code, message, ids };
}

/** New ids must look like ids and name nothing yet. */
export function checkNewId(view: MapView, id: RecordId): CommandFault | undefined {
  if (!idPattern.test(id))
    return fault("bad-value", `"${id}" is not an id: 1 to 64 letters, digits, "_" or "-".`);
  return view.has(id) ? fault("id-taken", `There is already something with the id ${id}.`, id) : undefined;
}

/** The record must be there and be of that type. */
export function checkExists(view: MapView, type: RecordType, id: RecordId): CommandFault | undefined {
  if (getAs(view, type, id)) return undefined;
  return view.get(id)
    ? fault("wrong-kind", `${id} is not a ${type}.`, id)
    : fault("missing", `There is no ${type} ${id}.`, id);
}

/** Ends of arguments and conflicts are claims or evidence. */
export function checkStatement(view: MapView, id: RecordId): CommandFault | undefined {
  const missing = checkExists(view, "card", id);
  if (missing) return missing;
  return getStatement(view, id as Parameters<typeof getStatement>[1])
    ? undefined
    : fault("wrong-kind", `${id} is a question; questions are answered, not argued for or against.`, id);
}

/** Values for fields of kind `value` must be what the fields hold. */
export function checkValues(
  type: RecordType,
  id: RecordId,
  values: Readonly<Record<string, unknown>>,
): CommandFault | undefined {
  for (const [name, value] of Object.entries(values)) {
    const field = (recordFields[type] as Readonly<Record<string, Field>>)[name];
    if (field?.kind !== "value" || !field.schema.safeParse(value).success) {
      return fault(
        "bad-value",
        `"${name}" of ${type} ${id} cannot be ${JSON.stringify(value)?.slice(0, 80)}.`,
        id,
      );
    }
  }
  return undefined;
}

/** A list in a record takes no more than a file may hold; replacing what is in it is always possible. */
export function checkRoom(view: MapView, id: RecordId, list: string, key: string): CommandFault | undefined {
  const record = view.get(id);
  const items = record ? (fieldOf(record, list) as readonly (string | { readonly id: string })[]) : [];
  if (items.length < modelLimits.maxMembers || items.some((item) => keyOf(item) === key)) return undefined;
  return fault("too-large", `"${list}" of ${id} holds ${modelLimits.maxMembers} at most.`, id);
}

/** The first fault of several checks. */
export function firstFault(...faults: readonly (CommandFault | undefined)[]): CommandFault | undefined {
  return faults.find((found) => found !== undefined);
}
