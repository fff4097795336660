import { describe, expect, test } from "vitest";
import { type Box, freePlace } from "./free-place.ts";

const size = { width: 248, height: 80 };

describe("freePlace", () => {
  test("a place that is free is kept", () => {
    expect(freePlace([10, 20], size, () => false)).toEqual([10, 20]);
  });

  test("below a card is the first choice, with a gap", () => {
    const place = freePlace([0, 0], size, occupiedBy({ x: 0, y: 0, ...size }));
    expect(place[0]).toBe(0);
    expect(place[1]).toBeGreaterThanOrEqual(80 + 20);
    expect(place[1]).toBeLessThan(80 + 20 + 24);
  });

  test("a row of cards added at one spot never overlaps", () => {
    const boxes: Box[] = [];
    for (let i = 0; i < 40; i += 1) {
      const [x, y] = freePlace([0, 0], size, occupiedBy(...boxes));
      boxes.push({ x, y, ...size });
    }
    for (const [i, box] of boxes.entries()) expect(occupiedBy(...boxes.slice(i + 1))(box)).toBe(false);
  });

  test("where everything is taken, the wish stands", () => {
    expect(freePlace([3, 4], size, () => true)).toEqual([3, 4]);
  });
});

function occupiedBy(...boxes: readonly Box[]): (box: Box) => boolean {
  return (a) =>
    boxes.some(
      (b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height,
    );
}
