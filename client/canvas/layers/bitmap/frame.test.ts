import { expect, test } from "vitest";
import {
  alignedTo,
  boxIn,
  frameAround,
  isSharp,
  seenIn,
  shiftBetween,
  stretchOf,
  wholeOf,
  zoomedBy,
} from "./frame.ts";

const screen = { width: 1_280, height: 800 };
const view = { x: -300, y: -200, zoom: 0.5 };

test("what is seen lies in the frame with its margin around, on whole pixels", () => {
  const frame = frameAround(view, screen, 400, 1);
  expect(seenIn(frame, view, screen)).toEqual({ left: 400, top: 400, right: 1_680, bottom: 1_200 });
  expect(isSharp(frame, view, 1)).toBe(true);
  expect(isSharp(frame, { ...view, x: -299.5 }, 1)).toBe(false);
  expect(isSharp(frame, view, 2)).toBe(false);
});

test("after a pan what is drawn can be copied by whole pixels, after a zoom it cannot", () => {
  const frame = frameAround(view, screen, 400, 1);
  const panned = frameAround({ ...view, x: -340.4 }, screen, 400, 1);
  expect(shiftBetween(frame, panned)).toBeUndefined();
  expect(shiftBetween(frame, alignedTo(panned, frame))).toEqual([40, 0]);
  expect(shiftBetween(frame, frameAround({ ...view, zoom: 0.6 }, screen, 400, 1))).toBeUndefined();
});

test("drawn for a zoom further on, the frame keeps its middle and its pixels and shows more", () => {
  const frame = frameAround(view, screen, 400, 1);
  const further = zoomedBy(frame, 0.5);
  expect([further.width, further.height, further.zoom]).toEqual([frame.width, frame.height, 0.25]);
  const middle = (of: typeof frame) => {
    const { x, y, width, height } = stretchOf(of, wholeOf(of));
    return [x + width / 2, y + height / 2];
  };
  expect(middle(further)[0]).toBeCloseTo(middle(frame)[0] ?? Number.NaN);
  expect(middle(further)[1]).toBeCloseTo(middle(frame)[1] ?? Number.NaN);
});

test("a stretch of canvas and its box in the bitmap are the same place", () => {
  const frame = frameAround(view, screen, 400, 2);
  const stretch = { x: 700, y: 650, width: 248, height: 120 };
  const box = boxIn(frame, stretch);
  const back = stretchOf(frame, box);
  expect(back.x).toBeCloseTo(stretch.x);
  expect(back.width).toBeCloseTo(stretch.width);
});
