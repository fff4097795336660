import { expect, test } from "vitest";
import { err, ok, type Result } from "#shared/lib/result.ts";
import { createClientSession } from "../../tests/support/client-session.tsx";
import type { MapApi } from "../api/map-api.ts";
import { ServerClock } from "./server-clock.ts";

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

test("[K22] what took long is believed only while nothing better is known, and silence changes nothing", async () => {
  const { clock, line, wrongBy } = device(60_000);
  line.isDown = true;
  await clock.ask();
  expect(wrongBy()).toBe(-60_000);
  const slow = { isDown: false, thereMs: 8_000, backMs: 0 };
  Object.assign(line, slow);
  await clock.ask();
  expect(wrongBy()).toBe(4_000);
  Object.assign(line, { thereMs: 0 });
  await clock.ask();
  expect(wrongBy()).toBe(0);
  Object.assign(line, slow);
  await clock.ask();
  expect(wrongBy()).toBe(0);
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
