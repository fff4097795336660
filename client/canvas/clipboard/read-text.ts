import { readOutline } from "#shared/formats/outline/index.ts";
import type { Card, CardId, CreateId, MapRecord, PlainMap, Point, RecordId } from "#shared/model/index.ts";
import { type Block, blockOf, blockUnder } from "./paste-place.ts";

/** A text to be read, by whom and when, and the card to which a list in it speaks. */
export type TextToRead = Readonly<{ text: string; now: number; author: string; under: Card | null }>;

/** What a text came to: a fault, or cards with places among themselves. */
export type TextRead = Readonly<{ fault: string | null; block: Block }>;

/** Reads a text as cards and lays them out. Takes some seconds of the largest, so those are for a worker. */
export function readText({ text, now, author, under }: TextToRead, createId: CreateId): TextRead {
  const options = { createId, now, author };
  const reading = readOutline(text, options);
  const isBelow = under !== null && reading.isList;
  const { map, diagnostics } = isBelow ? readOutline(text, { ...options, under }) : reading;
  const fault = diagnostics.find(({ severity }) => severity === "error")?.code ?? null;
  return { fault, block: isBelow ? blockUnder(map, under) : blockOf(map) };
}

type Packed = Readonly<{
  fault: string | null;
  meta: PlainMap["meta"];
  records: readonly MapRecord[];
  positions: readonly (readonly [CardId, Point])[];
  bounds: Block["bounds"];
  target: Point | null;
}>;

/** As one text, for the page's thread: reading it there takes a quarter of the time that cloning the records does. */
export function packText({ fault, block: { map, bounds, target } }: TextRead): string {
  const { meta, records, positions } = map;
  const packed: Packed = {
    fault,
    meta,
    records: [...records.values()],
    positions: [...positions],
    bounds,
    target,
  };
  return JSON.stringify(packed);
}

/** Reads what `packText` wrote. */
export function unpackText(text: string): TextRead {
  const { fault, meta, records, positions, bounds, target }: Packed = JSON.parse(text);
  const map = {
    meta,
    records: new Map<RecordId, MapRecord>(records.map((record) => [record.id, record])),
    positions: new Map(positions),
  };
  return { fault, block: { map, bounds, target } };
}
