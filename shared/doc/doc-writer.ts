import * as Y from "yjs";
import { isOrderKey, orderKeyBetween, orderKeys } from "#shared/lib/order-key.ts";
import { isSameData } from "#shared/lib/same-data.ts";
import {
  type Field,
  fieldOf,
  fieldsOf,
  initialOf,
  keyOf,
  type MapRecord,
  type RecordType,
  textEdit,
  type Write,
} from "#shared/model/index.ts";
import { deletedKey, isDeletedKey, metaKeys, metaRoot, positionsRoot, rootNames } from "./doc-layout.ts";
import { lastOrderKey, textIn } from "./doc-reader.ts";

type TextEdit = ReturnType<typeof textEdit>;

/** Carries out one planned write. The caller holds the transaction; `now` stamps deletions (ms since 1970). */
export function carryOut(ydoc: Y.Doc, write: Write, now: number): void {
  switch (write.op) {
    case "create":
      ydoc.getMap(rootNames[write.record.type]).set(write.record.id, newRecord(write.record));
      return;
    case "restore":
      restore(ydoc, write.record);
      return;
    case "delete":
      recordAt(ydoc, write.type, write.id)?.set(deletedKey(ydoc.clientID), now);
      return;
    case "assign": {
      const record = recordAt(ydoc, write.type, write.id);
      for (const [name, value] of Object.entries(write.values)) record?.set(name, value);
      return;
    }
    case "include": {
      const record = recordAt(ydoc, write.type, write.id);
      if (record) include(nested(record, write.field), write.item);
      return;
    }
    case "exclude": {
      const set = recordAt(ydoc, write.type, write.id)?.get(write.field);
      if (set instanceof Y.Map) set.delete(write.key);
      return;
    }
    case "arrange": {
      const set = recordAt(ydoc, write.type, write.id)?.get(write.field);
      if (set instanceof Y.Map) arrange(set, write.key, write.before);
      return;
    }
    case "splice": {
      const record = recordAt(ydoc, write.type, write.id);
      if (record) splice(record, write.field, write);
      return;
    }
    case "place":
      ydoc.getMap(positionsRoot).set(write.id, write.at);
      return;
    case "entitle":
      ydoc.getMap(metaRoot).set(metaKeys.title, write.title);
      return;
  }
}

function recordAt(ydoc: Y.Doc, type: RecordType, id: string): Y.Map<unknown> | undefined {
  const record = ydoc.getMap(rootNames[type]).get(id);
  return record instanceof Y.Map ? record : undefined;
}

/** Sets and texts are laid down even when empty: two people who fill an absent one at once would each make their own. */
function newRecord(record: MapRecord): Y.Map<unknown> {
  const fields = new Y.Map<unknown>();
  for (const [name, field] of fieldsOf(record.type)) {
    const value = fieldOf(record, name);
    if (field.kind !== "value" || value !== initialOf(field)) fields.set(name, stored(field, value));
  }
  return fields;
}

function restore(ydoc: Y.Doc, record: MapRecord): void {
  const known = recordAt(ydoc, record.type, record.id);
  if (known === undefined) {
    ydoc.getMap(rootNames[record.type]).set(record.id, newRecord(record));
    return;
  }
  for (const key of [...known.keys()]) if (isDeletedKey(key)) known.delete(key);
  for (const [name, field] of fieldsOf(record.type)) restoreField(known, name, field, fieldOf(record, name));
}

/** Writes only what differs, so that what others do meanwhile to the rest is kept. */
function restoreField(record: Y.Map<unknown>, name: string, field: Field, value: unknown): void {
  switch (field.kind) {
    case "value":
      if (!isSameData(record.get(name) ?? field.initial, value)) record.set(name, value);
      return;
    case "text": {
      splice(record, name, textEdit(textIn(record.get(name)), value as string));
      return;
    }
    case "members":
    case "entries":
      restoreSet(nested(record, name), value as readonly (string | { readonly id: string })[]);
  }
}

function restoreSet(set: Y.Map<unknown>, items: readonly (string | { readonly id: string })[]): void {
  const keys = new Set(items.map(keyOf));
  for (const key of [...set.keys()]) if (!keys.has(key)) set.delete(key);
  const held = items.map((item) => orderOf(set.get(keyOf(item))));
  const isInOrder = held.every((order, index) => order !== null && (held[index - 1] ?? "") < order);
  const fresh = orderKeys(items.length);
  items.forEach((item, index) => {
    const entry = entryOf(item, (isInOrder ? held[index] : fresh[index]) ?? "");
    if (!isSameData(set.get(keyOf(item)), entry)) set.set(keyOf(item), entry);
  });
}

function orderOf(entry: unknown): string | null {
  const order = Array.isArray(entry) ? entry[0] : entry;
  return isOrderKey(order) ? order : null;
}

function stored(field: Field, value: unknown): unknown {
  switch (field.kind) {
    case "value":
      return value;
    case "text":
      return new Y.Text(value as string);
    case "members":
    case "entries": {
      const items = value as readonly (string | { readonly id: string })[];
      const keys = orderKeys(items.length);
      const set = new Y.Map<unknown>();
      items.forEach((item, index) => {
        set.set(keyOf(item), entryOf(item, keys[index] ?? ""));
      });
      return set;
    }
  }
}

function include(set: Y.Map<unknown>, item: string | { readonly id: string }): void {
  const known = set.get(keyOf(item));
  const order = Array.isArray(known) ? known[0] : known;
  set.set(
    keyOf(item),
    entryOf(item, typeof order === "string" ? order : orderKeyBetween(lastOrderKey(set), null)),
  );
}

/** One write, unless peers have picked equal keys and left no room there: then all members get new ones. */
function arrange(set: Y.Map<unknown>, key: string, before: string | null): void {
  const places = placesIn(set).filter(([other]) => other !== key);
  const index = before === null ? places.length : places.findIndex(([other]) => other === before);
  const [previous = null, next = null] = [places[index - 1]?.[1], places[index]?.[1]];
  if (next === null || (next !== "" && (previous === null || previous < next))) {
    set.set(key, orderKeyBetween(previous || null, next));
    return;
  }
  const members = places.map(([other]) => other).toSpliced(index, 0, key);
  const keys = orderKeys(members.length);
  for (const [at, member] of members.entries()) set.set(member, keys[at] ?? "");
}

/** The members with their order keys as they are read: an odd key counts as the least. */
function placesIn(set: Y.Map<unknown>): readonly (readonly [string, string])[] {
  const places: (readonly [string, string])[] = [];
  set.forEach((order, member) => {
    places.push([member, isOrderKey(order) ? order : ""]);
  });
  return places.sort(([a, one], [b, other]) => (one === other ? (a < b ? -1 : 1) : one < other ? -1 : 1));
}

function entryOf(item: string | { readonly id: string }, order: string): unknown {
  if (typeof item === "string") return order;
  const { id: _, ...rest } = item;
  return [order, rest];
}

function nested(record: Y.Map<unknown>, field: string): Y.Map<unknown> {
  const known = record.get(field);
  if (known instanceof Y.Map) return known;
  const made = new Y.Map<unknown>();
  record.set(field, made);
  return made;
}

function splice(record: Y.Map<unknown>, field: string, edit: TextEdit): void {
  let text = record.get(field);
  if (!(text instanceof Y.Text)) {
    text = new Y.Text(textIn(text));
    record.set(field, text);
  }
  if (!(text instanceof Y.Text)) return;
  if (edit.remove > 0) text.delete(edit.index, edit.remove);
  if (edit.insert.length > 0) text.insert(edit.index, edit.insert);
}
