import { differenceBetween, type MapRecord, type PlainMap, type RecordId } from "#shared/model/index.ts";
import { placesOfAdded } from "./places-of-added.ts";

/** What happened to a thing after a version was kept. */
export type ChangeKind = "added" | "removed" | "edited";

/** One thing that is no longer as it was. */
export type Change = Readonly<{
  id: RecordId;
  kind: ChangeKind;
  /** As the version has it; where the version does not, as it is now. */
  record: MapRecord;
  /** How it is now, where it was edited. */
  now: MapRecord | undefined;
}>;

export type Comparison = Readonly<{
  /** The map as it was, and with it what has been added since. */
  both: PlainMap;
  changes: ReadonlyMap<RecordId, Change>;
  counts: Readonly<Record<ChangeKind | "moved", number>>;
  /** The title now, where it is another. */
  newTitle: string | undefined;
}>;

/** What has become of a map since a version of it. O(both). */
export function compare(then: PlainMap, now: PlainMap): Comparison {
  const { added, removed, edited, moved, retitled } = differenceBetween(then, now);
  const changes = new Map<RecordId, Change>();
  const records = new Map(then.records);
  const positions = new Map([...then.positions, ...placesOfAdded(then, now, added)]);
  for (const id of removed) note(changes, id, "removed", then.records.get(id));
  for (const id of edited) note(changes, id, "edited", then.records.get(id), now.records.get(id));
  for (const id of added) {
    const record = now.records.get(id);
    if (record === undefined) continue;
    note(changes, id, "added", record);
    records.set(id, record);
  }
  return {
    both: { meta: then.meta, records, positions },
    changes,
    counts: {
      added: added.length,
      removed: removed.length,
      edited: edited.length,
      moved: moved.length,
    },
    newTitle: retitled ? now.meta.title : undefined,
  };
}

function note(
  changes: Map<RecordId, Change>,
  id: RecordId,
  kind: ChangeKind,
  record: MapRecord | undefined,
  now?: MapRecord,
): void {
  if (record !== undefined) changes.set(id, { id, kind, record, now });
}

type Place = Readonly<{ x: number; y: number }>;

/** As one reads the map: from the top down, then from the left; at the end what has no place on it. */
export function inReadingOrder(
  changes: Iterable<Change>,
  placeOf: (id: RecordId) => Place | undefined,
): readonly Change[] {
  const placed = [...changes].map((change) => ({ change, place: placeOf(change.id) }));
  placed.sort((a, b) => {
    if (!a.place || !b.place) return Number(a.place === undefined) - Number(b.place === undefined);
    return a.place.y - b.place.y || a.place.x - b.place.x;
  });
  return placed.map(({ change }) => change);
}
