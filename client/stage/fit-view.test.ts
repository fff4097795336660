import { expect, test } from "vitest";
import { projector, safeShare } from "#shared/presenting/index.ts";
import { fitView } from "./fit-view.ts";

const tall = { x: 100, y: -50, width: 300, height: 900 };

/** How much of the screen's height is free above and below. */
function freeAt(isForRoom: boolean) {
  const { y, zoom } = fitView(tall, projector, 9, isForRoom);
  const top = tall.y * zoom + y;
  return [top, projector.height - top - tall.height * zoom].map((px) => px / projector.height);
}

test("[K14] what fills the screen is in the middle of it, or in a room higher, clear of the bar", () => {
  for (const free of freeAt(false)) expect(free).toBeCloseTo(safeShare);
  const [above = 0, below = 0] = freeAt(true);
  expect(above + below).toBeCloseTo(2 * safeShare);
  expect(below * projector.height).toBeGreaterThan(70);
});
