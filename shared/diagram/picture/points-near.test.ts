import { expect, test } from "vitest";
import { PointsNear } from "./points-near.ts";

test("a box is off points that are next to nothing of it, across the edges of squares", () => {
  const points = new PointsNear();
  points.add(128, -0.5);
  const box = (x: number, y: number) => ({ x, y, width: 40, height: 12 });
  expect(points.areOff(box(100, -6))).toBe(false);
  expect(points.areOff(box(128.9, -0.1))).toBe(false);
  expect(points.areOff(box(129, -6))).toBe(true);
  expect(points.areOff(box(87, -6))).toBe(true);
  expect(points.areOff(box(87.1, -6))).toBe(false);
  expect(points.areOff(box(100, 0.5))).toBe(true);
});
