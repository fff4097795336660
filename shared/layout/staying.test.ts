import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CardId } from "#shared/model/ids.ts";
import type { PlainMap } from "#shared/model/plain-map.ts";
import type { Card, Point } from "#shared/model/records.ts";
import { anyMap, claim, grownMap, mapOf, reason } from "../../tests/fixtures/layout/maps.ts";
import type { Box } from "./free-place.ts";
import { layoutMap } from "./layout-map.ts";
import type { Places } from "./layout-map-type.ts";
import type { LayoutOptions, SizeOf } from "./layout-options.ts";
import type { LayoutScope } from "./scope.ts";

type Way = Partial<LayoutOptions>;
const ways: readonly (readonly [name: string, way: Way])[] = [
  ["compact", { arrangement: "compact" }],
  ["tree to the right", { arrangement: "tree", direction: "right" }],
  ["tree down", { arrangement: "tree", direction: "down" }],
  ["tree up", { arrangement: "tree", direction: "up" }],
];

/** Cards of 60 to 260 px, by their number. */
const sizeOf: SizeOf = (id) => ({ width: 248, height: 60 + ((Number(id.slice(1)) * 37) % 11) * 20 });

const coordinate = fc.integer({ min: -1_500, max: 1_500 });
/** Any map whose cards lie anywhere, on each other too; some have no place, some are pinned. */
const anyPlacedMap = fc
  .tuple(
    anyMap,
    fc.array(fc.option(fc.tuple(coordinate, coordinate)), { minLength: 31, maxLength: 31 }),
    fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 31, maxLength: 31 }),
  )
  .map(([map, points, pins]) => placed(map, points, (i) => pins[i] === 0 && points[i] !== null));
const anyUnpinnedMap = anyPlacedMap.map((map) => withPins(map, () => false));

describe.each(ways)("%s", (_name, way) => {
  test("laying out what is laid out moves nothing, wherever it began", () => {
    fc.assert(
      fc.property(anyUnpinnedMap, (map) => {
        const once = layoutMap(map, sizeOf, way);
        expect(layoutMap({ ...map, positions: once }, sizeOf, way)).toEqual(once);
      }),
    );
  });

  test("pinned cards keep their places, nobody lies on them or on each other, and again nothing moves", () => {
    fc.assert(
      fc.property(anyPlacedMap, (map) => {
        const once = layoutMap(map, sizeOf, way);
        for (const card of cardsOf(map)) {
          const at = map.positions.get(card.id);
          if (card.pinned && at) expect(once.get(card.id)).toEqual(at);
        }
        const pinned = (id: CardId) => isPinned(map, id);
        expectApart(once, once, (a, b) => !(pinned(a) && pinned(b)));
        expect(layoutMap({ ...map, positions: once }, sizeOf, way)).toEqual(once);
      }),
    );
  });

  test("a subtree moves its own cards only, and onto no other", () => {
    fc.assert(
      fc.property(anyPlacedMap, fc.nat(), (map, n) => {
        const cards = cardsOf(map);
        const root = cards[n % cards.length]?.id ?? ("" as CardId);
        const part = layoutMap(map, sizeOf, way, { type: "subtree", root });
        expect(part.has(root)).toBe(true);
        expectInPlace(map, part);
      }),
    );
  });

  test("some cards laid out by themselves move no other, and onto no other", () => {
    fc.assert(
      fc.property(anyPlacedMap, fc.infiniteStream(fc.boolean()), (map, chosen) => {
        const ids = new Set(cardsOf(map).flatMap(({ id }) => (chosen.next().value ? [id] : [])));
        const part = layoutMap(map, sizeOf, way, { type: "cards", ids });
        expect(new Set(part.keys())).toEqual(ids);
        expectInPlace(map, part);
      }),
    );
  });

  test("one reason more keeps the order of all others, and most cards where they are", () => {
    const map = grownMap(300);
    const before = layoutMap(map, sizeOf, way);
    for (const target of ["c0", "c40", "c120", "c299"]) {
      const added = [claim("c300"), reason("new", ["c300"], target)].map((record) => ({
        ...record,
        createdAt: 9_999,
      }));
      const records = new Map([...map.records, ...added.map((record) => [record.id, record] as const)]);
      const after = layoutMap({ ...map, records, positions: before }, sizeOf, way);
      const kept = [...before].filter(([id, at]) => String(after.get(id)) === String(at)).length;
      expect(kept).toBeGreaterThan(100);
      for (const siblings of siblingsIn(map)) {
        // In columns, siblings may stand in several; those in one are to keep their order.
        const together = siblings.filter(
          (id) => way.arrangement !== "compact" || isLevel(id, siblings[0], before, after),
        );
        expect(inOrder(together, after, way)).toEqual(inOrder(together, before, way));
      }
    }
  });
});

