import { expect, test } from "vitest";
import { viewOf } from "#shared/model/index.ts";
import { aCard, anArgument, mapOf, onArgument, onCard } from "../../../tests/fixtures/model/build.ts";
import { alongTheArgument } from "./along-the-argument.ts";

const map = viewOf(
  mapOf([
    aCard("c1"),
    aCard("c2"),
    aCard("c3"),
    aCard("c4"),
    aCard("c5"),
    anArgument("a1", ["c2"], onCard("c1")),
    anArgument("a2", ["c3", "c4"], onCard("c1"), { polarity: "oppose" }),
    anArgument("a3", ["c5"], onArgument("a1"), { polarity: "oppose" }),
  ]),
);

test.each([
  ["toTarget", "c2", "a1"],
  ["toTarget", "a1", "c1"],
  ["toTarget", "c1", undefined],
  ["toTarget", "a3", "a1"],
  ["toReasons", "c1", "a1"],
  ["toReasons", "a2", "c3"],
  ["toReasons", "a1", "c2"],
  ["toReasons", "c5", undefined],
  ["toNextSibling", "c3", "c4"],
  ["toNextSibling", "c4", "c3"],
  ["toNextSibling", "a1", "a2"],
  ["toPreviousSibling", "a1", "a2"],
  ["toNextSibling", "c2", "a2"],
  ["toNextSibling", "c5", undefined],
  ["toNextSibling", "c1", undefined],
] as const)("%s from %s leads to %s", (way, from, to) => {
  expect(alongTheArgument[way](map, from)).toBe(to);
});
