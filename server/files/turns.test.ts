import { describe, expect, it, vi } from "vitest";
import { type TurnRequest, Turns } from "./turns.ts";

const { signal } = new AbortController();

const limits = { threads: 1, maxWaiting: 4, maxWaitingBytes: 100, maxWaitMs: 60_000 };
const quick: TurnRequest = { address: "a", isSlow: false, bytes: 1 };
const slow: TurnRequest = { ...quick, isSlow: true };
const from = (address: string): TurnRequest => ({ ...quick, address });

/** Asks for a turn, and tells whether it has come. */
function ask(turns: Turns, request: TurnRequest, until = signal) {
  const asked = { hasBegun: false, end: () => undefined as undefined };
  const taken = turns.take(request, until).then((end) => {
    asked.hasBegun = true;
    asked.end = () => void end();
  });
  return Object.assign(asked, { taken });
}

describe("turns", () => {
  it("[H11] leave one for what is quick, however many slow ones came before", async () => {
    const turns = new Turns({ ...limits, threads: 2 });
    const drawings = [ask(turns, slow), ask(turns, slow), ask(turns, { ...slow, address: "c" })];
    const other = ask(turns, from("b"));
    await Promise.all([drawings[0]?.taken, other.taken]);
    expect(drawings.map(({ hasBegun }) => hasBegun)).toEqual([true, false, false]);
    await expect(turns.take({ ...slow, address: "d" }, signal)).rejects.toMatchObject({ code: "busy" });
    drawings[0]?.end();
    await drawings[2]?.taken;
    expect(drawings[1]?.hasBegun).toBe(false);
  });

  it("[H11] let slow work use the only thread there is", async () => {
    const turns = new Turns(limits);
    const first = ask(turns, slow);
    const second = ask(turns, quick);
    await first.taken;
    expect(second.hasBegun).toBe(false);
    first.end();
    await second.taken;
  });

  it("[H11] go round the addresses, and come within each in the order of asking", async () => {
    const turns = new Turns({ ...limits, maxWaiting: 8 });
    const order: string[] = [];
    const begin = async (name: string) => {
      const end = await turns.take(from(name.charAt(0)), signal);
      order.push(name);
      return end;
    };
    const asked = ["a1", "a2", "a3", "a4", "b1", "b2", "c1"].map(begin);
    for (const name of ["a1", "b1", "c1", "a2", "b2", "a3", "a4"]) {
      await vi.waitFor(() => expect(order.at(-1)).toBe(name));
      const ends = await Promise.race([asked[["a1", "a2", "a3", "a4", "b1", "b2", "c1"].indexOf(name)]]);
      ends?.();
    }
    await Promise.all(asked);
  });

  it("[H11] give one address half of the places to wait, and the others the rest", async () => {
    const turns = new Turns(limits);
    const mine = [1, 2, 3].map(() => ask(turns, quick));
    await expect(turns.take(quick, signal)).rejects.toMatchObject({ code: "busy" });
    const others = [ask(turns, from("b")), ask(turns, from("c"))];
    await expect(turns.take(from("d"), signal)).rejects.toMatchObject({ code: "busy" });
    for (const one of [...mine.slice(0, 1), ...others, ...mine.slice(1)]) {
      await one.taken;
      one.end();
    }
  });

  it("[H11] hold no more bytes than may wait, and half of them for one address", async () => {
    const turns = new Turns({ ...limits, maxWaiting: 100 });
    const first = ask(turns, { ...quick, bytes: 1_000 });
    await first.taken;
    const mine = ask(turns, { ...quick, bytes: 50 });
    await expect(turns.take(quick, signal)).rejects.toMatchObject({ code: "busy" });
    const others = [ask(turns, { ...from("b"), bytes: 40 }), ask(turns, { ...from("c"), bytes: 10 })];
    await expect(turns.take(from("d"), signal)).rejects.toMatchObject({ code: "busy" });
    for (const one of [first, ...others, mine]) {
      await one.taken;
      one.end();
    }
  });

  it("[H11] take no place for those who are gone, and end the waiting of those who stay", async () => {
    vi.useFakeTimers();
    const turns = new Turns({ ...limits, maxWaiting: 1, maxWaitMs: 1_000 });
    const first = ask(turns, quick);
    await first.taken;
    const leaving = new AbortController();
    const second = expect(turns.take(quick, leaving.signal)).rejects.toMatchObject({ code: "called-off" });
    await expect(turns.take(quick, signal)).rejects.toMatchObject({ code: "busy" });
    leaving.abort();
    await second;
    const third = expect(turns.take(quick, signal)).rejects.toMatchObject({ code: "busy" });
    vi.advanceTimersByTime(1_000);
    await third;
    first.end();
    await ask(turns, quick).taken;
    await expect(turns.take(quick, leaving.signal)).rejects.toMatchObject({ code: "called-off" });
    vi.useRealTimers();
  });
});
