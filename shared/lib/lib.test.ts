import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assert, unreachable } from "./assert.ts";
import { isOrderKey, orderKeyBetween, orderKeys } from "./order-key.ts";
import { isInsidePair, isWellFormed } from "./well-formed.ts";

describe("order keys", () => {
  it("find room between any two, before the first and after the last", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 1, maxLength: 60 }), (places) => {
        const keys: string[] = [];
        for (const place of places) {
          const at = place % (keys.length + 1);
          keys.splice(at, 0, orderKeyBetween(keys[at - 1] ?? null, keys[at] ?? null));
        }
        expect([...keys].sort()).toEqual(keys);
        expect(new Set(keys).size).toBe(keys.length);
        expect(keys.every(isOrderKey)).toBe(true);
      }),
      { seed: 1, numRuns: 100 },
    );
  });

  it("come after both of two that are the same", () => {
    expect(orderKeyBetween("a1", "a1") > "a1").toBe(true);
  });

  it("come many at once in rising order", () => {
    const keys = orderKeys(200);
    expect([...keys].sort()).toEqual(keys);
    expect(new Set(keys).size).toBe(200);
    expect(orderKeys(0)).toEqual([]);
  });

  it("are told from anything else", () => {
    for (const value of [
      undefined,
      null,
      7,
      {},
      "",
      "?",
      "a",
      "a0 ",
      "a".repeat(300),
      "A00000000000000000000000000",
    ]) {
      expect(isOrderKey(value), String(value)).toBe(false);
    }
    expect(isOrderKey("a0")).toBe(true);
  });
});

describe("characters of two code units", () => {
  it("are whole or not", () => {
    expect(["", "a", "😀", "a😀b", "\u{10ffff}"].every(isWellFormed)).toBe(true);
    expect(["\ud83d", "\ude00", "\ude00\ud83d", "a\ud83d", "😀\ude00"].some(isWellFormed)).toBe(false);
  });

  it("have one place inside", () => {
    expect([-1, 0, 1, 2, 3, 4, 5].filter((index) => isInsidePair("a😀b", index))).toEqual([2]);
  });
});

describe("assertions", () => {
  it("throw on a broken invariant only", () => {
    expect(() => assert(true, "all is well")).not.toThrow();
    expect(() => assert(0, "nothing is")).toThrow("Broken invariant: nothing is");
    expect(() => unreachable("case" as never)).toThrow('Unreachable case: "case"');
  });
});
