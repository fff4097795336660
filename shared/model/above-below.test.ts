import * as fc from "fast-check";
import { expect, test } from "vitest";
import { arbitraryCommands, idPool } from "../../tests/fixtures/model/arbitrary-commands.ts";
import { aCard, anArgument, card, mapOf, onArgument, onCard } from "../../tests/fixtures/model/build.ts";
import { StoredMap } from "../../tests/fixtures/model/stored-map.ts";
import { cardsAbove, cardsBelow } from "./above-below.ts";
import { recordsOf, viewOf } from "./plain-map.ts";

const view = viewOf(
  mapOf([
    aCard("q1", "question"),
    aCard("c1", "claim", { answers: [card("q1")] }),
    aCard("c2"),
    aCard("c3"),
    aCard("c4"),
    aCard("q2", "question", { parent: card("q1") }),
    aCard("q3", "question", { raisedBy: onArgument("a1") }),
    anArgument("a1", ["c2", "c3"], onCard("c1")),
    anArgument("a2", ["c4"], onArgument("a1"), { polarity: "oppose" }),
  ]),
);

test.each([
  ["q1", ["c1", "q2"]],
  ["c1", ["c2", "c3", "c4", "q3"]],
  ["c2", []],
] as const)("below %s stand %j", (id, expected) => {
  expect([...cardsBelow(view, card(id))].sort()).toEqual(expected);
});

test.each([
  ["c1", ["q1"]],
  ["c4", ["c1"]],
  ["q3", ["c1"]],
  ["q2", ["q1"]],
  ["q1", []],
] as const)("above %s stand %j", (id, expected) => {
  expect([...cardsAbove(view, card(id))].sort()).toEqual(expected);
});

test("one card is above another just where that is below it", () => {
  fc.assert(
    fc.property(arbitraryCommands(idPool(), 30), (commands) => {
      const stored = new StoredMap();
      for (const command of commands) stored.apply(command);
      const map = stored.shown();
      const shown = viewOf(map);
      const pairs = (near: typeof cardsAbove, flip: boolean) =>
        new Set(
          recordsOf(map, "card").flatMap(({ id }) =>
            [...near(shown, id)].map((other) => (flip ? `${other} ${id}` : `${id} ${other}`)),
          ),
        );
      expect(pairs(cardsAbove, true)).toEqual(pairs(cardsBelow, false));
    }),
  );
});
