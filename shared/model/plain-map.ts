import { chainMemo } from "./chains.ts";
import type { CardId, RecordId } from "./ids.ts";
import { type MapView, mentionsOf } from "./map-view.ts";
import type { Card, MapMeta, MapRecord, Point, RecordOf, RecordType } from "./records.ts";
import { resolve } from "./resolve.ts";

/** A whole map as plain data: what files are read into, and what pictures and layouts are made from. */
export type PlainMap = Readonly<{
  meta: MapMeta;
  records: ReadonlyMap<RecordId, MapRecord>;
  positions: ReadonlyMap<CardId, Point>;
}>;

/** A map with a title and nothing in it. */
export function emptyMap(meta: MapMeta): PlainMap {
  return { meta, records: new Map(), positions: new Map() };
}

/** The records of one type, oldest first, ids breaking ties: the order in which people made them. */
export function recordsOf<Type extends RecordType>(
  map: Pick<PlainMap, "records">,
  type: Type,
): readonly RecordOf<Type>[] {
  const found: RecordOf<Type>[] = [];
  for (const record of map.records.values()) if (record.type === type) found.push(record as RecordOf<Type>);
  return found.sort(byAge);
}

/** Oldest first, ids breaking ties. */
export function byAge(
  a: Pick<MapRecord, "id" | "createdAt">,
  b: Pick<MapRecord, "id" | "createdAt">,
): number {
  return a.createdAt - b.createdAt || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

type Sibling = Pick<Card, "id" | "createdAt" | "order">;

/** As siblings stand: those that were given a place in their order, then the others, oldest first. */
export function bySiblingOrder(a: Sibling, b: Sibling): number {
  if (a.order === b.order) return byAge(a, b);
  if (a.order === null) return 1;
  if (b.order === null) return -1;
  return a.order < b.order ? -1 : 1;
}

/**
 * The map with all that is hidden left out and all that is gone no longer mentioned; see `resolve`. What it mentions
 * may also lie `beyond` it. O(map).
 */
export function resolveMap(map: PlainMap, beyond?: Pick<MapView, "get">): PlainMap {
  const stored = { get: (id: RecordId) => map.records.get(id) ?? beyond?.get(id) };
  const memo = chainMemo();
  const records = new Map<RecordId, MapRecord>();
  for (const [id, record] of map.records) {
    const shown = resolve(record, stored, memo);
    if (shown) records.set(id, shown);
  }
  const positions = new Map<CardId, Point>();
  for (const [id, at] of map.positions) if (records.get(id)?.type === "card") positions.set(id, at);
  return { meta: map.meta, records, positions };
}

/** A view of a plain map, indexed once. O(map) to make. */
export function viewOf(map: PlainMap): MapView {
  const referrers = new Map<RecordId, Set<MapRecord>>();
  for (const record of map.records.values()) {
    for (const id of mentionsOf(record)) {
      const known = referrers.get(id);
      if (known) known.add(record);
      else referrers.set(id, new Set([record]));
    }
  }
  return {
    meta: map.meta,
    get: (id) => map.records.get(id),
    has: (id) => map.records.has(id),
    referrersOf: (id) => referrers.get(id) ?? [],
    position: (id) => map.positions.get(id),
  };
}
