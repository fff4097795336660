import { expect, test } from "vitest";
import { readTime, writeTime } from "./clock-time.ts";

test.each([
  ["1:30", 90],
  [" 0:05 ", 5],
  ["90", 90],
  ["12：00", 720],
  ["120:00", 7_200],
] as const)("%s is read as %i seconds", (text, seconds) => {
  expect(readTime(text)).toBe(seconds);
});

test.each(["", "soon", "1:60", "1:2:3", "-5", "1.5"])("%j is no time", (text) => {
  expect(readTime(text)).toBeUndefined();
});

test("what is written is read as the same", () => {
  for (const seconds of [0, 59, 60, 61, 3_599, 86_400]) expect(readTime(writeTime(seconds))).toBe(seconds);
});
