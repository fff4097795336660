import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeCode } from "#shared/protocol/close-codes.ts";
import { limits } from "#shared/protocol/limits.ts";
import { figuresOf } from "../../bench/server/process-figures.ts";
import { BareLine } from "../support/bare-line.ts";
import { askFrame, readServerFrame } from "../support/frames.ts";
import { bundleServer, type ServerProcess, startProcess } from "../support/server-process.ts";
import type { TestMap } from "../support/test-server.ts";
import { opened, protocolsOf, rawClient, stockClient, synced } from "../support/wire-client.ts";

const allOfIt = Uint8Array.of(0);
const leaving = 1000;

describe("many at once, and much at once", () => {
  const directory = mkdtempSync(join(tmpdir(), "counterpoint-crowds-"));
  let server: ServerProcess;

  beforeAll(async () => {
    server = await startProcess(await bundleServer("crowds"), {
      DATA_DIR: directory,
      LOG_LEVEL: "silent",
      TRUST_PROXY: "true",
      SESSIONS_PER_MINUTE: "100000",
    });
  });
  afterAll(async () => {
    await server.terminate();
    rmSync(directory, { recursive: true });
  });

  function lineOf(map: TestMap, token: string, address: string, onFrame: (frame: Buffer) => void) {
    return BareLine.open({ port: server.port, room: map.id, token, address }, onFrame);
  }

  it("[W2] thirty frames that are too large cost thirty connections, and the server no memory", async () => {
    const map = await server.createMap();
    const healthy = await stockClient(server, map);
    await synced(healthy);
    const tooLarge = new Uint8Array(limits.maxFrameBytes + 1);
    const before = figuresOf(server.pid)?.residentMib;
    for (let count = 0; count < 30; count++) {
      const { token } = await server.openSession(map);
      const raw = rawClient(`${server.syncUrl}/${map.id}`, protocolsOf(token));
      await opened(raw);
      raw.ws.send(tooLarge);
      expect(await raw.closed).toBe(closeCode.tooBig);
    }
    const after = figuresOf(server.pid)?.residentMib;
    if (before !== undefined && after !== undefined) expect(after - before).toBeLessThan(150);
    healthy.ydoc.getMap("probe").set("still", "here");
    await healthy.saved();
    healthy.end();
  });

  it("[W3] [W16] two hundred who come back at once are all told everything, of a map of half a megabyte", async () => {
    const map = await server.createMap();
    const owner = await stockClient(server, map);
    await synced(owner);
    const bytes = 582_000;
    owner.ydoc.getMap("probe").set("large", "x".repeat(bytes));
    await owner.saved();
    const people = 200;
    const tokens: string[] = [];
    for (let count = 0; count < people; count++) tokens.push((await server.openSession(map, "view")).token);
    const coming = tokens.map(
      (token, index) =>
        new Promise<number>((resolve, reject) => {
          lineOf(map, token, `10.0.${index >> 8}.${index & 255}`, (frame) => {
            const heard = readServerFrame(frame);
            if (heard.type === "answer") resolve(heard.bytes.byteLength);
          }).then((line) => line.send(askFrame(allOfIt)), reject);
        }),
    );
    for (const told of await Promise.all(coming)) expect(told).toBeGreaterThan(bytes);
    owner.end();
  });

  it("[W16] an address may come so often a minute, and the next time is answered 429, but not elsewhere", async () => {
    const map = await server.createMap();
    const { token } = await server.openSession(map);
    const come = async (address: string): Promise<void> => {
      const line = await lineOf(map, token, address, () => undefined);
      line.close(leaving);
      await line.closed;
    };
    // Some together, so that it takes no minute on any machine; fewer than may be there at the same time.
    const together = 20;
    for (let count = 0; count < limits.maxConnectsPerAddressPerMinute; count += together)
      await Promise.all(Array.from({ length: together }, () => come("10.9.9.9")));
    await expect(come("10.9.9.9")).rejects.toThrow(/not let in/);
    await come("10.9.9.10");
  });
});
