import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { soakEnvironment } from "../soak/main.ts";
import { runSoak } from "../soak/run-soak.ts";
import { slopePerHour } from "../soak/slope.ts";
import { bundleServer, startProcess } from "../support/server-process.ts";

describe("people who come and go all the time", () => {
  it("[S11] [W6] leave no file open behind them, and lose nothing, through maps that are made and deleted", async () => {
    const people = 12;
    // Every stock client listens for the end of this process.
    process.setMaxListeners(people + 20);
    const directory = mkdtempSync(join(tmpdir(), "counterpoint-soak-"));
    const server = await startProcess(await bundleServer("soak-in-short"), soakEnvironment(directory));
    const { maps, acknowledged, lost, samples } = await runSoak(server, {
      seed: 20_261_122,
      people,
      rooms: 4,
      durationMs: 6_000,
      sampleEveryMs: 1_000,
      visitsPerMap: 10,
    });
    expect(lost).toBe(0);
    expect(acknowledged).toBeGreaterThan(maps);
    const [first, last] = [samples[0]?.openFiles, samples.at(-1)?.openFiles];
    if (first !== undefined) expect(last).toBeLessThan(first + people);
    expect(await server.terminate()).toBe(0);
    rmSync(directory, { recursive: true });
  });

  it("are looked at for growth, not for ups and downs", () => {
    const sampleAt = (minute: number, residentMib: number | undefined) => ({
      atMs: minute * 60_000,
      residentMib,
    });
    const up = [0, 15, 30, 45, 60].map((minute) => sampleAt(minute, 100 + minute / 10 + (minute % 2)));
    expect(slopePerHour(up)).toBeCloseTo(6, 0);
    expect(slopePerHour([sampleAt(0, 5), sampleAt(1, undefined)])).toBeUndefined();
    expect(slopePerHour([])).toBeUndefined();
  });
});
