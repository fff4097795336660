import { afterEach, beforeEach, expect, onTestFinished, test, vi } from "vitest";
import type { Rect } from "#shared/diagram/index.ts";
import { createStillView } from "../../../../tests/support/canvas-tools.ts";
import type { Screen } from "../../view/frame-view.ts";
import { Motion } from "../../view/motion.ts";
import { Bitmap } from "./bitmap.ts";

let now = 0;

beforeEach(() => {
  now = 0;
  vi.useFakeTimers({ toFake: ["requestAnimationFrame", "cancelAnimationFrame"] });
  vi.spyOn(performance, "now").mockImplementation(() => now);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** A canvas that takes everything and shows nothing. */
function blankCanvas(): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  const context = new Proxy({}, { get: () => () => undefined, set: () => true });
  Object.defineProperty(canvas, "getContext", { value: () => context });
  return canvas;
}

/** A bitmap every drawing of which takes so long; `drawn` are the stretches that were drawn since one last asked. */
function makeBitmap(tookMs: number, screen: Screen = { width: 1_280, height: 800 }) {
  const view = { ...createStillView(), screen: () => screen };
  const drawings: Rect[] = [];
  const standIns: boolean[] = [];
  const draw = (_: unknown, stretch: Rect) => {
    drawings.push(stretch);
    now += tookMs;
  };
  const canvases = [blankCanvas(), blankCanvas()] as const;
  const motion = new Motion(view);
  const stop = motion.start();
  onTestFinished(stop);
  const bitmap = new Bitmap(
    canvases,
    view,
    motion,
    draw,
    () => undefined,
    (isStandIn) => standIns.push(isStandIn),
  );
  const frame = () => {
    now += 16;
    vi.advanceTimersToNextFrame();
  };
  bitmap.drawAnew("white");
  const finish = () => {
    for (let frames = 0; frames < 100; frames += 1) frame();
  };
  return { bitmap, view, frame, finish, standIns, drawn: () => drawings.splice(0) };
}

const spot: Rect = { x: 100, y: 100, width: 50, height: 50 };
const everything: Rect = { x: -10_000, y: -10_000, width: 30_000, height: 30_000 };

test("damage that was dear to draw waits the next time, unless it is urgent", () => {
  const { bitmap, frame, finish, drawn } = makeBitmap(30);
  finish();
  drawn();
  bitmap.damage([spot]);
  frame();
  expect(drawn()).toHaveLength(1);
  bitmap.damage([spot]);
  frame();
  expect(drawn()).toHaveLength(0);
  bitmap.damage([spot], true);
  frame();
  expect(drawn()).toHaveLength(1);
});

test("what is urgent is drawn in one frame, however large", () => {
  const { bitmap, frame, finish, drawn } = makeBitmap(30);
  finish();
  drawn();
  bitmap.damage([everything], true);
  frame();
  expect(drawn()).toHaveLength(1);
});

test("all that is damaged again and again while it is drawn in pieces is drawn, and not over and over", () => {
  const { bitmap, frame, finish, drawn } = makeBitmap(30);
  finish();
  drawn();
  for (let move = 0; move < 10; move += 1) {
    bitmap.damage([everything]);
    frame();
  }
  finish();
  // Twenty pieces cover it: once for what was damaged first, once more for what was while it was drawn.
  expect(drawn()).toHaveLength(40);
});

test("what a movement will lead to is drawn a few pieces a frame, and all of it", () => {
  const { view, frame, finish, drawn } = makeBitmap(0);
  finish();
  drawn();
  // So far that the margin is used up, and nothing that is new is seen yet.
  view.moveTo({ x: -350, y: -220, zoom: 1 });
  const counts = Array.from({ length: 4 }, () => {
    frame();
    return drawn().length;
  });
  // The first frame copies what is drawn already.
  expect(counts).toEqual([0, 3, 3, 3]);
  finish();
  expect(drawn()).toHaveLength(0);
});

test("what is drawn stands in for elements while the view moves, and no longer when it zooms", () => {
  const { view, finish, standIns } = makeBitmap(0);
  finish();
  view.moveTo({ x: -10, y: 0, zoom: 1 });
  view.moveTo({ x: -20, y: 0, zoom: 1 });
  expect(standIns).toEqual([true]);
  view.moveTo({ x: -20, y: 0, zoom: 1.1 });
  expect(standIns).toEqual([true, false]);
});

test("what is seen and not drawn yet stands in for nothing", () => {
  const { view, finish, standIns } = makeBitmap(0);
  finish();
  view.moveTo({ x: -5000, y: 0, zoom: 1 });
  expect(standIns).toEqual([]);
  finish();
  view.moveTo({ x: -5010, y: 0, zoom: 1 });
  expect(standIns).toEqual([true]);
});

test("what is drawn gives up standing in where a fast movement reaches what is not, until all is drawn", () => {
  const { view, frame, finish, standIns } = makeBitmap(0);
  finish();
  view.moveTo({ x: -10, y: 0, zoom: 1 });
  view.moveTo({ x: -5000, y: 0, zoom: 1 });
  expect(standIns).toEqual([true, false]);
  // What is seen is drawn now, the margin is not.
  frame();
  view.moveTo({ x: -5010, y: 0, zoom: 1 });
  expect(standIns).toEqual([true, false]);
  finish();
  view.moveTo({ x: -5020, y: 0, zoom: 1 });
  expect(standIns).toEqual([true, false, true]);
});

test("a bitmap that is taken away while the view moves gives elements back", () => {
  const { bitmap, view, finish, standIns } = makeBitmap(0);
  finish();
  view.moveTo({ x: -10, y: 0, zoom: 1 });
  bitmap.dispose();
  expect(standIns).toEqual([true, false]);
});

test.each([
  ["", { width: 1_280, height: 800 }],
  [", and so does one with more pixels than are drawn finely", { width: 2_560, height: 1_440 }],
])("a fine screen keeps its elements, beside which what is drawn on the way is coarse%s", (_, screen) => {
  vi.stubGlobal("devicePixelRatio", 2);
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
  const { view, finish, standIns } = makeBitmap(0, screen);
  finish();
  view.moveTo({ x: -10, y: 0, zoom: 1 });
  expect(standIns).toEqual([]);
});
