import { expect, test } from "vitest";
import { rectsOverlap } from "#shared/diagram/rect.ts";
import type { CardId } from "#shared/model/index.ts";
import { aCard, anArgument, card, mapOf, onArgument, onCard } from "../../tests/fixtures/model/build.ts";
import { defaultLayoutOptions, type SizeOf } from "./layout-options.ts";
import { twoSided } from "./two-sided.ts";

const sizeOf: SizeOf = (id) => ({ width: 248, height: id === "r1" ? 160 : 80 });
const reasons = ["r1", "r2", "r3", "r4"];
const map = mapOf([
  aCard("claim"),
  aCard("alone"),
  ...reasons.map((id) => aCard(id)),
  aCard("about"),
  ...reasons.map((id) => anArgument(`A${id}`, [id], onCard("claim"))),
  anArgument("undercut", ["about"], onArgument("Ar2"), { polarity: "oppose" }),
]);

function rectsOf(sides: "right" | "down") {
  const places = twoSided(map, sizeOf, sides, defaultLayoutOptions);
  const rectOf = (id: string) => {
    const [x, y] = places.get(card(id)) ?? [Number.NaN, Number.NaN];
    return { x, y, ...sizeOf(card(id)) };
  };
  return { all: [...places.keys()].map((id: CardId) => rectOf(id)), rectOf };
}

test.each(["right", "down"] as const)(
  "every card has a place of its own, to the %s and the other way",
  (sides) => {
    const { all } = rectsOf(sides);
    expect(all).toHaveLength(7);
    for (const [index, rect] of all.entries())
      for (const other of all.slice(index + 1)) expect(rectsOverlap(rect, other)).toBe(false);
  },
);

test("reasons are to both sides of what they are for, what is about a step beside that step", () => {
  const { rectOf } = rectsOf("right");
  const side = (id: string) => Math.sign(rectOf(id).x - rectOf("claim").x);
  expect(["r1", "r2", "about", "r3", "r4"].map(side)).toEqual([1, 1, 1, -1, -1]);
  const upright = rectsOf("down");
  const below = (id: string) => upright.rectOf(id).y > upright.rectOf("claim").y;
  expect(["r1", "r2", "about", "r3", "r4"].map(below)).toEqual([true, true, true, false, false]);
});

test("the top left corner is where other arrangements have it", () => {
  for (const sides of ["right", "down"] as const) {
    const { all } = rectsOf(sides);
    expect(Math.min(...all.map(({ x }) => x))).toBe(0);
    expect(Math.min(...all.map(({ y }) => y))).toBe(0);
  }
});
