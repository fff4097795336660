import { instance } from "@viz-js/viz";
import { describe, expect, test } from "vitest";
import type { CardId, GroupId } from "#shared/model/ids.ts";
import type { PlainMap } from "#shared/model/plain-map.ts";
import type { Point } from "#shared/model/records.ts";
import {
  answer,
  claim,
  conflict,
  grownMap,
  mapOf,
  question,
  reason,
} from "../../tests/fixtures/layout/maps.ts";
import { layoutLayered } from "./layered.ts";
import { type Direction, defaultLayoutOptions, type SizeOf } from "./layout-options.ts";
import type { LayoutScope } from "./scope.ts";

const graphviz = await instance();
const { gaps } = defaultLayoutOptions;
const sizeOf: SizeOf = () => ({ width: 248, height: 80 });

/** Two claims answer a question; `s` serves both; `a` and `b` work together; `u` objects to their step. */
const shared: PlainMap = mapOf(
  question("q"),
  ...["c", "d", "s", "a", "b", "u"].map((id) => claim(id)),
  answer("c", "q"),
  answer("d", "q"),
  reason("1", ["s"], "c"),
  reason("2", ["s"], "d"),
  reason("3", ["a", "b"], "c"),
  reason("4", ["u"], { step: "3" }, "oppose"),
  conflict("x", "c", "d"),
);

describe("layoutLayered", () => {
  test("each card stands a level beyond all that it speaks to, and premises of one step side by side", () => {
    const at = placesOf(shared);
    expectAbout(at("c")[0] - at("q")[0], 248 + gaps.level);
    expect(at("d")[0]).toBe(at("c")[0]);
    expectAbout(at("s")[0] - at("c")[0], 248 + gaps.level);
    expect([at("a")[0], at("b")[0], at("u")[0]]).toEqual(Array(3).fill(at("s")[0]));
  });

  test("it may run down or up", () => {
    const down = placesOf(shared, "down");
    expectAbout(down("c")[1] - down("q")[1], 80 + gaps.rank);
    const up = placesOf(shared, "up");
    expectAbout(up("q")[1] - up("c")[1], 80 + gaps.rank);
  });

  test("groups, rings, arguments about each other and mentions of what is gone are taken as they are", () => {
    const grouped = (id: string) => ({ ...claim(id), group: "g" as GroupId });
    const map = mapOf(
      grouped("a"),
      claim("b"),
      grouped("c"),
      reason("1", ["a"], "b"),
      reason("2", ["b"], "a"),
      reason("3", ["c", "gone"], { step: "4" }),
      reason("4", ["a"], { step: "3" }),
      reason("5", ["a"], "gone"),
    );
    const places = lay(map);
    expect(places?.size).toBe(3);
    expectApart(places);
  });

  test("no two cards overlap in a large graph, and laid out again they stay", () => {
    const map = grownMap(150, 0.3);
    const places = lay(map);
    expect(places?.size).toBe(150);
    expectApart(places);
    expect(lay({ ...map, positions: places ?? new Map() })).toEqual(places);
  });

  test("a part keeps its first card where it is", () => {
    const positions = new Map<CardId, Point>([["c" as CardId, [3_000, 40]]]);
    const scope: LayoutScope = { type: "subtree", root: "c" as CardId };
    const places = lay({ ...shared, positions }, "right", scope);
    expect(places?.get("c" as CardId)).toEqual([3_000, 40]);
    expect(places?.has("q" as CardId)).toBe(false);
  });

  test("an answer that tells no places is none", () => {
    expect(layoutLayered(shared, sizeOf, {}, { type: "map" }, () => ({ objects: "?" }))).toBeUndefined();
    expect(layoutLayered(shared, sizeOf, {}, { type: "map" }, () => undefined)).toBeUndefined();
  });
});

function lay(map: PlainMap, direction: Direction = "right", scope: LayoutScope = { type: "map" }) {
  return layoutLayered(map, sizeOf, { direction }, scope, (dot) => graphviz.renderJSON(dot));
}

function placesOf(map: PlainMap, direction: Direction = "right"): (id: string) => Point {
  const places = lay(map, direction);
  return (id) => places?.get(id as CardId) ?? [Number.NaN, Number.NaN];
}

/** To a pixel: Graphviz takes a rank without nodes for one pixel high. */
function expectAbout(length: number, wanted: number): void {
  expect(Math.abs(length - wanted)).toBeLessThanOrEqual(1);
}

function expectApart(places: ReadonlyMap<CardId, Point> | undefined): void {
  const points = [...(places ?? [])];
  for (const [i, [a, [x, y]]] of points.entries()) {
    for (const [b, [otherX, otherY]] of points.slice(i + 1)) {
      const isApart = Math.abs(x - otherX) >= 248 || Math.abs(y - otherY) >= 80;
      if (!isApart) expect.fail(`${a} lies on ${b}`);
    }
  }
}
