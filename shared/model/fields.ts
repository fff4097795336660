import { isOrderKey, type OrderKey } from "#shared/lib/order-key.ts";
import * as s from "#shared/lib/schema.ts";
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
  pollMoments,
  type RecordOf,
  type RecordType,
  type Ref,
  ratings,
  type StepPoll,
  schemes,
  stepBuilds,
  stepLayers,
  stepReveals,
  stepTransitions,
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
  | Readonly<{
      kind: "value";
      schema: s.Schema<unknown>;
      holds?: Holds;
      initial?: unknown;
      fallback?: unknown;
    }>
  | Readonly<{ kind: "text"; schema: s.Schema<string>; maxChars: number }>
  | Readonly<{ kind: "members"; schema: s.Schema<string>; holds: Holds }>
  | Readonly<{ kind: "entries"; schema: s.Schema<{ readonly id: string }> }>;

/**
 * Says yes, at little cost, only to what the schema beside it would give back unchanged; a no means nothing. A map of
 * 10 000 cards has 150 000 fields, on which asking schemas would take longer than all else.
 */
type Holds = (value: unknown) => boolean;

const { maxTitleChars, maxNoteChars, maxQuoteChars, maxUrlChars, maxTagChars, maxCoordinate } = modelLimits;

const id = s.string({ holds: (text) => idPattern.test(text) });
const words = (maxChars: number) => s.string({ max: maxChars, holds: isWellFormed });
const title = words(maxTitleChars);
const note = words(maxNoteChars);
const url = words(maxUrlChars);
const quote = words(maxQuoteChars);
const time = s.integer(0);
const coordinate = s.number(-maxCoordinate, maxCoordinate);
const offset = s.nullable(s.integer(0));
const ref = s.object({ type: s.oneOf(["card", "argument"]), id }) as unknown as s.Schema<Ref>;

/** What a map is called, and when it was begun. */
export const metaSchemas: Readonly<{ title: s.Schema<string>; createdAt: s.Schema<number> }> = {
  title,
  createdAt: time,
};

/** Where a card lies. */
export const pointSchema: s.Schema<Point> = s.tuple(coordinate, coordinate);

/** What `pointSchema` takes, at the cost of two comparisons: places are read many times a frame. */
export function isPoint(value: unknown): value is Point {
  return Array.isArray(value) && value.length === 2 && isCoordinate(value[0]) && isCoordinate(value[1]);
}

function isCoordinate(value: unknown): boolean {
  return typeof value === "number" && value >= -maxCoordinate && value <= maxCoordinate;
}

/** A citation as a whole; everything but its id and source may be left out. */
export const citationSchema: s.Schema<Citation> = s.object({
  id,
  source: id,
  quote: s.withDefault(quote, ""),
  prefix: s.withDefault(quote, ""),
  suffix: s.withDefault(quote, ""),
  start: s.withDefault(offset, null),
  end: s.withDefault(offset, null),
  locator: s.withDefault(title, ""),
  relevance: s.withDefault(s.nullable(s.oneOf(ratings)), null),
  via: s.withDefault(s.nullable(s.object({ title, url: s.withDefault(url, "") })), null),
  attributedTo: s.withDefault(title, ""),
}) as s.Schema<Citation>;

const stancePoll = s.object<Extract<StepPoll, { kind: "stance" }>>({
  kind: s.oneOf(["stance"]),
  card: id as s.Schema<string> as s.Schema<never>,
  moment: s.oneOf(pollMoments),
});
const impactPoll = s.object<Extract<StepPoll, { kind: "impact" }>>({
  kind: s.oneOf(["impact"]),
  card: id as s.Schema<string> as s.Schema<never>,
});
const poll: s.Schema<StepPoll> = {
  safeParse: (value) => {
    const stance = stancePoll.safeParse(value);
    return stance.success ? stance : impactPoll.safeParse(value);
  },
};

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

