import * as s from "#shared/lib/schema.ts";
import { isWellFormed } from "#shared/lib/well-formed.ts";
import {
  blankRecord,
  type CardId,
  type Field,
  fieldsOf,
  idPattern,
  initialOf,
  type MapRecord,
  modelLimits,
  type PlainMap,
  type Point,
  pointSchema,
  type RecordId,
} from "#shared/model/index.ts";

/**
 * `GET /api/maps/:id/glimpse`: what stands at the top left corner of a large map, to be looked at until the map is
 * there. Cards and lines as far as they are drawn; nothing that could be edited.
 */
export type Glimpse = Readonly<{
  /** The least x and y of all cards, and how far from there the last to the right and the last one down begin. */
  at: Point;
  span: Point;
  map: PlainMap;
}>;

/** The stretch of canvas that is glimpsed: what any usual screen shows from the corner, at a size to be read. */
export const glimpsedStretch = { width: 4_200, height: 2_600 } as const;

/** More than fills the lines that a card shows. */
const maxTextChars = 4_000;
const maxCitations = 20;

/** The glimpse as it travels and is stored. */
export function writeGlimpse({ at, span, map }: Glimpse): string {
  const records = [...map.records.values()].flatMap((record) => {
    const drawn = drawnPart(record);
    return drawn ? [withoutInitial(drawn)] : [];
  });
  return JSON.stringify({ at, span, records, positions: [...map.positions] });
}

/** Only what a picture of the record shows. */
function drawnPart(record: MapRecord): MapRecord | undefined {
  switch (record.type) {
    case "card": {
      const { id, kind, title, granted, pinned, color, tags, parent, answers } = record;
      const citations = record.citations
        .slice(0, maxCitations)
        .map((citation) => ({ ...citation, prefix: "", suffix: "", start: null, end: null, via: null }));
      const text = cutText(record.text);
      const drawn = { kind, text, title, granted, pinned, color, tags, parent, answers, citations };
      return blankRecord("card", id, drawn);
    }
    case "argument": {
      const { id, polarity, premises, target } = record;
      return blankRecord("argument", id, { polarity, premises, target });
    }
    case "conflict":
      return blankRecord("conflict", record.id, { members: record.members });
    case "source":
      return blankRecord("source", record.id, { title: record.title });
    case "group":
    case "step":
    case "presentation":
      return undefined;
  }
}

function cutText(text: string): string {
  const cut = text.slice(0, maxTextChars);
  return isWellFormed(cut) ? cut : cut.slice(0, -1);
}

function withoutInitial(record: MapRecord): Readonly<Record<string, unknown>> {
  const initial = new Map(fieldsOf(record.type).map(([name, field]) => [name, initialOf(field)]));
  const kept = Object.entries(record).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(initial.get(name)),
  );
  return Object.fromEntries(kept);
}

const recordSchema: s.Schema<MapRecord> = { safeParse: readRecord };

function readRecord(value: unknown): ReturnType<s.Schema<MapRecord>["safeParse"]> {
  const named = s.object<Pick<MapRecord, "type" | "id">>({ type: drawnTypes, id: idSchema }).safeParse(value);
  if (!named.success) return named;
  const stored = value as Readonly<Record<string, unknown>>;
  const record: Record<string, unknown> = { ...named.data };
  for (const [name, field] of fieldsOf(named.data.type)) {
    const read = schemaOf(field).safeParse(name in stored ? stored[name] : missingIn(field));
    if (!read.success) return { success: false };
    record[name] = read.data;
  }
  return { success: true, data: record as unknown as MapRecord };
}

function missingIn(field: Field): unknown {
  const initial = initialOf(field);
  return initial === undefined && field.kind === "value" ? field.fallback : initial;
}

const drawnTypes = s.oneOf<MapRecord["type"]>(["card", "argument", "conflict", "source"]);
const idSchema = s.string({ holds: (text) => idPattern.test(text) }) as s.Schema<RecordId> as s.Schema<never>;

function schemaOf(field: Field): s.Schema<unknown> {
  switch (field.kind) {
    case "value":
      return field.schema;
    case "text":
      return field.schema;
    case "members":
    case "entries":
      return s.array<unknown>(field.schema, modelLimits.maxMembers);
  }
}

/** Far more than a glimpse has. */
const maxRecords = 10_000;

type Sent = Readonly<{
  at: Point;
  span: Point;
  records: readonly MapRecord[];
  positions: readonly (readonly [CardId, Point])[];
}>;

const sentSchema: s.Schema<Sent> = s.object<Sent>({
  at: pointSchema,
  span: s.tuple(s.number(0), s.number(0)),
  records: s.array(recordSchema, maxRecords),
  positions: s.array(s.tuple(idSchema as s.Schema<CardId>, pointSchema), maxRecords),
});

/** A glimpse as it came over the wire. */
export const glimpseSchema: s.Schema<Glimpse> = {
  safeParse: (value) => {
    const sent = sentSchema.safeParse(value);
    if (!sent.success) return sent;
    const { at, span, records, positions } = sent.data;
    const byId = new Map(records.map((record) => [record.id, record] as const));
    const map = { meta: { title: "", createdAt: 0 }, records: byId, positions: new Map(positions) };
    return { success: true, data: { at, span, map } };
  },
};
