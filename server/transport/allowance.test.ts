import { describe, expect, it } from "vitest";
import { Allowance } from "./allowance.ts";
import { OpenCount } from "./open-count.ts";

describe("Allowance", () => {
  it("[W13] lets the burst through, and makes what is one above it wait until it is earned", () => {
    const allowance = new Allowance(10, 100, 0);
    expect(allowance.take(100, 0)).toBe(0);
    expect(allowance.take(1, 0)).toBe(100);
    expect(allowance.take(1, 200)).toBe(0);
  });

  it("[W13] saves up no more than the burst, and nothing when the clock is set back", () => {
    const allowance = new Allowance(10, 100, 1_000);
    expect(allowance.take(100, 1e9)).toBe(0);
    expect(allowance.take(1, 5)).toBe(100);
  });
});

describe("OpenCount", () => {
  it("[W16] counts what is open, and forgets what is not", () => {
    const open = new OpenCount();
    for (const key of ["a", "a", "b"]) open.add(key);
    open.remove("a");
    expect([open.of("a"), open.of("b"), open.of("c")]).toEqual([1, 1, 0]);
    open.remove("a");
    expect(open.of("a")).toBe(0);
  });
});
