import type { CardId, MapRecord, PlainMap, Point, RecordId } from "#shared/model/index.ts";

type Packed = Readonly<{
  meta: PlainMap["meta"];
  records: readonly MapRecord[];
  positions: readonly (readonly [CardId, Point])[];
}>;

/** A map as one text, for and from a worker: reading it takes a quarter of the time that cloning the records does. */
export function packPlainMap({ meta, records, positions }: PlainMap): string {
  const packed: Packed = { meta, records: [...records.values()], positions: [...positions] };
  return JSON.stringify(packed);
}

/** Reads what `packPlainMap` wrote. */
export function unpackPlainMap(text: string): PlainMap {
  const { meta, records, positions }: Packed = JSON.parse(text);
  return {
    meta,
    records: new Map<RecordId, MapRecord>(records.map((record) => [record.id, record])),
    positions: new Map(positions),
  };
}
