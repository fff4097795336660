import { isSameData } from "#shared/lib/same-data.ts";
import type { Command } from "./commands.ts";
import { fieldOf, fieldsOf } from "./fields.ts";
import type { CardId, RecordId } from "./ids.ts";
import { type PlainMap, resolveMap } from "./plain-map.ts";
import type { MapRecord, Point } from "./records.ts";

type RestoreCommand = Extract<Command, { type: "restore" }>;

/**
 * The command that makes `now` what `wanted` is, or undefined where it is that already. With `since`, only what has
 * stayed as it was in `since` is made so: to take a restoration back is to restore what was there before it, `since`
 * what it brought, and so keeps what people have done after it. O(all maps).
 */
export function restorationOf(
  now: PlainMap,
  wanted: PlainMap,
  since: PlainMap = now,
): RestoreCommand | undefined {
  const records: MapRecord[] = [];
  for (const [id, record] of wanted.records) {
    const restored = restoredRecord(record, now.records.get(id), since.records.get(id));
    if (restored !== undefined) records.push(restored);
  }
  const remove = [...now.records].filter(
    ([id, record]) => !wanted.records.has(id) && isSameData(record, since.records.get(id)),
  );
  const places = [...wanted.positions].filter(([id, at]) => mayPlace(id, at, now, wanted, since));
  const isTitleUntouched = now.meta.title === since.meta.title && now.meta.title !== wanted.meta.title;
  const title = isTitleUntouched ? wanted.meta.title : null;
  if (records.length === 0 && remove.length === 0 && places.length === 0 && title === null) return undefined;
  return { type: "restore", remove: remove.map(([id]) => id), records, places, title };
}

/** What a map shows once the command is carried out. O(map). */
export function restoredMap(now: PlainMap, { remove, records, places, title }: RestoreCommand): PlainMap {
  const all = new Map(now.records);
  for (const id of remove) all.delete(id);
  for (const record of records) all.set(record.id, record);
  const meta = title === null ? now.meta : { ...now.meta, title };
  return resolveMap({ meta, records: all, positions: new Map([...now.positions, ...places]) });
}

/** The record as it is to be; undefined where nothing is to be done about it. */
function restoredRecord(
  wanted: MapRecord,
  now: MapRecord | undefined,
  since: MapRecord | undefined,
): MapRecord | undefined {
  // What somebody has deleted since stays deleted.
  if (now === undefined) return since === undefined ? wanted : undefined;
  if (now.type !== wanted.type || isSameData(now, wanted)) return undefined;
  const kept: Record<string, unknown> = {};
  for (const [name] of fieldsOf(now.type)) {
    const value = fieldOf(now, name);
    if (since?.type !== now.type || !isSameData(value, fieldOf(since, name))) kept[name] = value;
  }
  const restored = { ...wanted, ...kept } as MapRecord;
  return isSameData(now, restored) ? undefined : restored;
}

function mayPlace(id: CardId, at: Point, now: PlainMap, wanted: PlainMap, since: PlainMap): boolean {
  if (!isIn(wanted, id)) return false;
  if (!isIn(now, id)) return !isIn(since, id);
  const lies = now.positions.get(id);
  return !isSameData(lies, at) && isSameData(lies, since.positions.get(id));
}

function isIn(map: PlainMap, id: RecordId): boolean {
  return map.records.has(id);
}
