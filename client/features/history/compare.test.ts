import { expect, it } from "vitest";
import type { MapRecord, PlainMap } from "#shared/model/index.ts";
import { aCard, anArgument, aSource, mapOf, onCard } from "../../../tests/fixtures/model/build.ts";
import { compare, inReadingOrder } from "./compare.ts";

const claim = (id: string, text: string) => aCard(id, "claim", { text });

function kindsOf(then: PlainMap, now: PlainMap): Readonly<Record<string, string>> {
  return Object.fromEntries([...compare(then, now).changes].map(([id, { kind }]) => [id, kind]));
}

it("says what was added, removed and edited since, whatever it is", () => {
  const then = mapOf([claim("a", "one"), claim("b", "two"), anArgument("s", ["b"], onCard("a"))]);
  const now = mapOf([claim("a", "won"), claim("c", "three"), aSource("q", { title: "T" })]);
  expect(kindsOf(then, now)).toEqual({ a: "edited", b: "removed", s: "removed", c: "added", q: "added" });
});

it("shows the version as it was, and what was added where it lies now", () => {
  const then = mapOf([claim("a", "one")], { a: [0, 0] });
  const now = mapOf([claim("a", "won"), claim("b", "two")], { a: [50, 0], b: [300, 10] });
  const { both, counts, changes } = compare(then, now);
  expect(both.records.get(claim("a", "").id)).toMatchObject({ text: "one" });
  expect([...both.positions.values()]).toEqual([
    [0, 0],
    [300, 10],
  ]);
  expect(counts).toEqual({ added: 1, removed: 0, edited: 1, moved: 1 });
  expect(changes.get(claim("a", "").id)?.now).toMatchObject({ text: "won" });
});

it("keeps what was added as far from what it speaks to as it is now, however that was moved", () => {
  const then = mapOf([claim("a", "one")], { a: [0, 0] });
  const now = mapOf(
    [
      claim("a", "one"),
      claim("b", "a reason"),
      claim("c", "a reason for that"),
      anArgument("t", ["c"], onCard("b")),
      anArgument("s", ["b"], onCard("a")),
    ],
    { a: [100, 50], b: [500, 50], c: [900, 60] },
  );
  expect([...compare(then, now).both.positions.values()]).toEqual([
    [0, 0],
    [400, 0],
    [800, 10],
  ]);
});

it("finds nothing between a map and itself", () => {
  const map = mapOf([claim("a", "one")], { a: [0, 0] });
  const { both, changes, newTitle } = compare(map, map);
  expect([both, changes.size, newTitle]).toEqual([map, 0, undefined]);
});

it("says the title where it is another", () => {
  const then = mapOf([]);
  expect(compare(then, { ...then, meta: { ...then.meta, title: "New" } }).newTitle).toBe("New");
});

it("walks from the top down, then from the left, and last to what has no place", () => {
  const records: readonly MapRecord[] = [aSource("s"), claim("c", ""), claim("b", ""), claim("a", "")];
  const places: Readonly<Record<string, { x: number; y: number }>> = {
    a: { x: 0, y: 0 },
    b: { x: 9, y: 0 },
    c: { x: 0, y: 5 },
  };
  const changes = records.map((record) => ({
    id: record.id,
    kind: "added" as const,
    record,
    now: undefined,
  }));
  const walked = inReadingOrder(changes, (id) => places[id]);
  expect(walked.map(({ id }) => id)).toEqual(["a", "b", "c", "s"]);
});
