import { describe, expect, it, vi } from "vitest";
import { Turns } from "./turns.ts";

const { signal } = new AbortController();

/** Asks for a turn, and tells whether it has come. */
function ask(turns: Turns, isSlow: boolean, until = signal) {
  const asked = { hasBegun: false, end: () => undefined as undefined };
  const taken = turns.take(isSlow, until).then((end) => {
    asked.hasBegun = true;
    asked.end = () => void end();
  });
  return Object.assign(asked, { taken });
}

describe("turns", () => {
  it("[H11] leave one for what is quick, however many slow ones came before", async () => {
    const turns = new Turns({ threads: 2, maxWaiting: 4, maxWaitMs: 60_000 });
    const slow = [ask(turns, true), ask(turns, true), ask(turns, true)];
    const quick = ask(turns, false);
    await Promise.all([slow[0]?.taken, quick.taken]);
    expect(slow.map(({ hasBegun }) => hasBegun)).toEqual([true, false, false]);
    await expect(turns.take(true, signal)).rejects.toMatchObject({ code: "busy" });
    slow[0]?.end();
    await slow[1]?.taken;
    expect(slow[2]?.hasBegun).toBe(false);
  });

  it("[H11] let slow work use the only thread there is", async () => {
    const turns = new Turns({ threads: 1, maxWaiting: 1, maxWaitMs: 60_000 });
    const first = ask(turns, true);
    const second = ask(turns, false);
    await first.taken;
    expect(second.hasBegun).toBe(false);
    first.end();
    await second.taken;
  });

  it("[H11] take no place for those who are gone, and end the waiting of those who stay", async () => {
    vi.useFakeTimers();
    const turns = new Turns({ threads: 1, maxWaiting: 1, maxWaitMs: 1_000 });
    const first = ask(turns, false);
    await first.taken;
    const leaving = new AbortController();
    const second = expect(turns.take(false, leaving.signal)).rejects.toMatchObject({ code: "called-off" });
    await expect(turns.take(false, signal)).rejects.toMatchObject({ code: "busy" });
    leaving.abort();
    await second;
    const third = expect(turns.take(false, signal)).rejects.toMatchObject({ code: "busy" });
    vi.advanceTimersByTime(1_000);
    await third;
    first.end();
    await ask(turns, false).taken;
    await expect(turns.take(false, leaving.signal)).rejects.toMatchObject({ code: "called-off" });
    vi.useRealTimers();
  });
});
