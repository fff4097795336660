import { expect, test } from "vitest";
import type { Rect } from "#shared/diagram/index.ts";
import { nextMounted } from "./mounting.ts";

const places: ReadonlyMap<string, Rect> = new Map(
  Array.from({ length: 100 }, (_, i) => [`c${i}`, { x: i * 100, y: 0, width: 80, height: 60 }] as const),
);
const placeOf = (key: string) => places.get(key);
const all = new Set(places.keys());
const none: ReadonlySet<string> = new Set();

test("after a jump the nearest come first, a few at a time, until all are there", () => {
  let mounted = nextMounted(none, all, none, [5_000, 0], placeOf, 16);
  expect(mounted.size).toBe(16);
  expect([...mounted].every((key) => Math.abs(Number(key.slice(1)) - 50) <= 9)).toBe(true);
  for (let frame = 0; frame < 6; frame += 1)
    mounted = nextMounted(mounted, all, none, [5_000, 0], placeOf, 16);
  expect(mounted.size).toBe(100);
});

test("what is wanted no longer goes at once; what is pinned stays and comes whatever the number", () => {
  const mounted = nextMounted(new Set(["c1", "c2"]), new Set(["c2"]), new Set(["c90"]), [0, 0], placeOf, 0);
  expect([...mounted].sort()).toEqual(["c2", "c90"]);
});

test("while the view moves, so many that are wanted no longer stay as are spared, the latest to come", () => {
  const mounted = nextMounted(
    new Set(["c1", "c2", "c3", "c4"]),
    new Set(["c4"]),
    none,
    [0, 0],
    placeOf,
    4,
    2,
  );
  expect([...mounted]).toEqual(["c2", "c3", "c4"]);
});
