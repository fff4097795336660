import * as Y from "yjs";
import { isOrderKey } from "#shared/lib/order-key.ts";
import {
  type CardId,
  type Field,
  fieldsOf,
  idPattern,
  initialOf,
  type MapMeta,
  type MapRecord,
  metaSchemas,
  type Point,
  pointSchema,
  type RecordId,
  type RecordType,
  type Violation,
  type Write,
} from "#shared/model/index.ts";
import { birthKey, isDeletedKey, metaKeys } from "./doc-layout.ts";

/** A record as far as it can be read, and what was odd about it. Readers never throw, whatever a peer wrote. */
export type Reading = Readonly<{ record: MapRecord | undefined; oddities: readonly Violation[] }>;

const nothing: Reading = { record: undefined, oddities: [] };

/** Reads the record that `stored` holds; undefined where it is deleted, unborn, or lacks what it cannot do without. */
export function readRecord(type: RecordType, id: string, stored: unknown): Reading {
  if (!idPattern.test(id) || !(stored instanceof Y.Map)) return nothing;
  if (!stored.has(birthKey) || isDeleted(stored)) return nothing;
  const record: Record<string, unknown> = { type, id };
  const fixes: (readonly [field: string, fix: readonly Write[]])[] = [];
  for (const [name, field] of fieldsOf(type)) {
    const { value, fix } = readField(type, id as RecordId, name, field, stored.get(name));
    if (value === undefined) return nothing;
    record[name] = value;
    if (fix.length > 0) fixes.push([name, fix]);
  }
  const oddities = fixes.map(
    ([name, fix]): Violation => ({
      rule: "field",
      id: id as RecordId,
      message: `"${name}" of ${type} ${id} held something odd.`,
      fix,
    }),
  );
  return { record: Object.freeze(record) as unknown as MapRecord, oddities };
}

function isDeleted(stored: Y.Map<unknown>): boolean {
  for (const key of stored.keys()) if (isDeletedKey(key)) return true;
  return false;
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

function readField(
  type: RecordType,
  id: RecordId,
  name: string,
  field: Field,
  stored: unknown,
): FieldReading {
  switch (field.kind) {
    case "text":
      return { value: stored instanceof Y.Text ? stored.toString() : "", fix: [] };
    case "value": {
      if (stored === undefined && field.initial !== undefined) return { value: field.initial, fix: [] };
      const parsed = field.schema.safeParse(stored);
      if (parsed.success) return { value: parsed.data, fix: [] };
      const value = field.initial !== undefined ? field.initial : field.fallback;
      const fix: Write[] = value === undefined ? [] : [{ op: "assign", type, id, values: { [name]: value } }];
      return { value, fix };
    }
    case "members":
    case "entries":
      return stored instanceof Y.Map
        ? readSet(type, id, name, field, stored)
        : { value: Object.freeze(initialOf(field)), fix: [] };
  }
}

/** Ordered sets lie as a Y.Map from key to order key (`members`) or to [order key, rest of the value] (`entries`). */
function readSet(
  type: RecordType,
  id: RecordId,
  name: string,
  field: Extract<Field, { kind: "members" | "entries" }>,
  stored: Y.Map<unknown>,
): FieldReading {
  const found: { order: string; key: string; item: unknown }[] = [];
  const fix: Write[] = [];
  for (const [key, entry] of stored.entries()) {
    const [order, rest] = field.kind === "entries" && Array.isArray(entry) ? entry : [entry, undefined];
    const candidate = field.kind === "entries" ? { ...asObject(rest), id: key } : key;
    const parsed = field.schema.safeParse(candidate);
    if (parsed.success) found.push({ order: isOrderKey(order) ? order : "", key, item: parsed.data });
    else fix.push({ op: "exclude", type, id, field: name, key });
  }
  found.sort((a, b) => compare(a.order, b.order) || compare(a.key, b.key));
  return { value: Object.freeze(found.map(({ item }) => item)), fix };
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
  const parsed = pointSchema.safeParse(positions.get(id));
  return parsed.success ? parsed.data : undefined;
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
