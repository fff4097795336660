import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Point } from "#shared/model/index.ts";
import { edgeMarks, edgeOf, maxEdgeMarks } from "./edge-marks.ts";

const screen = { width: 1280, height: 800 };
const room = { x: 0, y: 0, width: 200, height: 100 };

describe("the edge", () => {
  test.each([
    [[500, 50], { x: 200, y: 50 }],
    [[-100, 50], { x: 0, y: 50 }],
    [[100, 900], { x: 100, y: 100 }],
    [[300, 150], { x: 200, y: 100 }],
    [[400, -100], { x: 200, y: 0 }],
    [[120, 40], { x: 120, y: 40 }],
  ] as const)("is reached on the way to %j at %j", (point, edge) => {
    const { x, y } = edgeOf(room, point);
    expect(x).toBeCloseTo(edge.x);
    expect(y).toBeCloseTo(edge.y);
  });
});

test("who is in sight has no mark", () => {
  expect(edgeMarks(new Map([[7, [640, 400]]]), screen)).toEqual({ marks: [], more: 0 });
});

test("a mark points to where somebody is", () => {
  const { marks } = edgeMarks(new Map([[7, [5000, 400]]]), screen);
  expect(marks).toHaveLength(1);
  expect(marks[0]?.angleRad).toBeCloseTo(0);
  expect(marks[0]?.x).toBeGreaterThan(1200);
});

test("of many the nearest are marked and the rest is counted", () => {
  const people = new Map(
    Array.from({ length: 20 }, (_, id): [number, Point] => [id, [2000 + id * 100, 400]]),
  );
  const { marks, more } = edgeMarks(people, screen);
  expect(marks.map(({ clientId }) => clientId)).toEqual(Array.from({ length: maxEdgeMarks }, (_, id) => id));
  expect(more).toBe(8);
});

test("marks of two edges do not cover each other in the corner", () => {
  const people = new Map<number, Point>([
    [0, [-121, 0]],
    [1, [-109, 0]],
  ]);
  const [top, left] = edgeMarks(people, screen).marks;
  expect(left?.x).toBe(10);
  expect((left?.y ?? 0) - (top?.y ?? 0)).toBeGreaterThanOrEqual(30);
});

test("marks lie within the window and none at the side covers another, wherever people are", () => {
  const place = fc.tuple(fc.integer({ min: -9000, max: 9000 }), fc.integer({ min: -9000, max: 9000 }));
  fc.assert(
    fc.property(fc.array(place, { maxLength: 30 }), (places) => {
      const people = new Map(places.map((at, id): [number, Point] => [id, at]));
      const { marks, more } = edgeMarks(people, screen);
      const away = places.filter(([x, y]) => x < 0 || y < 0 || x > screen.width || y > screen.height);
      expect(marks.length + more).toBe(away.length);
      for (const { x, y } of marks) {
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x).toBeLessThanOrEqual(screen.width);
        expect(y).toBeGreaterThanOrEqual(0);
        expect(y).toBeLessThanOrEqual(screen.height);
      }
      const left = marks
        .filter(({ x }) => x < 20)
        .map(({ y }) => y)
        .sort((a, b) => a - b);
      left.forEach((y, index) => {
        const before = left[index - 1];
        if (before !== undefined) expect(y - before).toBeGreaterThan(29.9);
      });
    }),
  );
});
