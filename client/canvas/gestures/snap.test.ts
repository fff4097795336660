import fc from "fast-check";
import { expect, test } from "vitest";
import { snap } from "./snap.ts";

const card = (x: number, y: number, width = 100, height = 40) => ({ x, y, width, height });

test("an edge within reach falls into line, and the line runs past both", () => {
  const found = snap(card(4, 200), [card(0, 0)], 6);
  expect(found).toMatchObject({ dx: -4, dy: 0 });
  expect(found.lines).toContainEqual({ axis: "x", at: 0, from: 0, to: 240 });
});

test("what is out of reach is left alone", () => {
  expect(snap(card(40, 200), [card(0, 0)], 6)).toEqual({ dx: 0, dy: 0, lines: [], gaps: [] });
  expect(snap(card(0, 0), [], 6)).toEqual({ dx: 0, dy: 0, lines: [], gaps: [] });
});

test("middles agree where sizes differ", () => {
  const found = snap(card(23, 200, 60), [card(0, 0)], 6);
  expect(found.dx).toBe(-3);
  expect(found.lines).toEqual([{ axis: "x", at: 50, from: 0, to: 240 }]);
});

test("both axes at once", () => {
  const found = snap(card(203, 3), [card(0, 0), card(200, 300)], 6);
  expect([found.dx, found.dy]).toEqual([-3, -3]);
  expect(found.lines.map(({ axis }) => axis)).toContain("y");
});

test("a third in a row comes as far from the second as that is from the first", () => {
  const found = snap(card(283, 2), [card(0, 0), card(140, 0)], 6);
  expect([found.dx, found.dy]).toEqual([-3, -2]);
  expect(found.gaps).toEqual([
    { axis: "x", from: 100, to: 140, at: 20 },
    { axis: "x", from: 240, to: 280, at: 20 },
  ]);
});

test("between two it comes into the middle", () => {
  const found = snap(card(204, 5), [card(0, 0), card(400, 9)], 6);
  expect(found.dx).toBe(-4);
  expect(found.gaps).toHaveLength(2);
});

test("where it does not fit between two, it comes to an edge, not into the middle", () => {
  const near = [card(158, 9, 39, 10), card(228, -9, 10, 18)];
  const { dx, lines, gaps } = snap(card(194, 0, 36, 45), near, 8);
  expect([dx, gaps]).toEqual([-2, []]);
  expect(lines).toContainEqual(expect.objectContaining({ axis: "x", at: 228 }));
});

test("it comes to no equal gap over another one in the row", () => {
  const near = [card(0, 9, 10, 10), card(-82, 9, 10, 10), card(-44, 9, 10, 10)];
  const { dx, lines, gaps } = snap(card(-86, 0, 10, 45), near, 8);
  expect(dx).toBe(4);
  expect(gaps).toEqual([]);
  expect(lines).toContainEqual(expect.objectContaining({ axis: "x", at: -82 }));
});

test("it never goes further than the reach, and is in line when it is there", () => {
  const place = fc.integer({ min: -300, max: 300 });
  const rect = fc.record({
    x: place,
    y: place,
    width: fc.integer({ min: 10, max: 200 }),
    height: fc.integer({ min: 10, max: 200 }),
  });
  fc.assert(
    fc.property(rect, fc.array(rect, { maxLength: 12 }), (moving, near) => {
      const { dx, dy, lines, gaps } = snap(moving, near, 8);
      expect(Math.max(Math.abs(dx), Math.abs(dy))).toBeLessThanOrEqual(8);
      if (dx !== 0 || dy !== 0) expect(lines.length + gaps.length).toBeGreaterThan(0);
    }),
  );
});
