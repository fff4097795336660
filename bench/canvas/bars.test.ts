import { expect, test } from "vitest";
import { motionBars, openingBars } from "./bars.ts";
import type { Figures } from "./measure.ts";
import { type Measured, motionKey, openingKey, type Results } from "./results.ts";

test("a run that left everything out has no bar to reach", () => {
  expect([...openingBars(results({})), ...motionBars(results({}))]).toEqual([]);
});

test("panning a large map is held against the frames of the empty canvas", () => {
  const run = (fps: number) =>
    results({ motions: [[motionKey("ours", 10_000, "pan-1"), { figures: at(fps), empty: at(60) }]] });
  expect(motionBars(run(54))).toMatchObject([{ measured: "0.90", isReached: true }]);
  expect(motionBars(run(53))).toMatchObject([{ isReached: false }]);
});

test("eight times the frames of plain React Flow are asked for, on a slow processor too", () => {
  const run = (fps: number, empty: number, plain: number) =>
    motionBars(
      results({
        motions: [
          [motionKey("ours", 3000, "slow-pan-1"), { figures: at(fps), empty: at(empty) }],
          [motionKey("plain-react-flow", 3000, "slow-pan-1"), { figures: at(plain) }],
        ],
      }),
    );
  expect(run(32, 60, 4)).toMatchObject([{ isReached: true }]);
  expect(run(31, 60, 4)).toMatchObject([{ isReached: false }]);
  // That the screen shows no more than 60 is no excuse.
  expect(run(58, 60, 17)).toMatchObject([{ isReached: false }]);
});

test("zooming a large map has a bar for frames and one for the main thread", () => {
  const measured = { figures: at(52, 11), empty: at(60) };
  const bars = motionBars(results({ motions: [[motionKey("ours", 10_000, "zoom"), measured]] }));
  expect(bars.map(({ isReached }) => isReached)).toEqual([true, false]);
});

test("where both show all frames of the screen, less main thread is ahead of Excalidraw", () => {
  const run = (ours: Figures, theirs: Figures) =>
    motionBars(
      results({
        motions: [
          [motionKey("ours", 3000, "drag"), { figures: ours }],
          [motionKey("excalidraw", 3000, "drag"), { figures: theirs }],
        ],
      }),
    );
  expect(run(at(60, 6), at(60, 9))).toMatchObject([{ isReached: true }]);
  expect(run(at(60, 9), at(60, 6))).toMatchObject([{ isReached: false }]);
  expect(run(at(50, 6), at(60, 9))).toMatchObject([{ isReached: false }]);
});

test("a large map may take twice as long to its first card as a small one", () => {
  const opening = (firstPaintMs: number) => ({ firstPaintMs, wholeMs: 0, heapMib: 59, scriptKb: 301 });
  const openings = [
    [openingKey("ours", 200), opening(400)],
    [openingKey("ours", 10_000), opening(801)],
  ] as const;
  expect(openingBars(results({ openings })).map(({ isReached }) => isReached)).toEqual([false, true, false]);
});

function at(fps: number, mainMs = 5): Figures {
  return { fps, p50: 17, p95: 17, longest: 17, mainMs, scriptMs: 0, styleMs: 0, layoutMs: 0 };
}

function results(
  given: Readonly<{
    motions?: readonly (readonly [string, Measured])[];
    openings?: readonly (readonly [
      string,
      Readonly<Record<"firstPaintMs" | "wholeMs" | "heapMib" | "scriptKb", number>>,
    ])[];
  }>,
): Results {
  return {
    machine: { processor: "", cores: 2, system: "", node: "", chromium: "", load: 0, date: "" },
    repeats: 1,
    openings: new Map(given.openings),
    motions: new Map(given.motions),
    crowd: undefined,
    failures: new Map(),
  };
}
