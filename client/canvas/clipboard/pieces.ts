import {
  type CardId,
  type MapRecord,
  mentionsOf,
  type PlainMap,
  type Point,
  type RecordId,
} from "#shared/model/index.ts";

/** So many records take the page less time than a frame has. */
export const recordsAPiece = 40;

/**
 * A map cut into pieces that can be brought in one after the other: nothing mentions what comes in a later piece. Where
 * things mention each other in a circle there is one piece. O(map).
 */
export function piecesOf(map: PlainMap, maxRecords: number): readonly PlainMap[] {
  const ordered = mentionedFirst(map.records);
  if (!ordered) return [map];
  const pieces: PlainMap[] = [];
  for (let at = 0; at < ordered.length; at += maxRecords) {
    const records = new Map<RecordId, MapRecord>();
    const positions = new Map<CardId, Point>();
    for (const record of ordered.slice(at, at + maxRecords)) {
      records.set(record.id, record);
      const place = record.type === "card" ? map.positions.get(record.id) : undefined;
      if (place && record.type === "card") positions.set(record.id, place);
    }
    pieces.push({ meta: map.meta, records, positions });
  }
  return pieces;
}

/** The records, each after all that it mentions; undefined where that cannot be. */
function mentionedFirst(records: PlainMap["records"]): readonly MapRecord[] | undefined {
  const waitsFor = new Map<RecordId, number>();
  const mentionedBy = new Map<RecordId, MapRecord[]>();
  const ready: MapRecord[] = [];
  for (const record of records.values()) {
    // What is mentioned beyond the map is there already.
    const mentions = new Set(mentionsOf(record).filter((id) => records.has(id)));
    waitsFor.set(record.id, mentions.size);
    if (mentions.size === 0) ready.push(record);
    for (const id of mentions) {
      const others = mentionedBy.get(id);
      if (others) others.push(record);
      else mentionedBy.set(id, [record]);
    }
  }
  // Grows while it is walked.
  for (const { id } of ready) {
    for (const record of mentionedBy.get(id) ?? []) {
      const left = (waitsFor.get(record.id) ?? 0) - 1;
      waitsFor.set(record.id, left);
      if (left === 0) ready.push(record);
    }
  }
  return ready.length === records.size ? ready : undefined;
}
