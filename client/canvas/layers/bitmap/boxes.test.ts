import { expect, test } from "vitest";
import { addBox, areaOf, around, type Box, overlapOf, tilesOf } from "./boxes.ts";

const box = (left: number, top: number, right: number, bottom: number): Box => ({ left, top, right, bottom });
const covers = (boxes: readonly Box[], { left, top }: Box) =>
  boxes.some((one) => one.left <= left && left < one.right && one.top <= top && top < one.bottom);

test("boxes that nearly touch become one, those far apart stay apart", () => {
  const boxes: Box[] = [];
  addBox(boxes, box(0, 0, 100, 100));
  addBox(boxes, box(90, 0, 190, 100));
  addBox(boxes, box(2_000, 0, 2_010, 10));
  expect(boxes).toHaveLength(2);
  expect(boxes).toContainEqual(box(0, 0, 190, 100));
});

test("a list of boxes stays short and goes on covering all that was added", () => {
  const boxes: Box[] = [];
  const added = Array.from({ length: 500 }, (_, i) => {
    const [left, top] = [(i * 7_919) % 2_000, (i * 104_729) % 1_600];
    return box(left, top, left + 12, top + 9);
  });
  for (const one of added) addBox(boxes, one);
  expect(boxes.length).toBeLessThanOrEqual(24);
  expect(added.every((one) => covers(boxes, one))).toBe(true);
});

test("what lies around a box and the box make the whole, and tiles make it too", () => {
  const whole = box(0, 0, 2_080, 1_600);
  const inner = box(300, 0, 2_080, 1_200);
  const parts = around(whole, inner);
  const area = parts.reduce((sum, part) => sum + areaOf(part), 0);
  expect(area + areaOf(inner)).toBe(areaOf(whole));
  expect(parts.every((part) => overlapOf(part, inner) === undefined)).toBe(true);
  const tiles = tilesOf(whole, 416, 400);
  expect(tiles.reduce((sum, tile) => sum + areaOf(tile), 0)).toBe(areaOf(whole));
});
