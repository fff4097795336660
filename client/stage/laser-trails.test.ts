import { expect, test } from "vitest";
import { LaserTrails } from "./laser-trails.ts";

test("[K16] a movement is one trail, and another one after a pause, or by somebody else", () => {
  const trails = new LaserTrails();
  expect(trails.next(1, [0, 0], 0)).toEqual([0, 0]);
  expect(trails.next(1, [5, 5], 50)).toEqual([0, 0]);
  expect(trails.next(1, [5, 5], 100)).toBeNull();
  expect(trails.next(2, [9, 9], 100)).toEqual([9, 9]);
  expect(trails.next(1, [7, 7], 900)).toEqual([7, 7]);
});

test("[K16] who has gone leaves nothing behind: back at the same point, they point at it again", () => {
  const trails = new LaserTrails();
  trails.next(1, [5, 5], 0);
  trails.next(2, [6, 6], 0);
  trails.keepOnly((clientId) => clientId === 2);
  expect(trails.next(1, [5, 5], 100)).toEqual([5, 5]);
  expect(trails.next(2, [6, 6], 100)).toBeNull();
});
