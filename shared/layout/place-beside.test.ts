import { describe, expect, test } from "vitest";
import type { Box } from "./free-place.ts";
import { type Beside, placeBeside, stepBeside } from "./place-beside.ts";

const size = { width: 248, height: 68 };
const head: Box = { x: 0, y: 0, width: 248, height: 100 };
const boxAt = (x: number, y: number, height = 80): Box => ({ x, y, width: 248, height });

describe("placeBeside", () => {
  test("the first reason stands to the right of its claim, level with it", () => {
    expect(place([])).toEqual([360, 16]);
  });

  test("the next stands below the last one, whatever the order in which they are told", () => {
    expect(place([boxAt(360, 100), boxAt(360, -60)])).toEqual([360, 200]);
  });

  test("where siblings stand in a row below or above their claim, it goes on", () => {
    expect(place([boxAt(-134, 196), boxAt(134, 196, 120)])).toEqual([402, 196]);
    expect(place([boxAt(-134, -176), boxAt(134, -216, 120)])).toEqual([402, -164]);
  });

  test("a lone reason below its claim begins a row", () => {
    expect(place([boxAt(0, 196)])).toEqual([268, 196]);
  });

  test("what hangs under its head goes on hanging", () => {
    expect(place([boxAt(40, 154)])).toEqual([40, 288]);
  });

  test("what argues about a step stands below its premises, and below what argues about it already", () => {
    expect(place([], "step")).toEqual([0, 120]);
    expect(place([boxAt(0, 120)], "step")).toEqual([0, 220]);
  });

  test("below premises under what they are for its line would run behind them: it stands at their outer side", () => {
    expect(stepBeside(head, boxAt(100, -240))).toBe("left of step");
    expect(stepBeside(head, boxAt(-100, 200))).toBe("right of step");
    expect(stepBeside(head, boxAt(-360, 0))).toBe("step");
    expect(stepBeside(head, undefined)).toBe("step");
    expect(place([], "right of step")).toEqual([268, 0]);
    expect(place([boxAt(268, 0)], "right of step")).toEqual([536, 0]);
    expect(place([boxAt(-268, 0)], "left of step")).toEqual([-536, 0]);
  });

  test("one more premise joins the stack", () => {
    expect(place([], "premise")).toEqual([0, 112]);
  });

  test("a place that is taken is left for the nearest free one", () => {
    const taken = boxAt(360, 200);
    const [x, y] = place([boxAt(360, 100)], "card", [taken]);
    expect(x === 360 ? y : 0).toBeGreaterThanOrEqual(300);
  });
});

function place(siblings: readonly Box[], beside: Beside = "card", others: readonly Box[] = []) {
  const taken = [head, ...siblings, ...others];
  return placeBeside(head, siblings, beside, size, (box) =>
    taken.some(
      (b) =>
        box.x < b.x + b.width &&
        b.x < box.x + box.width &&
        box.y < b.y + b.height &&
        b.y < box.y + box.height,
    ),
  );
}
