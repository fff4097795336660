import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CardId, GroupId } from "#shared/model/ids.ts";
import type { PlainMap } from "#shared/model/plain-map.ts";
import type { Point } from "#shared/model/records.ts";
import {
  answer,
  anyMap,
  claim,
  conflict,
  mapOf,
  question,
  reason,
} from "../../tests/fixtures/layout/maps.ts";
import { layoutMap } from "./layout-map.ts";
import { defaultLayoutOptions, type SizeOf } from "./layout-options.ts";

const { gaps } = defaultLayoutOptions;
const sizeOf: SizeOf = () => ({ width: 248, height: 80 });

describe("layoutMap", () => {
  test("reasons stand to the right of their claim, with room for the word between", () => {
    const map = mapOf(claim("c"), claim("a"), claim("b"), reason("1", ["a"], "c"), reason("2", ["b"], "c"));
    const [c, a, b] = places(map, "c", "a", "b");
    expect(a[0] - (c[0] + 248)).toBe(gaps.level);
    expect(b[0]).toBe(a[0]);
    expect(b[1] - (a[1] + 80)).toBe(gaps.sibling);
    expect(Math.abs(c[1] - (a[1] + b[1]) / 2)).toBeLessThanOrEqual(1);
  });

  test("reasons come before objections, older before newer", () => {
    const map = mapOf(
      ...["c", "a", "b", "d"].map((id) => claim(id)),
      reason("1", ["a"], "c", "oppose"),
      reason("2", ["b"], "c"),
      reason("3", ["d"], "c"),
    );
    const [a, b, d] = places(map, "a", "b", "d");
    expect(b[1]).toBeLessThan(d[1]);
    expect(d[1]).toBeLessThan(a[1]);
  });

  test("premises that work together stand as one stack", () => {
    const map = mapOf(...["c", "a", "b"].map((id) => claim(id)), reason("1", ["a", "b"], "c"));
    const [a, b] = places(map, "a", "b");
    expect(b).toEqual([a[0], a[1] + 80 + gaps.linked]);
  });

  test("an objection to a step stands below the premise of that step", () => {
    const map = mapOf(
      ...["c", "a", "u", "b"].map((id) => claim(id)),
      reason("1", ["a"], "c"),
      reason("2", ["u"], { step: "1" }, "oppose"),
      reason("3", ["b"], "c"),
    );
    const [a, u, b] = places(map, "a", "u", "b");
    expect(u).toEqual([a[0], a[1] + 80 + gaps.sibling]);
    expect(b[1]).toBeGreaterThan(u[1]);
  });

  test("a question heads its answers, top left, and they stand in from it", () => {
    const map = mapOf(question("q"), claim("a"), claim("b"), answer("a", "q"), answer("b", "q"));
    const [q, a, b] = places(map, "q", "a", "b");
    expect(q).toEqual([0, 0]);
    expect(a).toEqual([gaps.indent, 80 + gaps.branch]);
    expect(b[0]).toBe(gaps.indent);
    expect(b[1]).toBeGreaterThan(a[1]);
  });

  test("a card that serves two conclusions stands once, near the first", () => {
    const map = mapOf(
      ...["c", "d", "a"].map((id) => claim(id)),
      reason("1", ["a"], "c"),
      reason("2", ["a"], "d"),
    );
    const [c, a] = places(map, "c", "a");
    expect(a[0] - c[0]).toBe(248 + gaps.level);
  });

  test("rivals without a place of their own stand side by side", () => {
    const map = mapOf(
      ...["c", "a", "b", "r"].map((id) => claim(id)),
      reason("1", ["a"], "c"),
      reason("2", ["b"], "c"),
      conflict("x", "a", "r"),
    );
    const [a, r] = places(map, "a", "r");
    expect(r).toEqual([a[0], a[1] + 80 + gaps.sibling]);
  });

  test("reasons of one group stand together, what is said about their steps with them", () => {
    const inGroup = (id: string) => ({ ...claim(id), group: "g" as GroupId });
    const map = mapOf(
      claim("c"),
      inGroup("a"),
      claim("u"),
      claim("b"),
      inGroup("d"),
      reason("1", ["a"], "c"),
      reason("2", ["u"], { step: "1" }),
      reason("3", ["b"], "c"),
      reason("4", ["d"], "c"),
    );
    const heights = places(map, "a", "u", "d", "b").map(([, y]) => y);
    expect(heights).toEqual([...heights].sort((a, b) => a - b));
  });

  test("rings open at their oldest card", () => {
    const map = mapOf(
      claim("a"),
      claim("b"),
      reason("1", ["a"], "b"),
      reason("2", ["b"], "a"),
      reason("3", ["a"], "a"),
    );
    const [a, b] = places(map, "a", "b");
    expect(b[0] - a[0]).toBe(248 + gaps.level);
  });

  test("what is not in the map is passed over", () => {
    const map = mapOf(
      claim("a"),
      answer("a", "gone"),
      reason("1", ["a", "gone"], "gone"),
      conflict("x", "a", "gone"),
    );
    expect(layoutMap(map, sizeOf)).toEqual(new Map([["a", [0, 0]]]));
    expect(layoutMap(mapOf(), sizeOf).size).toBe(0);
  });

  test("siblings that were given an order keep it, before those that were not", () => {
    const placed = (id: string, order: string) => ({ ...claim(id), order });
    const map = mapOf(
      claim("c"),
      claim("a"),
      placed("b", "a1"),
      placed("d", "a0"),
      reason("1", ["a"], "c"),
      reason("2", ["b"], "c"),
      reason("3", ["d"], "c", "oppose"),
    );
    const [a, b, d] = places(map, "a", "b", "d");
    expect(d[1]).toBeLessThan(b[1]);
    expect(b[1]).toBeLessThan(a[1]);
  });

  test("a tree may run up, and premises that work together then stand side by side", () => {
    const map = mapOf(claim("c"), claim("a"), claim("b"), reason("1", ["a", "b"], "c"));
    const positions = layoutMap(map, sizeOf, { arrangement: "tree", direction: "up" });
    const [c, a, b] = [placeIn(positions, "c"), placeIn(positions, "a"), placeIn(positions, "b")];
    expect(a[1]).toBe(c[1] - 80 - gaps.rank);
    expect(b).toEqual([a[0] + 248 + gaps.linked, a[1]]);
  });

  test("a tree may run down instead", () => {
    const map = mapOf(claim("c"), claim("a"), reason("1", ["a"], "c"));
    const positions = layoutMap(map, sizeOf, { arrangement: "tree", direction: "down" });
    const [c, a] = [placeIn(positions, "c"), placeIn(positions, "a")];
    expect(a).toEqual([c[0], 80 + gaps.rank]);
  });

  test("a large map fills about the wanted shape, not a strip", () => {
    const ids = Array.from({ length: 1_000 }, (_, i) => `c${i}`);
    const map = mapOf(
      ...ids.map((id) => claim(id)),
      ...ids.slice(1).map((id, i) => reason(`r${i}`, [id], `c${Math.floor(i / 3)}`)),
    );
    const [width, height] = extent(layoutMap(map, sizeOf));
    expect(width / height).toBeGreaterThan(1);
    expect(width / height).toBeLessThan(2.6);
    expect((1_000 * 248 * 80) / (width * height)).toBeGreaterThan(0.15);
  });

  test("a chain of thousands neither overflows nor becomes a line", () => {
    const ids = Array.from({ length: 5_000 }, (_, i) => `c${i}`);
    const map = mapOf(
      ...ids.map((id) => claim(id)),
      ...ids.slice(1).map((id, i) => reason(`r${i}`, [id], `c${i}`)),
    );
    for (const arrangement of ["compact", "tree"] as const) {
      expect(layoutMap(map, sizeOf, { arrangement }).size).toBe(5_000);
    }
    const [width, height] = extent(layoutMap(map, sizeOf));
    expect(width / height).toBeLessThan(3);
  });

  test.each([
    ["compact", "right"],
    ["tree", "right"],
    ["tree", "down"],
    ["tree", "up"],
  ] as const)(
    "no two cards overlap in any map, every card has one place, and always the same (%s, %s)",
    (arrangement, direction) => {
      fc.assert(
        fc.property(anyMap, fc.array(fc.integer({ min: 20, max: 700 }), { minLength: 1 }), (map, heights) => {
          const size: SizeOf = (id) => {
            const n = Number(id.slice(1));
            return { width: n % 5 === 0 ? 280 : 248, height: heights[n % heights.length] ?? 80 };
          };
          const positions = layoutMap(map, size, { arrangement, direction });
          const cards = [...map.records.values()].filter((record) => record.type === "card");
          expect(new Set(positions.keys())).toEqual(new Set(cards.map((card) => card.id)));
          expect(layoutMap(map, size, { arrangement, direction })).toEqual(positions);
          const rects = [...positions].map(([id, [x, y]]) => ({ x, y, ...size(id) }));
          // Rounding may take a pixel off a gap.
          const gap = gaps.linked - 1;
          for (const [i, a] of rects.entries()) {
            for (const b of rects.slice(i + 1)) {
              const isApart =
                a.x + a.width + gap <= b.x ||
                b.x + b.width + gap <= a.x ||
                a.y + a.height + gap <= b.y ||
                b.y + b.height + gap <= a.y;
              expect(isApart).toBe(true);
            }
          }
        }),
        { numRuns: 100 },
      );
    },
  );
});

function places<Ids extends readonly string[]>(map: PlainMap, ...ids: Ids): { [Index in keyof Ids]: Point } {
  const positions = layoutMap(map, sizeOf);
  return ids.map((id) => placeIn(positions, id)) as { [Index in keyof Ids]: Point };
}

function placeIn(positions: ReadonlyMap<CardId, Point>, id: string): Point {
  return positions.get(id as CardId) ?? [Number.NaN, Number.NaN];
}

function extent(positions: ReadonlyMap<CardId, Point>): readonly [width: number, height: number] {
  let [width, height] = [0, 0];
  for (const [x, y] of positions.values()) {
    width = Math.max(width, x + 248);
    height = Math.max(height, y + 80);
  }
  return [width, height];
}
