import { describe, expect, test } from "vitest";
import type { PlainMap } from "#shared/model/plain-map.ts";
import { claim, grownMap, mapOf } from "../../tests/fixtures/layout/maps.ts";
import { layoutMap } from "./layout-map.ts";
import type { LayoutOptions, SizeOf } from "./layout-options.ts";

const sizeOf: SizeOf = (id) => ({ width: 248, height: 60 + ((Number(id.slice(1)) * 37) % 11) * 20 });
const maps: readonly (readonly [name: string, map: PlainMap])[] = [
  ["a tree of 50", grownMap(50)],
  ["a tree of 200", grownMap(200)],
  ["a tree of 1 000", grownMap(1_000)],
  ["a graph of 200", grownMap(200, 0.3)],
  ["a graph of 1 000", grownMap(1_000, 0.3)],
  ["200 loose cards", mapOf(...Array.from({ length: 200 }, (_, i) => claim(`c${i}`)))],
];

describe.each(maps)("%s", (_name, map) => {
  test.each([
    ["a screen", 1.6],
    ["a page", 0.71],
  ] as const)("fits %s when compact, and fills a fair part of it", (_place, aspect) => {
    const { width, height, filled } = measure(map, { arrangement: "compact", aspect });
    expect(width / height).toBeGreaterThan(aspect / 1.6);
    expect(width / height).toBeLessThan(aspect * 1.6);
    expect(filled).toBeGreaterThan(0.13);
  });
});

test("stacks of small branches make a tree that runs down half as wide", () => {
  const map = grownMap(1_000);
  const way = { arrangement: "tree", direction: "down" } as const;
  const beside = measure(map, { ...way, leaves: "beside" });
  const stacked = measure(map, { ...way, leaves: "stacked" });
  expect(stacked.width).toBeLessThan(0.6 * beside.width);
});

function measure(map: PlainMap, options: Partial<LayoutOptions>) {
  let [right, bottom, area] = [0, 0, 0];
  for (const [id, [x, y]] of layoutMap(map, sizeOf, options)) {
    const size = sizeOf(id);
    right = Math.max(right, x + size.width);
    bottom = Math.max(bottom, y + size.height);
    area += size.width * size.height;
  }
  return { width: right, height: bottom, filled: area / (right * bottom) };
}
