import * as z from "zod";
import { isOrderKey, type OrderKey } from "#shared/lib/order-key.ts";
import { isWellFormed } from "#shared/lib/well-formed.ts";
import { idPattern } from "./ids.ts";
import { modelLimits } from "./limits.ts";
import {
  type Card,
  type Citation,
  cardKinds,
  conflictTypes,
  type MapRecord,
  type Point,
  polarities,
  type RecordOf,
  type RecordType,
  type Ref,
  ratings,
  schemes,
  tints,
} from "./records.ts";

/**
 * How one field of a record is kept, wherever a record is kept.
 * `value`: written whole, the last writer wins. `text`: edited by characters. `members`: an ordered set of ids or
 * words that merges. `entries`: an ordered set of values with ids of their own that merges by id.
 * A `value` without `initial` must be present in a file; where a document lacks it or holds something odd, `fallback`
 * stands in, and without one the record cannot be shown.
 */
export type Field =
  | Readonly<{ kind: "value"; schema: z.ZodType; initial?: unknown; fallback?: unknown }>
  | Readonly<{ kind: "text" }>
  | Readonly<{ kind: "members"; schema: z.ZodType<string> }>
  | Readonly<{ kind: "entries"; schema: z.ZodType<{ readonly id: string }> }>;

const { maxTitleChars, maxNoteChars, maxQuoteChars, maxUrlChars, maxTagChars, maxCoordinate } = modelLimits;

const id = z.string().regex(idPattern);
const words = (maxChars: number) => z.string().max(maxChars).refine(isWellFormed);
const title = words(maxTitleChars);
const note = words(maxNoteChars);
const url = words(maxUrlChars);
const quote = words(maxQuoteChars);
const time = z.number().int().nonnegative();
const coordinate = z.number().min(-maxCoordinate).max(maxCoordinate);
const offset = z.number().int().nonnegative().nullable();
const choice = (options: readonly string[]) => z.enum(options as readonly [string, ...string[]]);
const ref = z.object({ type: z.enum(["card", "argument"]), id }) as unknown as z.ZodType<Ref>;

/** What a map is called, and when it was begun. */
export const metaSchemas: Readonly<{ title: z.ZodType<string>; createdAt: z.ZodType<number> }> = {
  title,
  createdAt: time,
};

/** What a field of kind `text` may hold. */
export const textSchema: z.ZodType<string> = words(modelLimits.maxTextChars);

/** Where a card lies. */
export const pointSchema: z.ZodType<Point> = z.tuple([coordinate, coordinate]);

/** A citation as a whole; everything but its id and source may be left out. */
export const citationSchema: z.ZodType<Citation> = z.object({
  id,
  source: id,
  quote: quote.default(""),
  prefix: quote.default(""),
  suffix: quote.default(""),
  start: offset.default(null),
  end: offset.default(null),
  locator: title.default(""),
  relevance: choice(ratings).nullable().default(null),
  via: z
    .object({ title, url: url.default("") })
    .nullable()
    .default(null),
  attributedTo: title.default(""),
}) as unknown as z.ZodType<Citation>;

const value = (schema: z.ZodType, initial: unknown): Field => ({ kind: "value", schema, initial });
const required = (schema: z.ZodType, fallback?: unknown): Field => ({ kind: "value", schema, fallback });
const createdAt = required(time, 0);
const base = value(z.number().min(0).max(1).nullable(), null);
const color = value(choice(tints).nullable(), null);
const rating = value(choice(ratings).nullable(), null);

type FieldsOf<Type extends RecordType> = Readonly<
  Record<Exclude<keyof RecordOf<Type>, "type" | "id">, Field>
>;

/** Every field of every record: the one description that the document, the files and the checks share. */
export const recordFields: { readonly [Type in RecordType]: FieldsOf<Type> } = {
  card: {
    kind: required(choice(cardKinds), "claim"),
    text: { kind: "text" },
    title: value(title, ""),
    granted: value(z.boolean(), false),
    base,
    color,
    tags: { kind: "members", schema: words(maxTagChars).min(1) },
    author: value(title, ""),
    createdAt,
    group: value(id.nullable(), null),
    pinned: value(z.boolean(), false),
    order: value(z.custom<OrderKey>(isOrderKey).nullable(), null),
    parent: value(id.nullable(), null),
    raisedBy: value(ref.nullable(), null),
    answers: { kind: "members", schema: id },
    citations: { kind: "entries", schema: citationSchema },
  },
  argument: {
    polarity: required(choice(polarities), "support"),
    premises: { kind: "members", schema: id },
    target: required(ref),
    scheme: value(choice(schemes), "none"),
    note: value(note, ""),
    base,
    author: value(title, ""),
    createdAt,
  },
  conflict: {
    members: required(z.tuple([id, id])),
    kind: value(choice(conflictTypes), "contrary"),
    note: value(note, ""),
    author: value(title, ""),
    createdAt,
  },
  source: {
    title: value(title, ""),
    creator: value(title, ""),
    date: value(title, ""),
    url: value(url, ""),
    note: value(note, ""),
    credibility: rating,
    createdAt,
  },
  step: {
    order: required(z.custom<OrderKey>(isOrderKey)),
    title: value(title, ""),
    notes: value(note, ""),
    shows: { kind: "members", schema: id },
    view: value(z.tuple([coordinate, coordinate, coordinate, coordinate]).nullable(), null),
    createdAt,
  },
  group: {
    title: value(title, ""),
    color,
    createdAt,
  },
};

/** The fields of a record type as (name, field) pairs, in the order declared. */
export function fieldsOf(type: RecordType): readonly (readonly [string, Field])[] {
  return fieldEntries[type];
}

const fieldEntries = Object.fromEntries(
  Object.entries(recordFields).map(([type, fields]) => [type, Object.entries(fields)]),
) as unknown as Readonly<Record<RecordType, readonly (readonly [string, Field])[]>>;

/** A record with every optional field at its initial value. */
export function blankRecord<Type extends RecordType>(
  type: Type,
  id: RecordOf<Type>["id"],
  given: Partial<Omit<RecordOf<Type>, "type" | "id">>,
): RecordOf<Type> {
  const record: Record<string, unknown> = { type, id };
  for (const [name, field] of fieldsOf(type)) record[name] = initialOf(field);
  return { ...record, ...given } as unknown as RecordOf<Type>;
}

/** What a field holds where nothing was written; `undefined` where something must have been. */
export function initialOf(field: Field): unknown {
  switch (field.kind) {
    case "value":
      return field.initial;
    case "text":
      return "";
    case "members":
    case "entries":
      return [];
  }
}

/** A card as it is before anybody has said more than what kind it is. */
export function blankCard(id: Card["id"], given: Pick<Card, "kind" | "createdAt"> & Partial<Card>): Card {
  return blankRecord("card", id, given);
}

/** Reads one field of a record by name; the caller knows that the record's type has it. */
export function fieldOf(record: MapRecord, name: string): unknown {
  return (record as unknown as Readonly<Record<string, unknown>>)[name];
}
