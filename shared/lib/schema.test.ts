import { expect, test } from "vitest";
import * as s from "./schema.ts";

test("an object keeps what is described, leaves out the rest and fills in what is missing", () => {
  const schema = s.object({
    name: s.string({ min: 1 }),
    size: s.withDefault(s.number(0, 10), 3),
    note: s.optional(s.string()),
  });
  expect(schema.safeParse({ name: "a", other: 1 }).data).toEqual({ name: "a", size: 3 });
  expect(schema.safeParse({ name: "a", note: "n", size: 10 }).data).toEqual({
    name: "a",
    size: 10,
    note: "n",
  });
  for (const odd of [
    null,
    undefined,
    "a",
    [],
    {},
    { name: "" },
    { name: "a", size: null },
    { name: "a", size: 11 },
  ]) {
    expect(schema.safeParse(odd)).toEqual({ success: false });
  }
});

test("a missing key that may be missing stays missing", () => {
  const schema = s.object({ note: s.optional(s.string()) });
  expect(Object.keys(schema.safeParse({}).data ?? { wrong: 1 })).toEqual([]);
});

test.each([
  ["number", s.number(), [0, -1.5, 1e300], ["1", Number.NaN, Number.POSITIVE_INFINITY, null, undefined, 1n]],
  ["integer", s.integer(0), [0, 2 ** 53 - 1], [-1, 0.5, 2 ** 53, Number.NaN, "0"]],
  ["string", s.string({ max: 2, holds: (text) => text !== "no" }), ["", "ab"], ["abc", "no", 1, null]],
  ["boolean", s.boolean(), [true, false], [0, "true", null, undefined]],
  ["one of", s.oneOf(["a", "b"]), ["a", "b"], ["c", "", null, undefined]],
  ["nullable", s.nullable(s.string()), [null, "a"], [undefined, 1]],
  ["array", s.array(s.integer(0), 2), [[], [1, 2]], [[1, 2, 3], [-1], "12", { length: 0 }, new Array(1)]],
  ["tuple", s.tuple(s.string(), s.number()), [["a", 1]], [["a"], ["a", 1, 2], [1, "a"], null, new Array(2)]],
  ["unknown", s.unknown(), [undefined, null, 1, {}], []],
] as const)("%s", (_, schema: s.Schema<unknown>, good: readonly unknown[], bad: readonly unknown[]) => {
  for (const value of good) expect(schema.safeParse(value)).toEqual({ success: true, data: value });
  for (const value of bad) expect(schema.safeParse(value)).toEqual({ success: false });
});

test("what cannot be read stands as its fallback", () => {
  const schema = s.withFallback(s.array(s.string()), []);
  expect(schema.safeParse(["a"]).data).toEqual(["a"]);
  expect(schema.safeParse([1]).data).toEqual([]);
  expect(schema.safeParse(undefined).data).toEqual([]);
});
