import * as Y from "yjs";
import { isOrderKey } from "#shared/lib/order-key.ts";
import {
  type CardId,
  type Field,
  fieldsOf,
  idPattern,
  isPoint,
  type MapMeta,
  type MapRecord,
  metaSchemas,
  type Point,
  type RecordId,
  type RecordType,
  type Violation,
  type Write,
} from "#shared/model/index.ts";
import { birthKey, isDeletedKey, metaKeys, recordTypes } from "./doc-layout.ts";

/** A record as far as it can be read, and what was odd about it. Readers never throw, whatever a peer wrote. */
export type Reading = Readonly<{ record: MapRecord | undefined; oddities: readonly Violation[] }>;

const nothing: Reading = { record: undefined, oddities: [] };
const none: readonly never[] = Object.freeze([]);

/**
 * A record of each type to copy, with all keys there: engines keep an object whose keys are added one by one as a
 * dictionary, five times as large and slow to read. Only a literal or parsed JSON comes with all its keys at once.
 */
const blanks = Object.fromEntries(
  recordTypes.map((type) => {
    const fields = fieldsOf(type).map(([name]) => [name, null]);
    return [type, JSON.parse(JSON.stringify({ type, id: "", ...Object.fromEntries(fields) }))];
  }),
) as Readonly<Record<RecordType, Readonly<Record<string, unknown>>>>;

/** Reads the record that `stored` holds; undefined where it is deleted, unborn, or lacks what it cannot do without. */
export function readRecord(type: RecordType, id: string, stored: unknown): Reading {
  if (!idPattern.test(id) || !(stored instanceof Y.Map)) return nothing;
  if (!stored.has(birthKey) || isDeleted(stored)) return nothing;
  const record: Record<string, unknown> = { ...blanks[type] };
  record["id"] = id;
  let oddities: Violation[] | undefined;
  for (const [name, field] of fieldsOf(type)) {
    const held = stored.get(name);
    if (field.kind === "text") {
      record[name] = textIn(held);
      continue;
    }
    const { value, fix } = readField(type, id as RecordId, name, field, held);
    if (value === undefined) return nothing;
    record[name] = value;
    if (fix.length === 0) continue;
    oddities ??= [];
    oddities.push({
      rule: "field",
      id: id as RecordId,
      message: `"${name}" of ${type} ${id} held something odd.`,
      fix,
    });
  }
  return { record: Object.freeze(record) as unknown as MapRecord, oddities: oddities ?? none };
}

/** A text as stored; before version 3 a step's notes were a plain string. */
export function textIn(held: unknown): string {
  if (held instanceof Y.Text) return held.toString();
  return typeof held === "string" ? held : "";
}

/** Whether a stored record is deleted. By `forEach`, here and below: the iterators of a Y.Map make five objects an entry. */
export function isDeleted(stored: Y.Map<unknown>): boolean {
  let found = false;
  stored.forEach((_, key) => {
    found ||= isDeletedKey(key);
  });
  return found;
}

/** When the record was deleted last (ms since 1970); undefined where it is not, or nobody can tell when. */
export function deletedAt(stored: unknown): number | undefined {
  let last: number | undefined;
  for (const [key, time] of stored instanceof Y.Map ? stored.entries() : []) {
    if (isDeletedKey(key) && typeof time === "number" && !(last !== undefined && last >= time)) last = time;
  }
  return last;
}

type FieldReading = Readonly<{ value: unknown; fix: readonly Write[] }>;

function plain(value: unknown): FieldReading {
  return { value, fix: none };
}

function readField(
  type: RecordType,
  id: RecordId,
  name: string,
  field: Exclude<Field, { kind: "text" }>,
  stored: unknown,
): FieldReading {
  switch (field.kind) {
    case "value": {
      if (stored === undefined && field.initial !== undefined) return plain(field.initial);
      if (field.holds?.(stored)) return plain(stored);
      const parsed = field.schema.safeParse(stored);
      if (parsed.success) return plain(parsed.data);
      const value = field.initial !== undefined ? field.initial : field.fallback;
      const fix: Write[] = value === undefined ? [] : [{ op: "assign", type, id, values: { [name]: value } }];
      return { value, fix };
    }
    case "members":
    case "entries":
      return stored instanceof Y.Map ? readSet(type, id, name, field, stored) : plain(none);
  }
}

/** Ordered sets lie as a Y.Map from key to order key (`members`) or to [order key, rest of the value] (`entries`). */
function readSet(
  type: RecordType,
  id: RecordId,
  name: string,
  field: SetField,
  stored: Y.Map<unknown>,
): FieldReading {
  const found: { order: string; key: string; item: unknown }[] = [];
  let fix: Write[] | undefined;
  stored.forEach((entry, key) => {
    const [order, rest] = field.kind === "entries" && Array.isArray(entry) ? entry : [entry, undefined];
    const item = itemOf(field, key, rest);
    if (item !== undefined) {
      found.push({ order: isOrderKey(order) ? order : "", key, item });
    } else {
      fix ??= [];
      fix.push({ op: "exclude", type, id, field: name, key });
    }
  });
  if (found.length > 1) found.sort((a, b) => compare(a.order, b.order) || compare(a.key, b.key));
  const value = found.length === 0 ? none : Object.freeze(found.map(({ item }) => item));
  return { value, fix: fix ?? none };
}

type SetField = Extract<Field, { kind: "members" | "entries" }>;

/** The member or value that an entry stands for; undefined where it is none. */
function itemOf(field: SetField, key: string, rest: unknown): unknown {
  if (field.kind === "members" && field.holds(key)) return key;
  return field.schema.safeParse(field.kind === "entries" ? { ...asObject(rest), id: key } : key).data;
}

/** The greatest order key in a set, or null where it has none. */
export function lastOrderKey(stored: Y.Map<unknown>): string | null {
  let last: string | null = null;
  for (const entry of stored.values()) {
    const order = Array.isArray(entry) ? entry[0] : entry;
    if (isOrderKey(order) && (last === null || order > last)) last = order;
  }
  return last;
}

/** Where a card lies, as stored; undefined where nobody placed it or the place makes no sense. */
export function readPosition(positions: Y.Map<unknown>, id: CardId): Point | undefined {
  const at = positions.get(id);
  return isPoint(at) ? at : undefined;
}

/** The map's title and birth. */
export function readMeta(meta: Y.Map<unknown>): MapMeta {
  const title = metaSchemas.title.safeParse(meta.get(metaKeys.title));
  const createdAt = metaSchemas.createdAt.safeParse(meta.get(metaKeys.createdAt));
  return Object.freeze({
    title: title.success ? title.data : "",
    createdAt: createdAt.success ? createdAt.data : 0,
  });
}

function asObject(value: unknown): object {
  return typeof value === "object" && value !== null ? value : {};
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
