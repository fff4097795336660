import { afterEach, expect, test, vi } from "vitest";
import { err, ok, type Result } from "#shared/lib/result.ts";
import { createClientSession } from "../../tests/support/client-session.tsx";
import type { MapApi } from "../api/map-api.ts";
import { ServerClock } from "./server-clock.ts";

afterEach(() => vi.useRealTimers());

/** A device whose clock is `lateMs` behind the server's; a question is `thereMs` on its way, the answer `backMs`. */
function device(lateMs: number) {
  let time = 1_000_000;
  const line = { thereMs: 0, backMs: 0, isDown: false };
  const asked: string[] = [];
  const requestJson = async (_schema: unknown, method: string, address: string) => {
    asked.push(`${method} ${address}`);
    const now = time + line.thereMs;
    time = now + line.backMs;
    return (line.isDown ? err({ code: "unreachable" }) : ok({ now })) as Result<{ now: number }, unknown>;
  };
  const api = { requestJson } as unknown as MapApi;
  const clock = new ServerClock(api, () => time - lateMs);
  return { clock, line, asked, wrongBy: () => clock.now() - time };
}

test("[K22] a device whose clock is wrong goes by the server's, half of the way there and back counted", async () => {
  for (const lateMs of [120_000, -120_000]) {
    const { clock, line, asked, wrongBy } = device(lateMs);
    expect(wrongBy()).toBe(-lateMs);
    Object.assign(line, { thereMs: 150, backMs: 151 });
    await clock.ask();
    expect(asked).toEqual(["GET /api/time"]);
    expect(Math.abs(wrongBy())).toBeLessThanOrEqual(1);
    expect(Number.isInteger(clock.now())).toBe(true);
  }
});

test("[K22] what took long moves only a clock that it shows to be wrong, and silence moves none", async () => {
  const { clock, line, wrongBy } = device(60_000);
  line.isDown = true;
  expect(await clock.ask()).toBe(false);
  expect(wrongBy()).toBe(-60_000);
  const slow = { isDown: false, thereMs: 8_000, backMs: 0 };
  Object.assign(line, slow);
  expect(await clock.ask()).toBe(false);
  expect(wrongBy()).toBe(4_000);
  Object.assign(line, { thereMs: 0 });
  expect(await clock.ask()).toBe(true);
  expect(wrongBy()).toBe(0);
  for (const slowly of [slow, { thereMs: 0, backMs: 8_000 }]) {
    Object.assign(line, slowly);
    expect(await clock.ask()).toBe(false);
    expect(wrongBy()).toBe(0);
  }
});

test("[K22] a clock that is right is not put wrong by a first answer that took long", async () => {
  const { clock, line, wrongBy } = device(0);
  Object.assign(line, { thereMs: 8_000 });
  await clock.ask();
  expect(wrongBy()).toBe(0);
});

test("[K22] it is asked again, ever more seldom, until the answer is good, and no more once the line is down", async () => {
  vi.useFakeTimers();
  const { clock, line, asked, wrongBy } = device(60_000);
  const { session, setStatus } = createClientSession();
  line.isDown = true;
  const stop = clock.follow(session);
  await vi.advanceTimersByTimeAsync(4_999);
  expect(asked).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(asked).toHaveLength(2);
  Object.assign(line, { isDown: false, thereMs: 8_000 });
  await vi.advanceTimersByTimeAsync(10_000);
  expect(asked).toHaveLength(3);
  line.thereMs = 100;
  await vi.advanceTimersByTimeAsync(19_999);
  expect(asked).toHaveLength(3);
  await vi.advanceTimersByTimeAsync(1);
  expect([asked.length, Math.abs(wrongBy())]).toEqual([4, 50]);
  await vi.advanceTimersByTimeAsync(600_000);
  expect(asked).toHaveLength(4);

  line.isDown = true;
  for (const kind of ["offline", "online", "offline"] as const) {
    setStatus({ connection: { kind } });
    await vi.advanceTimersByTimeAsync(1);
  }
  await vi.advanceTimersByTimeAsync(600_000);
  expect(asked).toHaveLength(5);
  setStatus({ connection: { kind: "online" } });
  await vi.advanceTimersByTimeAsync(1);
  stop();
  await vi.advanceTimersByTimeAsync(600_000);
  expect(asked).toHaveLength(6);
});

test("[K22] it asks as the line comes to stand, and each time that it stands again", () => {
  const { clock, asked } = device(0);
  const { session, setStatus } = createClientSession();
  const stop = clock.follow(session);
  expect(asked).toHaveLength(1);
  setStatus({ save: "saving" });
  expect(asked).toHaveLength(1);
  setStatus({ connection: { kind: "offline" } });
  setStatus({ connection: { kind: "online" } });
  expect(asked).toHaveLength(2);
  stop();
});
