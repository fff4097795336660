import { expect, test } from "vitest";
import { aCard, group } from "../../tests/fixtures/model/build.ts";
import { type CardFilter, isFiltering, matches, noFilter } from "./card-filter.ts";

const card = aCard("c1", "evidence", {
  author: "Ada",
  tags: ["law", "cost"],
  color: "blue",
  group: group("g1"),
});

test.each<readonly [string, Partial<CardFilter>, boolean]>([
  ["nothing asked for", {}, true],
  ["its kind", { kinds: ["claim", "evidence"] }, true],
  ["another kind", { kinds: ["claim"] }, false],
  ["one of its tags", { tags: ["cost", "time"] }, true],
  ["none of its tags", { tags: ["time"] }, false],
  ["its group and its colour", { groups: [group("g1")], colors: ["blue"] }, true],
  ["its author, but another colour", { authors: ["Ada"], colors: ["green"] }, false],
])("%s", (_, asked, isShown) => {
  expect(matches(card, { ...noFilter, ...asked })).toBe(isShown);
});

test("a card without a group or colour matches none", () => {
  const bare = aCard("c2");
  expect(matches(bare, { ...noFilter, groups: [group("g1")] })).toBe(false);
  expect(matches(bare, { ...noFilter, colors: ["blue"] })).toBe(false);
});

test("dimming alone asks for nothing", () => {
  expect(isFiltering({ ...noFilter, isDimming: true })).toBe(false);
  expect(isFiltering({ ...noFilter, tags: ["law"] })).toBe(true);
});
