import { unreachable } from "#shared/lib/assert.ts";
import type { Command, CommandFault } from "./commands.ts";
import { blankRecord, fieldOf, fieldsOf, metaSchemas } from "./fields.ts";
import type { CardId, GroupId, RecordId } from "./ids.ts";
import { modelLimits } from "./limits.ts";
import { checkExists, checkNewId, checkValues, fault, firstFault } from "./plan-checks.ts";
import type { PlanView } from "./plan-view.ts";
import type { MapRecord, RecordType } from "./records.ts";

type ThingCommand = Extract<
  Command,
  {
    type: "delete" | "addGroup" | "editGroup" | "assignGroup" | "addSource" | "editSource" | "entitle";
  }
>;

/** Plans deletion of anything, and what concerns groups, sources and the map's title. */
export function planThing(view: PlanView, command: ThingCommand): CommandFault | undefined {
  switch (command.type) {
    case "delete":
      return remove(view, command.ids);
    case "addGroup": {
      const { id, title, members, createdAt } = command;
      const faulty = create(view, blankRecord("group", id, { title, createdAt }));
      return faulty ?? assignGroup(view, members, id);
    }
    case "editGroup":
      return edit(view, "group", command.id, command.values);
    case "assignGroup":
      return assignGroup(view, command.cards, command.group);
    case "addSource":
      return create(view, command.source);
    case "editSource":
      return edit(view, "source", command.id, command.values);
    case "entitle": {
      const title = command.title.trim();
      if (title.length > modelLimits.maxTitleChars) {
        return fault("too-large", `A title has at most ${modelLimits.maxTitleChars} characters.`);
      }
      if (!metaSchemas.title.safeParse(title).success) {
        return fault("bad-value", "The title has half a character in it.");
      }
      view.write({ op: "entitle", title });
      return undefined;
    }
    default:
      return unreachable(command);
  }
}

function remove(view: PlanView, ids: readonly RecordId[]): CommandFault | undefined {
  for (const id of new Set(ids)) {
    const record = view.get(id);
    if (!record) return fault("missing", `There is nothing with the id ${id}.`, id);
    view.write({ op: "delete", type: record.type, id });
  }
  return undefined;
}

/** Plans a new record whose mentions are right. */
export function create(view: PlanView, record: MapRecord): CommandFault | undefined {
  const faulty = checkNewId(view, record.id) ?? checkRecord(record);
  if (faulty) return faulty;
  view.write({ op: "create", record });
  return undefined;
}

/** Whether every field holds what it may. */
export function checkRecord(record: MapRecord): CommandFault | undefined {
  for (const [name, field] of fieldsOf(record.type)) {
    const value = fieldOf(record, name);
    const bad = fault("bad-value", `"${name}" of ${record.type} ${record.id} is malformed.`, record.id);
    switch (field.kind) {
      case "value":
        if (!field.schema.safeParse(value).success) return bad;
        break;
      case "text":
        if (typeof value === "string" && value.length > field.maxChars) return { ...bad, code: "too-large" };
        if (!field.schema.safeParse(value).success) return bad;
        break;
      case "members":
      case "entries":
        if (!Array.isArray(value) || !value.every((item) => field.schema.safeParse(item).success)) return bad;
        if (value.length > modelLimits.maxMembers) return { ...bad, code: "too-large" };
        break;
      default:
        return unreachable(field);
    }
  }
  return undefined;
}

/** Plans new values for fields of kind `value`. */
export function edit(
  view: PlanView,
  type: RecordType,
  id: RecordId,
  values: Readonly<Record<string, unknown>>,
): CommandFault | undefined {
  const faulty = checkExists(view, type, id) ?? checkValues(type, id, values);
  if (faulty) return faulty;
  view.write({ op: "assign", type, id, values });
  return undefined;
}

function assignGroup(
  view: PlanView,
  cards: readonly CardId[],
  group: GroupId | null,
): CommandFault | undefined {
  const faulty = firstFault(
    group ? checkExists(view, "group", group) : undefined,
    ...cards.map((card) => checkExists(view, "card", card)),
  );
  if (faulty) return faulty;
  for (const id of cards) view.write({ op: "assign", type: "card", id, values: { group } });
  return undefined;
}
