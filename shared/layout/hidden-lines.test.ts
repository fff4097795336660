import { expect, test } from "vitest";
import type { CardId, Point } from "#shared/model/index.ts";
import { aCard, aConflict, anArgument, card, mapOf, onCard } from "../../tests/fixtures/model/build.ts";
import { hiddenLines } from "./hidden-lines.ts";

const map = mapOf([
  aCard("question", "question"),
  aCard("claim", "claim", { answers: [card("question")] }),
  aCard("reason"),
  aCard("between"),
  aCard("rival"),
  anArgument("a", ["reason"], onCard("claim")),
  aConflict("k", "claim", "rival"),
]);
const apart: Readonly<Record<string, Point>> = {
  question: [0, -400],
  claim: [0, 0],
  reason: [900, 0],
  between: [450, 400],
  rival: [0, 400],
};

function hiddenWith(places: Readonly<Record<string, Point>>): number {
  const all: Readonly<Record<string, Point>> = { ...apart, ...places };
  return hiddenLines(map, (id: CardId) => {
    const at = all[id];
    return at && { x: at[0], y: at[1], width: 248, height: 80 };
  });
}

test("[K20] lines that one can follow are not counted", () => {
  expect(hiddenWith({})).toBe(0);
});

test("[K20] a line that runs below a card is, whatever kind it is of", () => {
  expect(hiddenWith({ between: [450, 0] })).toBe(1);
  expect(hiddenWith({ between: [0, -200] })).toBe(1);
  expect(hiddenWith({ between: [0, 200] })).toBe(1);
});

test("[K20] so is one whose word has no room", () => {
  expect(hiddenWith({ rival: [0, 92] })).toBe(1);
});
