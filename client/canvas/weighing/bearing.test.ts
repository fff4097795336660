import { expect, test } from "vitest";
import type { MapRecord } from "#shared/model/index.ts";
import { aCard, anArgument, aStep, card, onCard, source } from "../../../tests/fixtures/model/build.ts";
import { bearsOtherwise } from "./bearing.ts";

const claim = aCard("c");
const argument = anArgument("a", ["p"], onCard("c"));

test("[K21] words, titles, tags and steps bear on nothing", () => {
  expect(bearsOtherwise(claim, { ...claim, text: "Other words", title: "T", tags: ["x"] })).toBe(false);
  expect(bearsOtherwise(undefined, aStep("s", ["c"]))).toBe(false);
  expect(bearsOtherwise(argument, { ...argument, note: "why" })).toBe(false);
});

test.each<readonly [string, MapRecord | undefined, MapRecord | undefined]>([
  ["a card that comes", undefined, claim],
  ["a card that goes", claim, undefined],
  ["what is granted", claim, { ...claim, granted: true }],
  ["a starting strength", claim, { ...claim, base: 0.2 }],
  ["an argument turned round", argument, { ...argument, polarity: "oppose" }],
  ["another premise", argument, { ...argument, premises: [card("p"), card("q")] }],
  [
    "the standing of a source",
    { type: "source", id: source("s"), credibility: "weak" } as MapRecord,
    { type: "source", id: source("s"), credibility: "strong" } as MapRecord,
  ],
])("[K21] %s bears on how cards fare", (_, before, now) => {
  expect(bearsOtherwise(before, now)).toBe(true);
});
