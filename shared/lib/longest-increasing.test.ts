import * as fc from "fast-check";
import { expect, it } from "vitest";
import { longestIncreasing } from "./longest-increasing.ts";

it("finds what goes up", () => {
  expect(longestIncreasing([])).toEqual([]);
  expect(longestIncreasing([3])).toEqual([0]);
  expect(longestIncreasing([0, 1, 2])).toEqual([0, 1, 2]);
  expect(longestIncreasing([5, 0, 1, 2])).toEqual([1, 2, 3]);
  expect(longestIncreasing([2, 2, 2])).toHaveLength(1);
});

it("is as long as the longest there is, and goes up", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(9), { maxLength: 9 }), (values) => {
      const run = longestIncreasing(values);
      const picked = run.map((place) => values[place] ?? -1);
      expect(picked.every((value, index) => index === 0 || (picked[index - 1] ?? 0) < value)).toBe(true);
      expect(run.every((place, index) => index === 0 || (run[index - 1] ?? 0) < place)).toBe(true);
      const best: number[] = [];
      values.forEach((value, place) => {
        const shorter = best.filter((_, at) => (values[at] ?? 0) < value);
        best[place] = 1 + Math.max(0, ...shorter);
      });
      expect(run.length).toBe(Math.max(0, ...best));
    }),
  );
});
