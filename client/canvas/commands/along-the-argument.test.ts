import { expect, test } from "vitest";
import { viewOf } from "#shared/model/index.ts";
import {
  aCard,
  aConflict,
  anArgument,
  card,
  mapOf,
  onArgument,
  onCard,
} from "../../../tests/fixtures/model/build.ts";
import { alongTheArgument } from "./along-the-argument.ts";

const map = viewOf(
  mapOf([
    aCard("c1"),
    aCard("c2"),
    aCard("c3"),
    aCard("c4"),
    aCard("c5"),
    aCard("q1", "question", { raisedBy: onCard("c5") }),
    aCard("c6", "claim", { answers: [card("q1")] }),
    anArgument("a1", ["c2"], onCard("c1")),
    anArgument("a2", ["c3", "c4"], onCard("c1"), { polarity: "oppose" }),
    anArgument("a3", ["c5"], onArgument("a1"), { polarity: "oppose" }),
    anArgument("a4", ["c6"], onCard("c5"), { polarity: "oppose" }),
    anArgument("a5", ["c6"], onCard("c5"), { createdAt: 9_000 }),
    aConflict("k1", "c5", "c1"),
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
  ["toReasons", "c5", "a5"],
  ["toNextSibling", "a5", "a4"],
  ["toNextSibling", "a4", "q1"],
  ["toNextSibling", "q1", "a5"],
  ["toReasons", "q1", "c6"],
  ["toReasons", "c6", undefined],
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
