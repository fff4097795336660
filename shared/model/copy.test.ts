import { describe, expect, it } from "vitest";
import {
  aCard,
  aCitation,
  aConflict,
  addCard,
  aGroup,
  anArgument,
  aPresentation,
  arg,
  aSource,
  aStep,
  card,
  group,
  mapOf,
  onArgument,
  onCard,
  presentation,
} from "../../tests/fixtures/model/build.ts";
import { StoredMap } from "../../tests/fixtures/model/stored-map.ts";
import { copyOf, excerptOf, withFreshIds } from "./copy.ts";
import { createIdSource } from "./ids.ts";
import { viewOf } from "./plain-map.ts";

function counting(): ReturnType<typeof createIdSource> {
  let count = 0;
  return createIdSource(() => `n${++count}`);
}

const map = mapOf(
  [
    aCard("c1", "claim", { group: group("g1"), answers: [card("q1")], citations: [aCitation("z1", "s1")] }),
    aCard("c2"),
    aCard("c3"),
    aCard("q1", "question", { raisedBy: onArgument("a1") }),
    aCard("q2", "question", { parent: card("q1") }),
    anArgument("a1", ["c1"], onCard("c2")),
    anArgument("a2", ["c2"], onArgument("a1"), { polarity: "oppose" }),
    anArgument("a3", ["c1", "c3"], onCard("c2")),
    aConflict("k1", "c1", "c2"),
    aSource("s1"),
    aGroup("g1"),
    aPresentation("p1"),
    aStep("t1", ["c1", "a1"], {
      presentation: presentation("p1"),
      fits: [card("c1")],
      emphasises: [arg("a1")],
      poll: { kind: "stance", card: card("c2"), moment: "before" },
    }),
  ],
  { c1: [10, 20], c2: [0, 0] },
);

describe("a map under fresh ids", () => {
  it("is the same map in every mention", () => {
    const every = withFreshIds(map, counting(), () => true);
    const names = new Map([...map.records.keys()].map((id, index) => [id as string, `n${index + 1}`]));
    const renamed = JSON.parse(
      JSON.stringify([...map.records], (_, value: unknown) =>
        typeof value === "string" ? (names.get(value) ?? value) : value,
      ),
    );
    expect([...every.records]).toEqual(renamed);
    expect([...every.positions]).toEqual([
      ["n1", [10, 20]],
      ["n2", [0, 0]],
    ]);
  });

  it("is the very same map where no id must change", () => {
    expect(withFreshIds(map, counting(), () => false)).toBe(map);
  });

  it("keeps the ids that may stay", () => {
    const some = withFreshIds(map, counting(), (id) => id === "c1");
    expect(some.records.get(arg("a1"))).toMatchObject({ premises: ["n1"], target: onCard("c2") });
    expect(some.records.has(card("c1"))).toBe(false);
  });
});

describe("a copy of some cards", () => {
  const chosen = ["c1", "c2", "q2", "g1", "nowhere"].map(card);
  const copy = copyOf(viewOf(map), chosen, counting(), [5, 5]);

  it("takes along what stands wholly among them, and steps about those steps", () => {
    const kinds = [...copy.records.values()].map((record) => record.type);
    expect(kinds).toEqual(["card", "card", "card", "argument", "conflict", "argument"]);
    expect([...copy.positions.values()]).toEqual([
      [15, 25],
      [5, 5],
    ]);
  });

  it("shares sources, groups and questions with what it was made from", () => {
    const stored = new StoredMap();
    stored.apply({ type: "insert", map });
    expect(stored.apply({ type: "insert", map: copy })).toEqual({ ok: true, value: undefined });
    const { id } = [...copy.records.values()][0] ?? aCard("none");
    expect(stored.shown().records.get(id)).toEqual({ ...map.records.get(card("c1")), id });
  });

  it("leaves nothing behind of what it was made from once that is gone", () => {
    const alone = new StoredMap();
    alone.apply(addCard("c9"));
    expect(alone.apply({ type: "insert", map: copy }).ok).toBe(true);
    expect(alone.shown().records.get([...copy.records.keys()][0] ?? card("none"))).toMatchObject({
      group: null,
      answers: [],
      citations: [],
    });
  });
});

describe("an excerpt", () => {
  it("has all it takes to stand elsewhere, and mentions nothing beyond", () => {
    const excerpt = excerptOf(viewOf(map), ["c1", "c2", "q2", "nowhere"].map(card));
    expect([...excerpt.records.keys()].sort()).toEqual(["a1", "a2", "c1", "c2", "g1", "k1", "q2", "s1"]);
    expect(excerpt.records.get(card("c1"))).toMatchObject({ group: "g1", answers: [] });
    expect(excerpt.records.get(card("q2"))).toMatchObject({ parent: null });
    expect(excerpt.positions.get(card("c1"))).toEqual([10, 20]);
    const elsewhere = new StoredMap();
    expect(elsewhere.apply({ type: "insert", map: excerpt })).toEqual({ ok: true, value: undefined });
    expect(elsewhere.shown().records).toEqual(excerpt.records);
  });

  it("leaves behind a group that it has only a part of", () => {
    const two = mapOf([
      aCard("c1", "claim", { group: group("g1") }),
      aCard("c2", "claim", { group: group("g1") }),
      aGroup("g1"),
    ]);
    const excerpt = excerptOf(viewOf(two), [card("c1")]);
    expect([...excerpt.records.keys()]).toEqual(["c1"]);
    expect(excerpt.records.get(card("c1"))).toMatchObject({ group: null });
  });
});
