import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { argumentGeometry } from "./argument-geometry.ts";
import { curvesOf } from "./curves-of.ts";
import { conflictGeometry, linkGeometry } from "./link-geometry.ts";
import { isSameGeometry, packGeometry, unpackGeometry } from "./packed-geometry.ts";

const coordinate = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const box = fc.record({
  x: coordinate,
  y: coordinate,
  width: fc.double({ min: 1, max: 400, noNaN: true }),
  height: fc.double({ min: 1, max: 400, noNaN: true }),
});
const geometry = fc.oneof(
  fc
    .tuple(box, fc.array(box, { maxLength: 4 }), box)
    .map(([first, others, target]) => argumentGeometry([first, ...others], { type: "card", box: target })),
  fc
    .tuple(box, coordinate, coordinate)
    .map(([premise, x, y]) => argumentGeometry([premise], { type: "joint", at: [x, y] })),
  fc.tuple(box, box).map(([from, to]) => linkGeometry(from, to)),
  fc.tuple(box, box).map(([a, b]) => conflictGeometry(a, b)),
);

describe("packed geometry", () => {
  it("is the same geometry when unpacked, its path data too", () => {
    fc.assert(
      fc.property(geometry, (made) => {
        const again = unpackGeometry(packGeometry(made));
        expect(again).toEqual(made);
        expect(curvesOf(again).map(({ d }) => d)).toEqual(curvesOf(made).map(({ d }) => d));
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it("is equal for the same lines, and not for others", () => {
    fc.assert(
      fc.property(geometry, geometry, (one, other) => {
        const [a, b] = [packGeometry(one), packGeometry(other)];
        expect(isSameGeometry(a, packGeometry(one))).toBe(true);
        expect(isSameGeometry(a, b)).toBe(JSON.stringify(a) === JSON.stringify(b));
      }),
      { seed: 2, numRuns: 300 },
    );
  });
});
