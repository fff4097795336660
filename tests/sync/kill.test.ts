import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as Y from "yjs";
import type { MapId } from "#shared/protocol/rooms.ts";
import { Database } from "../../server/storage/sqlite/database.ts";
import { DocumentTables } from "../../server/storage/sqlite/document-tables.ts";
import { bundleServer, startProcess } from "../support/server-process.ts";
import { SteadyWriter } from "../support/steady-writer.ts";
import type { TestMap } from "../support/test-server.ts";

const writers = 12;
const rounds = 20;
const acknowledgedARound = 60;

describe("a server that is killed", () => {
  const directory = mkdtempSync(join(tmpdir(), "counterpoint-kill-"));
  const environment = { DATA_DIR: directory, LOG_LEVEL: "error" };
  let file: string;

  beforeAll(async () => {
    // Every stock client listens for the end of this process.
    process.setMaxListeners(writers + 10);
    file = await bundleServer("kill");
  });
  afterAll(() => rmSync(directory, { recursive: true }));

  /** What a new process would find, read while none is running. */
  function storedKeys(map: TestMap): ReadonlySet<string> {
    const database = new Database({ file: join(directory, "counterpoint.db") });
    const stored = new DocumentTables(database).load(map.id as MapId, 0);
    database.close();
    const ydoc = new Y.Doc();
    if (stored?.snapshot !== undefined) Y.applyUpdate(ydoc, stored.snapshot);
    for (const { data } of stored?.tail ?? []) Y.applyUpdate(ydoc, data);
    return new Set(ydoc.getMap("probe").keys());
  }

  it("[F27] [S1] [S2] [W6] has every write that it said was saved, after each of 20 kills", async () => {
    let server = await startProcess(file, environment);
    const map = await server.createMap({ title: "Killed" });
    const people: SteadyWriter[] = [];
    for (let index = 0; index < writers; index++)
      people.push(await SteadyWriter.create(`w${index}`, server, map));
    const acknowledged = (): readonly string[] => people.flatMap((writer) => writer.acknowledged);
    for (let round = 0; round < rounds; round++) {
      const goal = acknowledged().length + acknowledgedARound;
      await expect.poll(() => acknowledged().length, { interval: 5, timeout: 20_000 }).toBeGreaterThan(goal);
      await server.kill();
      const stored = storedKeys(map);
      expect(acknowledged().filter((key) => !stored.has(key))).toEqual([]);
      server = await startProcess(file, environment);
      for (const writer of people) writer.moveTo(server);
    }
    for (const writer of people) writer.stopWriting();
    const all = people.flatMap((writer) => writer.written).length;
    for (const { ydoc } of people)
      await expect.poll(() => ydoc.getMap("probe").size, { timeout: 20_000 }).toBe(all);
    for (const writer of people) writer.end();
    expect(await server.terminate()).toBe(0);
    expect(storedKeys(map).size).toBe(all);
  });
});
