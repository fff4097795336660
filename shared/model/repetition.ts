import type { Argument, Conflict, MapRecord } from "./records.ts";

/**
 * What a relation says, for those that may be said once only: a single premise for or against one thing by one
 * scheme [I9], and a pair of cards that exclude each other [I7]. Two relations with the same key say the same.
 */
export function sayingOf(record: MapRecord): string | undefined {
  switch (record.type) {
    case "argument": {
      const [premise, another] = record.premises;
      if (!premise || another) return undefined;
      return [record.polarity, record.scheme, premise, record.target.id].join("/");
    }
    case "conflict":
      return [...record.members].sort().join("/");
    case "card":
    case "source":
    case "step":
    case "presentation":
    case "group":
      return undefined;
  }
}

/** Whether two relations say the same. */
export function saysTheSame(a: Argument | Conflict, b: MapRecord): boolean {
  const saying = sayingOf(a);
  return saying !== undefined && a.type === b.type && saying === sayingOf(b);
}
