/**
 * What foreign data must look like to be taken: it comes out as described, with unknown keys left out and what is
 * missing filled in, or not at all. Small on purpose, because every page waits for it; the server's API, which is also
 * described to others, is checked by Zod (`shared/protocol/api.ts`).
 */
export type Schema<T> = Readonly<{ safeParse: (value: unknown) => Parsed<T> }>;

type Parsed<T> = Readonly<{ success: true; data: T } | { success: false; data?: undefined }>;

const failed = { success: false } as const;

function parsed<T>(data: T): Parsed<T> {
  return { success: true, data };
}

/** Whatever `holds` says yes to, taken as it is. */
export function custom<T>(holds: (value: unknown) => boolean): Schema<T> {
  return { safeParse: (value) => (holds(value) ? parsed(value as T) : failed) };
}

/** A string of so many UTF-16 units. */
export function string(
  of: Readonly<{ min?: number; max?: number; holds?: (text: string) => boolean }> = {},
): Schema<string> {
  const { min = 0, max = Number.POSITIVE_INFINITY, holds } = of;
  return custom(
    (value) =>
      typeof value === "string" && value.length >= min && value.length <= max && (holds?.(value) ?? true),
  );
}

/** A number that is neither infinite nor none at all. */
export function number(
  min: number = Number.NEGATIVE_INFINITY,
  max: number = Number.POSITIVE_INFINITY,
): Schema<number> {
  return custom((value) => isFiniteNumber(value) && value >= min && value <= max);
}

/** A whole number that is exact. */
export function integer(min: number, max: number = Number.MAX_SAFE_INTEGER): Schema<number> {
  return custom(
    (value) => isFiniteNumber(value) && Number.isSafeInteger(value) && value >= min && value <= max,
  );
}

export function boolean(): Schema<boolean> {
  return custom((value) => typeof value === "boolean");
}

/** Anything, even nothing. */
export function unknown(): Schema<unknown> {
  return custom(() => true);
}

/** One of these. */
export function oneOf<const T>(options: readonly T[]): Schema<T> {
  return custom((value) => options.includes(value as T));
}

export function nullable<T>(schema: Schema<T>): Schema<T | null> {
  return { safeParse: (value) => (value === null ? parsed(null) : schema.safeParse(value)) };
}

/** May be missing. */
export function optional<T>(schema: Schema<T>): Schema<T | undefined> {
  return withDefault<T | undefined>(schema, undefined);
}

/** Stands as `missing` where it is missing. */
export function withDefault<T>(schema: Schema<T>, missing: T): Schema<T> {
  return { safeParse: (value) => (value === undefined ? parsed(missing) : schema.safeParse(value)) };
}

/** Stands as `instead` where it cannot be read. */
export function withFallback<T>(schema: Schema<T>, instead: T): Schema<T> {
  return {
    safeParse: (value) => {
      const read = schema.safeParse(value);
      return read.success ? read : parsed(instead);
    },
  };
}

/** A list of any length up to `max`. */
export function array<T>(schema: Schema<T>, max: number = Number.POSITIVE_INFINITY): Schema<readonly T[]> {
  return {
    safeParse: (value) => {
      if (!Array.isArray(value) || value.length > max) return failed;
      return list<T>(value, () => schema);
    },
  };
}

/** A list of just these. */
export function tuple<const T extends readonly unknown[]>(
  ...schemas: { readonly [Place in keyof T]: Schema<T[Place]> }
): Schema<T> {
  return {
    safeParse: (value) => {
      if (!Array.isArray(value) || value.length !== schemas.length) return failed;
      return list(value, (place) => schemas[place] as Schema<unknown>) as Parsed<T>;
    },
  };
}

function list<T>(values: readonly unknown[], schemaAt: (place: number) => Schema<T>): Parsed<readonly T[]> {
  const data: T[] = [];
  // By place: what is missing from a list with holes has to be asked about too.
  for (let place = 0; place < values.length; place += 1) {
    const read = schemaAt(place).safeParse(values[place]);
    if (!read.success) return failed;
    data.push(read.data);
  }
  return parsed(data);
}

/** An object with these keys; others are left out of what is read. */
export function object<T extends object>(
  schemas: {
    readonly [Key in keyof T]-?: Schema<T[Key]>;
  },
): Schema<T> {
  const entries: readonly (readonly [string, Schema<unknown>])[] = Object.entries(schemas);
  return {
    safeParse: (value) => {
      if (typeof value !== "object" || value === null || Array.isArray(value)) return failed;
      const from = value as Readonly<Record<string, unknown>>;
      const data: Record<string, unknown> = {};
      for (const [key, schema] of entries) {
        const read = schema.safeParse(from[key]);
        if (!read.success) return failed;
        if (read.data !== undefined || key in from) data[key] = read.data;
      }
      return parsed(data as T);
    },
  };
}

function isFiniteNumber(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value);
}
