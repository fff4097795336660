import type { CardId, MapRecord, PlainMap, Point, RecordId } from "#shared/model/index.ts";

/** Longer chains of what was added than this end where they lie now. */
const maxRounds = 100;

/**
 * Where cards that were added since stand beside the map as it was: what they are tied to may have been moved, and they
 * keep their distance from that. Those tied to nothing stand where they are now. O(both), in ever fewer rounds.
 */
export function placesOfAdded(
  then: PlainMap,
  now: PlainMap,
  added: readonly RecordId[],
): ReadonlyMap<CardId, Point> {
  const isAdded = new Set(added);
  const shifts = new Map<RecordId, Point>();
  for (const [id, [x, y]] of now.positions) {
    const before = then.positions.get(id);
    if (before && !isAdded.has(id)) shifts.set(id, [before[0] - x, before[1] - y]);
  }
  let waiting = [...now.records.values()].map(tiedBy).filter((tied) => tied.some((id) => isAdded.has(id)));
  for (let round = 0; round < maxRounds && waiting.length > 0; round++) {
    const left = waiting.filter((tied) => !passOn(tied, shifts));
    if (left.length === waiting.length) break;
    waiting = left;
  }
  const places = new Map<CardId, Point>();
  for (const [id, [x, y]] of now.positions) {
    const [dx, dy] = shifts.get(id) ?? [0, 0];
    if (isAdded.has(id)) places.set(id, [x + dx, y + dy]);
  }
  return places;
}

/** Gives the shift of one that has it to the others of a tie; says whether there was one. */
function passOn(tied: readonly RecordId[], shifts: Map<RecordId, Point>): boolean {
  const source = tied.find((id) => shifts.has(id));
  const shift = source && shifts.get(source);
  if (!shift) return false;
  for (const id of tied) if (!shifts.has(id)) shifts.set(id, shift);
  return true;
}

/** What stands together because of a record, itself included. */
function tiedBy(record: MapRecord): readonly RecordId[] {
  switch (record.type) {
    case "argument":
      return [record.target.id, record.id, ...record.premises];
    case "conflict":
      return record.members;
    case "card":
      return record.parent ? [record.parent, record.id, ...record.answers] : [record.id, ...record.answers];
    case "source":
    case "group":
    case "step":
    case "presentation":
      return [];
  }
}
