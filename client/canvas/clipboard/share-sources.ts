import { bareAddress } from "#shared/lib/web-address.ts";
import {
  type MapRecord,
  type PlainMap,
  type RecordId,
  recordsOf,
  type Source,
  type SourceId,
} from "#shared/model/index.ts";

/**
 * The map with its citations turned to sources that are known already, by address or else by title and author, so that
 * no source comes twice. O(both).
 */
export function withSharedSources(map: PlainMap, known: Iterable<MapRecord>): PlainMap {
  const own = recordsOf(map, "source");
  if (own.length === 0) return map;
  const byName = new Map<string, SourceId>();
  for (const record of known) {
    if (record.type === "source" && !byName.has(nameOf(record))) byName.set(nameOf(record), record.id);
  }
  const shared = new Map<SourceId, SourceId>();
  for (const source of own) {
    const id = byName.get(nameOf(source));
    if (id) shared.set(source.id, id);
  }
  const records = new Map<RecordId, MapRecord>();
  for (const record of map.records.values()) {
    if (record.type === "source" && shared.has(record.id)) continue;
    const isCiting = record.type === "card" && record.citations.some(({ source }) => shared.has(source));
    records.set(record.id, isCiting ? citing(record, shared) : record);
  }
  return { ...map, records };
}

function citing(
  card: Extract<MapRecord, { type: "card" }>,
  shared: ReadonlyMap<SourceId, SourceId>,
): MapRecord {
  const citations = card.citations.map((citation) => ({
    ...citation,
    source: shared.get(citation.source) ?? citation.source,
  }));
  return { ...card, citations };
}

function nameOf({ url, title, creator }: Source): string {
  const address = bareAddress(url.trim());
  return address === ""
    ? `title ${title.trim().toLowerCase()} ${creator.trim().toLowerCase()}`
    : `url ${address}`;
}
