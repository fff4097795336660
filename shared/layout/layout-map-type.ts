import type { CardId, RecordId } from "#shared/model/ids.ts";
import { byAge, type PlainMap } from "#shared/model/plain-map.ts";
import type { Argument, Card, Conflict, MapRecord, Point } from "#shared/model/records.ts";

/** What a layout reads of a card. */
export type LayoutCard = Pick<
  Card,
  "type" | "id" | "kind" | "createdAt" | "group" | "pinned" | "order" | "parent" | "raisedBy" | "answers"
>;
/** What a layout reads of an argument. */
export type LayoutArgument = Pick<Argument, "type" | "id" | "polarity" | "premises" | "target" | "createdAt">;
/** What a layout reads of a conflict. */
export type LayoutConflict = Pick<Conflict, "type" | "id" | "members" | "createdAt">;

export type LayoutRecord = LayoutCard | LayoutArgument | LayoutConflict;

/** What a layout reads of a map; every plain map is one. The positions say where cards are now. */
export type LayoutMap = Readonly<{
  records: ReadonlyMap<RecordId, LayoutRecord | Pick<MapRecord, "type" | "id" | "createdAt">>;
  positions: PlainMap["positions"];
}>;

type Typed<Type extends LayoutRecord["type"]> = Extract<LayoutRecord, { type: Type }>;

/** The records of one type, oldest first, ids breaking ties. */
export function layoutRecordsOf<Type extends LayoutRecord["type"]>(
  map: LayoutMap,
  type: Type,
): readonly Typed<Type>[] {
  const found: Typed<Type>[] = [];
  for (const record of map.records.values()) if (record.type === type) found.push(record as Typed<Type>);
  return found.sort(byAge);
}

/** The card of that id, or undefined where the map has none. */
export function cardIn(map: LayoutMap, id: RecordId): LayoutCard | undefined {
  const record = map.records.get(id);
  return record?.type === "card" ? (record as LayoutCard) : undefined;
}

/** Places by card. */
export type Places = ReadonlyMap<CardId, Point>;
