import { expect, test } from "vitest";
import { firstView, viewOfAll, zooms } from "../view/frame-view.ts";
import { viewOfGlimpse } from "./draw-glimpse.ts";

const screen = { width: 1_280, height: 800 };

test("a map that cannot be read whole comes into view where its glimpse shows it", () => {
  const glimpse = { at: [-120, 40], span: [9_000, 7_000] } as const;
  const bounds = { x: -120, y: 40, width: 9_248, height: 7_130 };
  expect(viewOfGlimpse(glimpse, screen)).toEqual(firstView(bounds, screen));
});

test("a map that might be read whole has no glimpse, since nobody knows where it will stand", () => {
  // The last cards make it too large to be read whole; without their size that cannot be told.
  const bounds = { x: 0, y: 0, width: 2_200, height: 300 };
  expect(viewOfAll(bounds, screen).zoom).toBeLessThan(zooms.readable);
  expect(viewOfGlimpse({ at: [0, 0], span: [1_952, 170] }, screen)).toBeUndefined();
});

test("what is seen whole on a large screen is glimpsed on a small one", () => {
  const glimpse = { at: [0, 0], span: [2_600, 900] } as const;
  expect(viewOfGlimpse(glimpse, { width: 2_560, height: 1_440 })).toBeUndefined();
  expect(viewOfGlimpse(glimpse, screen)).toBeDefined();
});
