import { describe, expect, it } from "vitest";
import { type MapRecord, recordsOf, viewOf } from "#shared/model/index.ts";
import {
  aCard,
  aConflict,
  anArgument,
  card,
  mapOf,
  onArgument,
  onCard,
} from "../../tests/fixtures/model/build.ts";
import { inTreeOrder, mentionsInOrder } from "./tree-order.ts";

function treeOrderOf(records: readonly MapRecord[]): readonly string[] {
  const map = mapOf(records);
  return inTreeOrder(recordsOf(map, "card"), viewOf(map)).map(({ id }) => id);
}

describe("the order of trees", () => {
  it("begins with the cards that stand under nothing, and comes to the others at the end", () => {
    const records = [
      aCard("a"),
      aCard("q", "question"),
      aCard("b", "claim", { answers: [card("q")] }),
      aCard("part", "question", { parent: card("q") }),
      aCard("raised", "question", { raisedBy: onArgument("r") }),
      aCard("z"),
      anArgument("r", ["a"], onCard("z")),
    ];
    expect(treeOrderOf(records)).toEqual(["q", "z", "a", "b", "part", "q", "raised", "z"]);
  });

  it("has every card of a ring, which begins nowhere", () => {
    const ring = [anArgument("r", ["a"], onCard("b")), anArgument("s", ["b"], onCard("a"))];
    expect(treeOrderOf([aCard("a"), aCard("b"), ...ring])).toEqual(["a", "b"]);
  });
});

describe("the order of what mentions a card", () => {
  it("is that of siblings, whatever else mentions it and was made between", () => {
    const map = mapOf([
      aCard("c"),
      aCard("last", "claim", { order: "a2", createdAt: 1 }),
      aCard("first", "claim", { order: "a1", createdAt: 3 }),
      anArgument("r", ["last"], onCard("c"), { createdAt: 1 }),
      { ...aConflict("k", "c", "last"), createdAt: 2 },
      anArgument("s", ["first"], onCard("c"), { createdAt: 3 }),
    ]);
    expect(mentionsInOrder(viewOf(map), card("c")).map(({ id }) => id)).toEqual(["s", "r"]);
  });
});