const value = (schema: s.Schema<unknown>, initial: unknown, holds?: Holds): Field => ({
  kind: "value",
  schema,
  initial,
  ...(holds && { holds }),
});
const required = (schema: s.Schema<unknown>, fallback?: unknown, holds?: Holds): Field => ({
  kind: "value",
  schema,
  fallback,
  ...(holds && { holds }),
});
const text = (maxChars: number): Field => ({ kind: "text", schema: words(maxChars), maxChars });
const createdAt = required(time, 0, isTime);
const author = value(title, "", isTitle);
const ids: Field = { kind: "members", schema: id, holds: isId };
const base = value(s.nullable(s.number(0, 1)), null);
const color = value(s.nullable(s.oneOf(tints)), null);
const rating = value(s.nullable(s.oneOf(ratings)), null);

type FieldsOf<Type extends RecordType> = Readonly<
  Record<Exclude<keyof RecordOf<Type>, "type" | "id">, Field>
>;

/** Every field of every record: the one description that the document, the files and the checks share. */
export const recordFields: { readonly [Type in RecordType]: FieldsOf<Type> } = {
  card: {
    kind: required(s.oneOf(cardKinds), "claim", isOneOf(cardKinds)),
    text: text(modelLimits.maxTextChars),
    title: value(title, "", isTitle),
    granted: value(s.boolean(), false),
    base,
    color,
    tags: {
      kind: "members",
      schema: s.string({ min: 1, max: maxTagChars, holds: isWellFormed }),
      holds: isTag,
    },
    author,
    createdAt,
    group: value(s.nullable(id), null, isId),
    pinned: value(s.boolean(), false),
    order: value(s.nullable(s.custom<OrderKey>(isOrderKey)), null),
    parent: value(s.nullable(id), null, isId),
    raisedBy: value(s.nullable(ref), null),
    answers: ids,
    citations: { kind: "entries", schema: citationSchema },
  },
  argument: {
    polarity: required(s.oneOf(polarities), "support", isOneOf(polarities)),
    premises: ids,
    target: required(ref, undefined, isRef),
    scheme: value(s.oneOf(schemes), "none"),
    note: value(note, ""),
    base,
    author,
    createdAt,
  },
  conflict: {
    members: required(s.tuple(id, id)),
    kind: value(s.oneOf(conflictTypes), "contrary"),
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
    presentation: value(s.nullable(id), null, isId),
    order: required(s.custom<OrderKey>(isOrderKey)),
    title: value(title, ""),
    notes: text(maxNoteChars),
    shows: ids,
    fits: ids,
    view: value(s.nullable(s.tuple(coordinate, coordinate, coordinate, coordinate)), null),
    reveal: value(s.oneOf(stepReveals), "only"),
    build: value(s.oneOf(stepBuilds), "together"),
    dimsOthers: value(s.boolean(), false),
    emphasises: ids,
    layer: value(s.oneOf(stepLayers), "none"),
    seconds: value(s.nullable(s.integer(1, modelLimits.maxStepSeconds)), null),
    poll: value(s.nullable(poll), null),
    transition: value(s.oneOf(stepTransitions), "fly"),
    isHidden: value(s.boolean(), false),
    createdAt,
  },
  presentation: {
    title: value(title, ""),
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
  return { type, id, ...blanks[type], ...given } as unknown as RecordOf<Type>;
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

/** Made once: a file of 50 000 records asks as often. Lists are shared, which nobody changes in place. */
const blanks: Readonly<Record<RecordType, object>> = Object.fromEntries(
  Object.entries(fieldEntries).map(([type, fields]) => [
    type,
    Object.fromEntries(fields.map(([name, field]) => [name, initialOf(field)])),
  ]),
) as unknown as Readonly<Record<RecordType, object>>;

/** A card as it is before anybody has said more than what kind it is. */
export function blankCard(id: Card["id"], given: Pick<Card, "kind" | "createdAt"> & Partial<Card>): Card {
  return blankRecord("card", id, given);
}

/** Reads one field of a record by name; the caller knows that the record's type has it. */
export function fieldOf(record: MapRecord, name: string): unknown {
  return (record as unknown as Readonly<Record<string, unknown>>)[name];
}
