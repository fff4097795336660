import { expect, test } from "vitest";
import { fuzzyCost } from "./fuzzy.ts";

const names = ["add a claim", "add evidence", "zoom in", "collapse everything", "show the whole map"];

test.each([
  ["add", ["add a claim", "add evidence"]],
  ["claim", ["add a claim"]],
  ["zi", ["zoom in"]],
  ["swm", ["show the whole map"]],
  ["qq", []],
])("“%s” fits %j", (typed, expected) => {
  expect(names.filter((name) => fuzzyCost(name, typed) !== undefined)).toEqual(expected);
});

test("a name that begins with what was typed fits best, then one with a word that does", () => {
  const [first, word, inside, letters] = ["map it", "the map", "remap", "my apple"].map((name) =>
    fuzzyCost(name, "map"),
  );
  expect([first, word, inside]).toEqual([0, 1, 2]);
  expect(letters).toBeGreaterThan(2);
});
