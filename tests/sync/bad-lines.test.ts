import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { BadLine } from "../support/bad-line.ts";
import { SteadyWriter } from "../support/steady-writer.ts";
import { type ApiClient, startTestServer, type TestMap, type TestServer } from "../support/test-server.ts";
import { stockClient, synced } from "../support/wire-client.ts";

/** What the server may take to notice, and the others to be told. */
const shownAtMostMs = 35_000;

describe("lines that are bad", () => {
  let server: TestServer;
  let map: TestMap;
  let line: BadLine;
  let far: ApiClient;

  beforeEach(async () => {
    server = await startTestServer();
    map = await server.createMap();
    line = await BadLine.to(server.port, 20_261_122);
    far = { ...server, syncUrl: `ws://127.0.0.1:${line.port}/sync` };
  });
  afterEach(async () => {
    line.end();
    await server.stop();
  });

  it("[W5] [W6] with one packet in ten lost, and cut now and then, they bring everything, and no promise is broken", async () => {
    const near = await stockClient(server, map);
    await synced(near);
    const writers = await Promise.all(
      ["a", "b", "c", "d"].map((name) => SteadyWriter.create(name, far, map)),
    );
    const acknowledged = (): readonly string[] => writers.flatMap((writer) => writer.acknowledged);
    for (let round = 1; round <= 4; round++) {
      await expect.poll(() => acknowledged().length, { timeout: 60_000 }).toBeGreaterThan(round * 60);
      line.cut();
    }
    for (const writer of writers) writer.stopWriting();
    const promised = acknowledged();
    const late = await stockClient(server, map, "view");
    await synced(late);
    const probe = late.ydoc.getMap("probe");
    expect(promised.filter((key) => !probe.has(key))).toEqual([]);
    line.heal();
    const all = writers.flatMap((writer) => writer.written).length;
    const known = (): readonly number[] => [
      near.ydoc.getMap("probe").size,
      ...writers.map((writer) => writer.known),
    ];
    await expect.poll(() => new Set(known()), { timeout: 60_000 }).toEqual(new Set([all]));
    for (const client of [...writers, near, late]) client.end();
  });

  it("[W10] [W11] of whom the line has gone dead without a word nobody is shown for longer than 35 s", async () => {
    const [ann, ben] = [await stockClient(server, map), await stockClient(far, map)];
    await Promise.all([synced(ann), synced(ben)]);
    const { awareness } = ann.provider;
    // The page forgets by itself whom it has not heard of for 30 s; who comes later has only the server's word.
    const shown = async (): Promise<boolean> => {
      const late = await stockClient(server, map, "view");
      await synced(late);
      await expect.poll(() => late.provider.awareness.getStates().size).toBeGreaterThan(1);
      const isShown = late.provider.awareness.getStates().has(ben.ydoc.clientID);
      late.end();
      return isShown;
    };
    ben.provider.awareness.setLocalState({ user: { name: "Ben" } });
    await expect.poll(() => awareness.getStates().has(ben.ydoc.clientID)).toBe(true);
    expect(await shown()).toBe(true);
    ben.provider.shouldConnect = false;
    line.goDead();
    const deadAt = performance.now();
    await expect.poll(shown, { interval: 1_000, timeout: shownAtMostMs + 20_000 }).toBe(false);
    expect(performance.now() - deadAt).toBeLessThan(shownAtMostMs + 5_000);
    for (const client of [ann, ben]) client.end();
  });
});
