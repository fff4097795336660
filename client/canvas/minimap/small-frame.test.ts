import { expect, test } from "vitest";
import { pointIn, smallFrame, stillServes, viewAt, viewIn } from "./small-frame.ts";

const size = { width: 200, height: 140 };
const map = { x: -1_000, y: 500, width: 40_000, height: 20_000 };

test("the whole map is in the frame, in its middle, with room to grow", () => {
  const frame = smallFrame(map, size, 1);
  const shown = viewIn(frame, map);
  expect(shown.x).toBeGreaterThan(10);
  expect(shown.y).toBeGreaterThan(10);
  expect(shown.x + shown.width / 2).toBeCloseTo(100);
  expect(shown.y + shown.height / 2).toBeCloseTo(70);
  expect(stillServes(frame, map)).toBe(true);
  expect(stillServes(frame, { ...map, width: map.width + 2_000 })).toBe(true);
});

test("a map that outgrows its frame, or shrinks to a corner of it, asks for another", () => {
  const frame = smallFrame(map, size, 1);
  expect(stillServes(frame, { ...map, width: map.width * 2 })).toBe(false);
  expect(stillServes(frame, { ...map, width: 4_000, height: 2_000 })).toBe(false);
});

test("a few cards are not blown up, and an empty map has a frame too", () => {
  const few = { x: 0, y: 0, width: 248, height: 68 };
  expect(smallFrame(few, size, 2).zoom).toBe(0.12);
  expect(stillServes(smallFrame(few, size, 2), { ...few, width: 100 })).toBe(true);
  expect(Number.isFinite(smallFrame(undefined, size, 1).x)).toBe(true);
});

test("a press on the small map brings that place to the middle of the screen", () => {
  const frame = smallFrame(map, size, 1);
  const [x, y] = pointIn(frame, [60, 40]);
  const screen = { width: 1_280, height: 800 };
  const view = viewAt([x, y], { x: 0, y: 0, zoom: 0.5 }, screen);
  expect([x * view.zoom + view.x, y * view.zoom + view.y]).toEqual([640, 400]);
});
