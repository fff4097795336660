import { describe, expect, it } from "vitest";
import { ManualScheduler } from "../tests/support/manual-scheduler.ts";
import { answerWithinMs, askAgainAfterMs, createHealthCheck } from "./health.ts";

const works = () => Promise.resolve();
const fails = () => Promise.reject(new Error("made to fail"));
const isBusUp = () => true;
const isDraining = () => false;

describe("createHealthCheck", () => {
  it("[H5] tells store and bus apart", async () => {
    const scheduler = new ManualScheduler();
    const check = createHealthCheck({ checkStore: works, isBusUp: () => false, isDraining, scheduler });
    expect(await check()).toEqual({ store: "ok", bus: "away", isDraining: false });
    const other = createHealthCheck({ checkStore: fails, isBusUp, isDraining, scheduler });
    expect(await other()).toEqual({ store: "away", bus: "ok", isDraining: false });
  });

  it("[H5] takes what does not answer in time for away", async () => {
    const scheduler = new ManualScheduler();
    const checkStore = () => new Promise<void>(() => undefined);
    const check = createHealthCheck({ checkStore, isBusUp, isDraining, scheduler });
    const answer = check();
    await scheduler.advance(answerWithinMs);
    expect(await answer).toEqual({ store: "away", bus: "ok", isDraining: false });
  });

  it("[H5] asks the store seldom, however often it is asked itself, and says at once that it is draining", async () => {
    const scheduler = new ManualScheduler();
    let asked = 0;
    let draining = false;
    const checkStore = () => {
      asked++;
      return Promise.resolve();
    };
    const check = createHealthCheck({ checkStore, isBusUp, isDraining: () => draining, scheduler });
    await check();
    draining = true;
    expect(await check()).toEqual({ store: "ok", bus: "ok", isDraining: true });
    expect(asked).toBe(1);
    await scheduler.advance(askAgainAfterMs);
    await check();
    expect(asked).toBe(2);
  });
});
