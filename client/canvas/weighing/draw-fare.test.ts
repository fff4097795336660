import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Rect } from "#shared/diagram/index.ts";
import { lightTheme } from "#shared/diagram/tokens.ts";
import { stageLevels } from "../../stage/stage-levels.ts";
import { cardReachPx } from "../layers/bitmap/draw-marks.ts";
import { deskLevels } from "../view/levels.ts";
import { drawFare, farePlace } from "./draw-fare.ts";
import { fareSize } from "./fare-look.ts";
import type { Fare } from "./weighed.ts";

// Paths are what browsers alone have.
beforeEach(() => vi.stubGlobal("Path2D", class {}));
afterEach(() => vi.unstubAllGlobals());

const rect: Rect = { x: 0, y: 0, width: 248, height: 108 };
const low: Rect = { ...rect, height: 68 };
const heightPx = 1_080;
const room = stageLevels(heightPx);

test.each([0.5, 0.6, 0.8, 1, 1.4, 2, 2.5])(
  "[K14] [K21] at zoom %f the word on a card can be read from the back of the room, and the title beside it",
  (zoom) => {
    for (const card of [rect, low]) {
      const place = farePlace(card, zoom, room);
      if (!place) throw new Error("It is shown wherever titles are.");
      expect(place.scale * fareSize.typePx * zoom).toBeGreaterThanOrEqual(heightPx / 50 - 0.01);
      expect(place.top + place.heightPx - card.height).toBeLessThanOrEqual(cardReachPx);
      const { leastPx } = room.titleSizeAt(zoom);
      if (zoom < room.full) expect(card.height - 14 - place.takes).toBeGreaterThanOrEqual(leastPx);
    }
  },
);

test("[K21] a low card far off has the sign alone in its corner, a block in its middle, and a speck none", () => {
  expect(farePlace(low, 0.5, room)?.form).toBe("corner");
  expect(farePlace(rect, 1, room)?.form).toBe("whole");
  expect(farePlace(rect, 0.4, room)?.form).toBe("block");
  expect(farePlace(rect, 0.05, deskLevels)).toBeUndefined();
});

/** What was drawn: fills and texts with the colour and dash that was set. */
function drawn(fare: Fare, word = "") {
  const calls: string[] = [];
  let dash: readonly number[] = [];
  const context = {
    fillStyle: "",
    strokeStyle: "",
    measureText: (text: string) => ({ width: 7 * text.length }),
    setLineDash: (parts: readonly number[]) => {
      dash = parts;
    },
    fill: () => calls.push(`fill ${context.fillStyle}`),
    stroke: () => calls.push(`stroke ${context.strokeStyle} ${dash.join("-")}`),
    fillText: (text: string) => calls.push(`text ${text} ${context.fillStyle}`),
    strokeRect: (_x: number, _y: number, width: number) => calls.push(`frame ${width}`),
    fillRect: (_x: number, _y: number, width: number) => calls.push(`bar ${width}`),
    beginPath: () => undefined,
    roundRect: () => undefined,
    save: () => undefined,
    restore: () => undefined,
    translate: () => undefined,
    scale: () => undefined,
  };
  const brush = { context: context as unknown as CanvasRenderingContext2D, zoom: 1 };
  drawFare(brush, { theme: lightTheme, levels: deskLevels }, rect, fare, word);
  return calls;
}

test("[K21] what is open has a broken edge, what is refuted is turned round, and each has sign and word", () => {
  const { text, panel } = lightTheme;
  const standing = (of: Extract<Fare, { kind: "standing" }>["standing"]) =>
    drawn({ kind: "standing", standing: of }, of);
  expect(standing("contested")).toEqual([
    `fill ${panel}`,
    `stroke ${text} 3-3`,
    `stroke ${text} `,
    `text contested ${text}`,
  ]);
  expect(standing("stands")[1]).toBe(`stroke ${text} `);
  expect(standing("refuted")).toEqual([
    `fill ${text}`,
    `stroke ${text} `,
    `stroke ${panel} `,
    `text refuted ${panel}`,
  ]);
});

test("[K21] a strength is a bar filled so far, and a number", () => {
  const calls = drawn({ kind: "strength", value: 0.4, text: "0.40" });
  expect(calls).toContain("frame 30");
  expect(calls).toContain("bar 12");
  expect(calls.at(-1)).toBe(`text 0.40 ${lightTheme.text}`);
});
