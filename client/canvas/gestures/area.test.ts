import fc from "fast-check";
import { expect, test } from "vitest";
import { boxAround } from "#shared/diagram/index.ts";
import type { Point } from "#shared/model/index.ts";
import { isInside, isMeant } from "./area.ts";

const card = { x: 100, y: 100, width: 50, height: 20 };
const square: readonly Point[] = [
  [0, 0],
  [200, 0],
  [200, 200],
  [0, 200],
];

test("a rectangle means what lies wholly in it, whichever corner it was begun at", () => {
  expect(
    isMeant(
      {
        kind: "box",
        points: [
          [90, 90],
          [160, 130],
        ],
      },
      card,
    ),
  ).toBe(true);
  expect(
    isMeant(
      {
        kind: "box",
        points: [
          [160, 130],
          [90, 90],
        ],
      },
      card,
    ),
  ).toBe(true);
  expect(
    isMeant(
      {
        kind: "box",
        points: [
          [110, 90],
          [160, 130],
        ],
      },
      card,
    ),
  ).toBe(false);
});

test("a loop means what has its middle inside", () => {
  expect(isMeant({ kind: "lasso", points: square }, card)).toBe(true);
  expect(isMeant({ kind: "lasso", points: square }, { ...card, x: 180 })).toBe(false);
  expect(isMeant({ kind: "lasso", points: square }, { ...card, x: 170 })).toBe(true);
});

test("what a bent loop leaves out is out", () => {
  const u: readonly Point[] = [
    [0, 0],
    [30, 0],
    [30, 60],
    [70, 60],
    [70, 0],
    [100, 0],
    [100, 100],
    [0, 100],
  ];
  expect(isInside([50, 30], u)).toBe(false);
  expect(isInside([50, 80], u)).toBe(true);
  expect(isInside([15, 10], u)).toBe(true);
});

test("a loop of no length means nothing", () => {
  expect(isInside([0, 0], [])).toBe(false);
  expect(isInside([5, 5], [[5, 5]])).toBe(false);
  expect(boxAround([])).toEqual({ x: 0, y: 0, width: 0, height: 0 });
});

test("nothing outside the box around a loop is inside the loop", () => {
  const point = fc.tuple(fc.integer({ min: -100, max: 100 }), fc.integer({ min: -100, max: 100 }));
  fc.assert(
    fc.property(fc.array(point, { maxLength: 30 }), point, (loop, at) => {
      const box = boxAround(loop);
      const isInBox =
        at[0] >= box.x && at[0] <= box.x + box.width && at[1] >= box.y && at[1] <= box.y + box.height;
      expect(isInside(at, loop) && !isInBox).toBe(false);
    }),
  );
});
