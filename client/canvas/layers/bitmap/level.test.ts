import { expect, test } from "vitest";
import { deskLevels } from "../../view/levels.ts";
import { levelAt } from "./level.ts";

test.each([
  [2.5, "full"],
  [0.42, "full"],
  [0.41, "title"],
  [0.2, "title"],
  [0.19, "block"],
  [0.01, "block"],
] as const)("at zoom %s cards are drawn as %s", (zoom, level) => {
  expect(levelAt(zoom, deskLevels)).toBe(level);
});

test("titles stay readable on the screen as far as they are drawn", () => {
  for (let zoom = 0.2; zoom < 0.42; zoom += 0.01)
    expect(deskLevels.titleSizeAt(zoom).wantedPx * zoom).toBeGreaterThanOrEqual(8.7);
});
