import { expect, it } from "vitest";
import { type Relation, relationIn, relationWords } from "./relation-words.ts";

it.each<[string, Relation | undefined]>([
  ["because", "support"],
  ["supports", "support"],
  ["Evidence for", "support"],
  ["leads to", "support"],
  ["因为", "support"],
  ["weil", "support"],
  ["+", "support"],
  ["but", "oppose"],
  ["attacks", "oppose"],
  ["does not support", "oppose"],
  ["counter-argument", "oppose"],
  ["反对", "oppose"],
  ["−", "oppose"],
  ["undercuts", "undercut"],
  ["backing", "backing"],
  ["contradicts", "contradictory"],
  ["mutually exclusive", "contrary"],
  ["answers", "answer"],
  ["part of", "part"],
  ["raises", "raise"],
  ["then what", "support"],
  ["formally", undefined],
  ["assumes", undefined],
  ["yes", undefined],
  ["", undefined],
  [`because ${"x".repeat(60)}`, undefined],
])("%j says %s", (words, relation) => {
  expect(relationIn(words)).toBe(relation);
});

it("knows the words that are written, but for whether they are about a step", () => {
  const about: Partial<Record<Relation, Relation>> = { undercut: "oppose", backing: "support" };
  for (const [relation, words] of Object.entries(relationWords)) {
    expect(relationIn(words)).toBe(about[relation as Relation] ?? relation);
  }
});
