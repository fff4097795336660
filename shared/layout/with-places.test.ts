import { expect, test } from "vitest";
import { blankCard, type CardId, type PlainMap, type Point } from "#shared/model/index.ts";
import { mapBounds, withPlaces } from "./with-places.ts";

function mapOf(places: Readonly<Record<string, Point | null>>): PlainMap {
  const ids = Object.keys(places) as CardId[];
  return {
    meta: { title: "", createdAt: 0 },
    records: new Map(ids.map((id, createdAt) => [id, blankCard(id, { kind: "claim", createdAt, text: id })])),
    positions: new Map(ids.flatMap((id) => (places[id] ? [[id, places[id]] as const] : []))),
  };
}

test("cards without a place get one, and no card with a place is moved", () => {
  const map = withPlaces(mapOf({ a: [500, 40], b: null, c: null }));
  expect(map.positions.get("a" as CardId)).toEqual([500, 40]);
  const others = ["b", "c"].map((id) => map.positions.get(id as CardId));
  for (const at of others) expect(at?.[0]).toBeGreaterThan(500 + 248);
  expect(others[0]).not.toEqual(others[1]);
});

test("what is brought in stands to the right of what is there", () => {
  const map = withPlaces(mapOf({ a: [-4_000, 9], b: null }), { x: 100, y: 200, width: 300, height: 50 });
  const bounds = mapBounds(map);
  expect(bounds?.x).toBeGreaterThan(400);
  expect(bounds?.y).toBe(200);
});

test("an empty map stays empty", () => {
  expect(withPlaces(mapOf({})).positions.size).toBe(0);
  expect(mapBounds(mapOf({}))).toBeUndefined();
});
