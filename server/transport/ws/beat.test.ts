import { beforeEach, describe, expect, it } from "vitest";
import { beat } from "./beat.ts";

const everyMs = 250;

let now: number;
let beats: number[];
let timer: { dueAt: number; task: () => void } | undefined;
const scheduler = {
  elapsed: () => now,
  after: (delayMs: number, task: () => void) => {
    timer = { dueAt: now + delayMs, task };
    return () => {
      timer = undefined;
    };
  },
};

beforeEach(() => {
  now = 1_000;
  beats = [];
  timer = undefined;
});

/** Has the timer come this much too late. */
function fire(lateMs: number): void {
  const fired = timer;
  timer = undefined;
  now = (fired?.dueAt ?? now) + lateMs;
  fired?.task();
}

describe("beat", () => {
  it("[W11] keeps its time where every timer is late", () => {
    beat(scheduler, everyMs, () => beats.push(now - 1_000));
    for (let count = 0; count < 120; count++) fire(80);
    expect(beats[59]).toBe(60 * everyMs + 80);
    expect(beats[119]).toBe(120 * everyMs + 80);
  });

  it("[W11] does not make up for a long standstill: lines would be asked twice without time to answer", () => {
    beat(scheduler, everyMs, () => beats.push(now - 1_000));
    fire(60_000);
    for (let count = 0; count < 3; count++) fire(0);
    expect(beats).toEqual([60_250, 60_250, 60_500, 60_750]);
  });

  it("ends when it is told to", () => {
    const cancel = beat(scheduler, everyMs, () => beats.push(now));
    fire(0);
    cancel();
    expect(timer).toBeUndefined();
  });
});
