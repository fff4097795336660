import { expect, test } from "vitest";
import { curveBetween, pointOnCurve } from "./curve.ts";
import { distanceToCurve } from "./curve-distance.ts";

const straight = curveBetween([0, 0], [1, 0], [100, 0], [1, 0]);
const bent = curveBetween([0, 0], [1, 0], [200, 150], [1, 0]);

test("beside a straight line it is the way straight to it", () => {
  expect(distanceToCurve(straight, [50, 30])).toBeCloseTo(30);
  expect(distanceToCurve(straight, [50, 0])).toBeCloseTo(0);
});

test("beyond an end it is the way to that end", () => {
  expect(distanceToCurve(straight, [103, 4])).toBeCloseTo(5);
});

test.each([0, 0.13, 0.5, 0.77, 1])("at %s along a bend one is on it, to two pixels", (t) => {
  expect(distanceToCurve(bent, pointOnCurve(bent, t))).toBeLessThan(2);
});
