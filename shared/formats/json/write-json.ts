import { byAge, type Field, fieldOf, fieldsOf, type MapRecord, type PlainMap } from "#shared/model/index.ts";
import { collections, formatName } from "./schema.ts";

/**
 * The whole map as our own JSON, complete and stable: records by age, then id; fields in the order of the model;
 * what is at its initial value left out; two spaces, final newline. The same map gives the same bytes.
 */
export function writeJson(map: PlainMap): string {
  const file: Record<string, unknown> = {
    format: formatName,
    version: versionFor(map),
    title: map.meta.title,
    createdAt: map.meta.createdAt,
  };
  const records = [...map.records.values()].sort(byAge);
  for (const [name, type] of collections) {
    const list = records.filter((record) => record.type === type).map((record) => plainRecord(record, map));
    if (name !== "presentations" || file["version"] !== 1) file[name] = list;
  }
  return `${JSON.stringify(file, null, 2)}\n`;
}

/**
 * The lowest that can say all: programs that know only version 1 would run several presentations into one and show what
 * is hidden, and go on reading every other map.
 */
function versionFor(map: PlainMap): 1 | 2 {
  for (const record of map.records.values()) {
    if (record.type === "presentation") return 2;
    const isNew = (name: string): boolean => !stepFieldsOfVersion1.has(name);
    if (record.type !== "step") continue;
    for (const [name, field] of fieldsOf("step"))
      if (isNew(name) && !isInitial(field, fieldOf(record, name))) return 2;
  }
  return 1;
}

const stepFieldsOfVersion1: ReadonlySet<string> = new Set([
  "order",
  "title",
  "notes",
  "shows",
  "view",
  "createdAt",
]);

function plainRecord(record: MapRecord, map: PlainMap): Record<string, unknown> {
  const plain: Record<string, unknown> = { id: record.id };
  for (const [name, field] of fieldsOf(record.type)) {
    const value = fieldOf(record, name);
    if (!isInitial(field, value)) plain[name] = field.kind === "entries" ? trimmedEntries(value) : value;
  }
  const at = record.type === "card" ? map.positions.get(record.id) : undefined;
  return at ? { ...plain, at } : plain;
}

function isInitial(field: Field, value: unknown): boolean {
  return field.kind === "value" ? value === field.initial : field.kind !== "text" && isEmpty(value);
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

/** Entries without what says nothing: empty strings and nulls, which reading fills in again. */
function trimmedEntries(value: unknown): unknown {
  return (value as readonly object[]).map((entry) =>
    Object.fromEntries(Object.entries(entry).filter(([, part]) => part !== null && part !== "")),
  );
}
