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
  | Readonly<{ kind: "value"; schema: z.ZodType; holds?: Holds; initial?: unknown; fallback?: unknown }>
  | Readonly<{ kind: "text" }>
  | Readonly<{ kind: "members"; schema: z.ZodType<string>; holds: Holds }>
  | Readonly<{ kind: "entries"; schema: z.ZodType<{ readonly id: string }> }>;

/**
 * Says yes, at little cost, only to what the schema beside it would give back unchanged; a no means nothing. A map of
 * 10 000 cards has 150 000 fields, on which asking schemas would take longer than all else.
 */
type Holds = (value: unknown) => boolean;

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

/** What `pointSchema` takes, at the cost of two comparisons: places are read many times a frame. */
export function isPoint(value: unknown): value is Point {
  return Array.isArray(value) && value.length === 2 && isCoordinate(value[0]) && isCoordinate(value[1]);
}

function isCoordinate(value: unknown): boolean {
  return typeof value === "number" && value >= -maxCoordinate && value <= maxCoordinate;
}

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

const isId: Holds = (value) => typeof value === "string" && idPattern.test(value);
const isTime: Holds = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
const isTitle: Holds = (value) =>
  typeof value === "string" && value.length <= maxTitleChars && isWellFormed(value);
const isTag: Holds = (value) =>
  typeof value === "string" && value !== "" && value.length <= maxTagChars && isWellFormed(value);
const isRef: Holds = (value) => {
  if (typeof value !== "object" || value === null || Object.keys(value).length !== 2) return false;
  const { type, id: of } = value as Readonly<Record<string, unknown>>;
  return (type === "card" || type === "argument") && isId(of);
};
const isOneOf =
  (options: readonly unknown[]): Holds =>
  (value) =>
    options.includes(value);

const value = (schema: z.ZodType, initial: unknown, holds?: Holds): Field => ({
  kind: "value",
  schema,
  initial,
  ...(holds && { holds }),
});
const required = (schema: z.ZodType, fallback?: unknown, holds?: Holds): Field => ({
  kind: "value",
  schema,
  fallback,
  ...(holds && { holds }),
});
const createdAt = required(time, 0, isTime);
const author = value(title, "", isTitle);
const ids: Field = { kind: "members", schema: id, holds: isId };
const base = value(z.number().min(0).max(1).nullable(), null);
const color = value(choice(tints).nullable(), null);
const rating = value(choice(ratings).nullable(), null);

type FieldsOf<Type extends RecordType> = Readonly<
  Record<Exclude<keyof RecordOf<Type>, "type" | "id">, Field>
>;

/** Every field of every record: the one description that the document, the files and the checks share. */
export const recordFields: { readonly [Type in RecordType]: FieldsOf<Type> } = {
  card: {
    kind: required(choice(cardKinds), "claim", isOneOf(cardKinds)),
    text: { kind: "text" },
    title: value(title, "", isTitle),
    granted: value(z.boolean(), false),
    base,
    color,
    tags: { kind: "members", schema: words(maxTagChars).min(1), holds: isTag },
    author,
    createdAt,
    group: value(id.nullable(), null, isId),
    pinned: value(z.boolean(), false),
    order: value(z.custom<OrderKey>(isOrderKey).nullable(), null),
    parent: value(id.nullable(), null, isId),
    raisedBy: value(ref.nullable(), null),
    answers: ids,
    citations: { kind: "entries", schema: citationSchema },
  },
  argument: {
    polarity: required(choice(polarities), "support", isOneOf(polarities)),
    premises: ids,
    target: required(ref, undefined, isRef),
    scheme: value(choice(schemes), "none"),
    note: value(note, ""),
    base,
    author,
    createdAt,
  },
  conflict: {
    members: required(z.tuple([id, id])),
    kind: value(choice(conflictTypes), "contrary"),
    note: value(note, ""),
    author,
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
    shows: ids,
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
