import { expect, test } from "vitest";
import { Recent } from "./recent.ts";

test("what was last asked for stays, and no more than twice as much as promised", () => {
  const recent = new Recent<number, string>(10);
  for (let n = 0; n < 1_000; n++) {
    recent.set(n, `${n}`);
    expect(recent.get(0)).toBe("0");
  }
  const kept = Array.from({ length: 1_000 }, (_, n) => recent.get(n)).filter((value) => value !== undefined);
  expect(kept.length).toBeLessThanOrEqual(22);
});

test("what was taken out is gone, however long ago it came", () => {
  const recent = new Recent<number, string>(2);
  for (let n = 0; n < 4; n++) recent.set(n, `${n}`);
  for (let n = 0; n < 4; n++) recent.delete(n);
  expect([0, 1, 2, 3].map((n) => recent.get(n))).toEqual([undefined, undefined, undefined, undefined]);
});
