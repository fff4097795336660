import type { CardId, RecordId } from "./ids.ts";
import type { MapRecord, Point, RecordType } from "./records.ts";

/**
 * What a command comes down to: the smallest changes that merge well when several people make them at once. Plans
 * are made of these, and the document knows how to carry out each. Field names and kinds: `recordFields`.
 */
export type Write =
  | Readonly<{ op: "create"; record: MapRecord }>
  /** Makes a record what is given, whatever became of it: edited, deleted, or taken out for good. */
  | Readonly<{ op: "restore"; record: MapRecord }>
  | Readonly<{ op: "delete"; type: RecordType; id: RecordId }>
  /** Overwrites fields of kind `value`. */
  | Readonly<{ op: "assign"; type: RecordType; id: RecordId; values: Readonly<Record<string, unknown>> }>
  /** Adds to, or overwrites in, a field of kind `members` or `entries`; new ones go to the end. */
  | Readonly<{
      op: "include";
      type: RecordType;
      id: RecordId;
      field: string;
      item: string | { readonly id: string };
    }>
  | Readonly<{ op: "exclude"; type: RecordType; id: RecordId; field: string; key: string }>
  /** Puts a member of a field of kind `members` right before another that is there, or at the end. */
  | Readonly<{
      op: "arrange";
      type: RecordType;
      id: RecordId;
      field: string;
      key: string;
      before: string | null;
    }>
  /** Edits a field of kind `text`: at `index`, `remove` code units go and `insert` comes. */
  | Readonly<{
      op: "splice";
      type: RecordType;
      id: RecordId;
      field: string;
      index: number;
      remove: number;
      insert: string;
    }>
  | Readonly<{ op: "place"; id: CardId; at: Point }>
  | Readonly<{ op: "entitle"; title: string }>;

/** The record after the write, or undefined after its deletion; writes to other things leave it as it is. */
export function applyToRecord(record: MapRecord, write: Write): MapRecord | undefined {
  switch (write.op) {
    case "delete":
      return undefined;
    case "assign":
      return { ...record, ...write.values } as MapRecord;
    case "include": {
      const { item } = write;
      const list = listField(record, write.field);
      const key = keyOf(item);
      const known = list.some((other) => keyOf(other) === key);
      const next = known ? list.map((other) => (keyOf(other) === key ? item : other)) : [...list, item];
      return { ...record, [write.field]: next } as MapRecord;
    }
    case "exclude": {
      const next = listField(record, write.field).filter((item) => keyOf(item) !== write.key);
      return { ...record, [write.field]: next } as MapRecord;
    }
    case "arrange": {
      const { key, before } = write;
      const others = listField(record, write.field).filter((item) => item !== key);
      const index = before === null ? others.length : others.indexOf(before);
      return { ...record, [write.field]: others.toSpliced(index, 0, key) } as MapRecord;
    }
    case "splice": {
      const text = (record as unknown as Readonly<Record<string, string>>)[write.field] ?? "";
      return { ...record, [write.field]: spliceText(text, write) } as MapRecord;
    }
    case "create":
    case "restore":
    case "place":
    case "entitle":
      return record;
  }
}

/** The text after an edit of it. */
export function spliceText(
  text: string,
  edit: Readonly<{ index: number; remove: number; insert: string }>,
): string {
  return text.slice(0, edit.index) + edit.insert + text.slice(edit.index + edit.remove);
}

/** The key under which an item of a `members` or `entries` field merges. */
export function keyOf(item: string | { readonly id: string }): string {
  return typeof item === "string" ? item : item.id;
}

function listField(record: MapRecord, name: string): readonly (string | { readonly id: string })[] {
  return (
    (record as unknown as Readonly<Record<string, readonly (string | { readonly id: string })[]>>)[name] ?? []
  );
}