describe("a part of a map", () => {
  const map = mapOf(
    ...["c0", "c1", "c2", "c3"].map((id) => claim(id)),
    reason("1", ["c1"], "c0"),
    reason("2", ["c2"], "c0"),
  );
  const scope: LayoutScope = { type: "subtree", root: "c0" as CardId };
  const size: SizeOf = () => ({ width: 248, height: 80 });
  const lay = (places: readonly Point[]) =>
    layoutMap(
      placed(map, places, () => false),
      size,
      { arrangement: "tree", direction: "right" },
      scope,
    );

  test("its root stays where there is room", () => {
    const part = lay([
      [500, 500],
      [0, 0],
      [0, 0],
      [0, 2_000],
    ]);
    expect(part.get("c0" as CardId)).toEqual([500, 500]);
    expect(part.get("c1" as CardId)?.[0]).toBe(860);
  });

  test("it gives way as one where there is none, by the shortest way", () => {
    const part = lay([
      [500, 500],
      [0, 0],
      [0, 0],
      [900, 610],
    ]);
    expect(part.get("c0" as CardId)).toEqual([500, 468]);
    expect(part.get("c2" as CardId)).toEqual([860, 518]);
  });
});

function placed(
  map: PlainMap,
  points: readonly (Point | null)[],
  pinned: (index: number) => boolean,
): PlainMap {
  const positions = new Map(
    cardsOf(map).flatMap(({ id }, i): [CardId, Point][] => {
      const at = points[i];
      return at ? [[id, at]] : [];
    }),
  );
  return withPins({ ...map, positions }, pinned);
}

function withPins(map: PlainMap, pinned: (index: number) => boolean): PlainMap {
  const cards = cardsOf(map).map((card, i): Card => ({ ...card, pinned: pinned(i) }));
  return { ...map, records: new Map([...map.records, ...cards.map((card) => [card.id, card] as const)]) };
}

function cardsOf(map: PlainMap): readonly Card[] {
  return [...map.records.values()].filter((record): record is Card => record.type === "card");
}

function isPinned(map: PlainMap, id: CardId): boolean {
  const card = map.records.get(id);
  return card?.type === "card" && card.pinned && map.positions.has(id);
}

/** The cards laid out lie on none of each other and of the rest; the pinned ones lie where somebody put them. */
function expectInPlace(map: PlainMap, part: Places): void {
  const free = new Map([...part].filter(([id]) => !isPinned(map, id)));
  const others = new Map([...map.positions].filter(([id]) => !part.has(id)));
  expectApart(free, part, () => true);
  expectApart(free, others, () => true);
}

function expectApart(some: Places, others: Places, matters: (a: CardId, b: CardId) => boolean): void {
  for (const [a, at] of some) {
    for (const [b, other] of others) {
      if (a === b || !matters(a, b) || areApart(boxAt(a, at), boxAt(b, other))) continue;
      expect.fail(`${a} at ${at} lies on ${b} at ${other}`);
    }
  }
}

function boxAt(id: CardId, [x, y]: Point): Box {
  return { x, y, ...sizeOf(id) };
}

function areApart(a: Box, b: Box): boolean {
  return a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
}

/** The premises for each card, where they are several. */
function siblingsIn(map: PlainMap): readonly (readonly CardId[])[] {
  const byTarget = new Map<string, CardId[]>();
  for (const record of map.records.values()) {
    if (record.type !== "argument") continue;
    byTarget.set(record.target.id, [...(byTarget.get(record.target.id) ?? []), ...record.premises]);
  }
  return [...byTarget.values()].filter((siblings) => siblings.length > 1);
}

/** Siblings as they stand across the direction of the tree. */
function inOrder(siblings: readonly CardId[], places: Places, way: Way): readonly CardId[] {
  const axis = way.arrangement === "tree" && way.direction !== "right" ? 0 : 1;
  const at = (id: CardId) => places.get(id)?.[axis] ?? 0;
  return [...siblings].sort((a, b) => at(a) - at(b));
}

function isLevel(a: CardId, b: CardId | undefined, ...all: readonly Places[]): boolean {
  return b !== undefined && all.every((places) => places.get(a)?.[0] === places.get(b)?.[0]);
}
