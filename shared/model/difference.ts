import { isSameData } from "#shared/lib/same-data.ts";
import type { CardId, RecordId } from "./ids.ts";
import type { PlainMap } from "./plain-map.ts";

/** What happened between two states of one map, by id; ids in the order of the map that has them. */
export type MapDifference = Readonly<{
  added: readonly RecordId[];
  removed: readonly RecordId[];
  /** There before and after, and not the same. */
  edited: readonly RecordId[];
  /** Cards that lie elsewhere, whether or not they were edited as well. */
  moved: readonly CardId[];
  retitled: boolean;
}>;

/** What one has to do to `before` to come to `after`. O(both maps). */
export function differenceBetween(before: PlainMap, after: PlainMap): MapDifference {
  const added: RecordId[] = [];
  const edited: RecordId[] = [];
  for (const [id, record] of after.records) {
    const old = before.records.get(id);
    if (old === undefined) added.push(id);
    else if (!isSameData(old, record)) edited.push(id);
  }
  const removed = [...before.records.keys()].filter((id) => !after.records.has(id));
  const moved = [...after.positions.keys()].filter(
    (id) =>
      before.records.has(id) &&
      after.records.has(id) &&
      !isSameData(before.positions.get(id), after.positions.get(id)),
  );
  return { added, removed, edited, moved, retitled: before.meta.title !== after.meta.title };
}
