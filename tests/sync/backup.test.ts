import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Libsql from "libsql";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { migrations } from "../../server/storage/sqlite/schema.ts";
import { bundleServer, runToEnd, type ServerProcess, startProcess } from "../support/server-process.ts";
import { SteadyWriter } from "../support/steady-writer.ts";
import type { TestMap } from "../support/test-server.ts";
import { stockClient, synced } from "../support/wire-client.ts";

describe("backup and restore", () => {
  let file: string;
  let folder: string;
  let data: string;
  let copy: string;
  let running: ServerProcess[] = [];

  beforeAll(async () => {
    file = await bundleServer("backup");
  });
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "counterpoint-backup-"));
    data = join(folder, "data");
    copy = join(folder, "copy.db");
  });
  afterEach(async () => {
    await Promise.all(running.map((server) => server.kill()));
    running = [];
    rmSync(folder, { recursive: true });
  });

  async function start(directory: string): Promise<ServerProcess> {
    const server = await startProcess(file, { DATA_DIR: directory, LOG_LEVEL: "error" });
    running.push(server);
    return server;
  }

  async function stop(server: ServerProcess): Promise<void> {
    running = running.filter((other) => other !== server);
    expect(await server.terminate()).toBe(0);
  }

  const run = (args: readonly string[], directory = data) => runToEnd(file, args, { DATA_DIR: directory });

  async function keysIn(server: ServerProcess, map: TestMap): Promise<ReadonlySet<string>> {
    const reader = await stockClient(server, map, "view");
    await synced(reader);
    const keys = new Set(reader.ydoc.getMap("probe").keys());
    reader.end();
    return keys;
  }

  async function makeBackup(title = "Garden"): Promise<TestMap> {
    const server = await start(data);
    const map = await server.createMap({ title });
    expect((await run(["backup", copy])).code).toBe(0);
    await stop(server);
    return map;
  }

  function change(path: string, sql: string): void {
    const database = new Libsql(path);
    database.exec(sql);
    database.close();
  }

  it("[B1] copies a server that is being written to, with all that was acknowledged before", async () => {
    const server = await start(data);
    const map = await server.createMap({ title: "Busy" });
    const writers = await Promise.all(
      ["ann", "ben", "cat"].map((name) => SteadyWriter.create(name, server, map)),
    );
    const acknowledged = (): readonly string[] => writers.flatMap((writer) => writer.acknowledged);
    await expect.poll(() => acknowledged().length, { timeout: 20_000 }).toBeGreaterThan(30);
    const before = [...acknowledged()];
    const backedUp = await run(["backup", copy]);
    expect(backedUp).toEqual({ code: 0, stdout: "", stderr: `One map is in ${copy} now.\n` });
    // Counted once the copy is made: what is acknowledged from here on cannot be in it.
    const soFar = acknowledged().length;
    await expect.poll(() => acknowledged().length, { timeout: 20_000 }).toBeGreaterThan(soFar + 10);
    for (const writer of writers) writer.end();
    await stop(server);
    expect(statSync(copy).mode & 0o077).toBe(0);
    const elsewhere = join(folder, "elsewhere");
    const restored = await run(["restore", copy], elsewhere);
    expect(restored).toEqual({ code: 0, stdout: "", stderr: `One map is in ${elsewhere} now.\n` });
    // Same links, same content.
    const keys = await keysIn(await start(elsewhere), map);
    expect(before.filter((key) => !keys.has(key))).toEqual([]);
    expect(keys.size).toBeLessThan(writers.flatMap((writer) => writer.written).length);
  });

  it("[B2] overwrites neither a file nor maps, unless told to, and then keeps the maps", async () => {
    const map = await makeBackup();
    const again = await run(["backup", copy]);
    expect([again.code, again.stderr]).toEqual([1, expect.stringMatching(/already.*--force/)]);
    const refused = await run(["restore", copy]);
    expect([refused.code, refused.stderr]).toEqual([1, expect.stringMatching(/maps in .* already.*--force/)]);
    const server = await start(data);
    const later = await server.createMap({ title: "Made since" });
    await stop(server);
    expect((await run(["restore", copy, "--force"])).code).toBe(0);
    expect(readdirSync(data).filter((name) => name.startsWith("counterpoint.db.before-"))).toHaveLength(1);
    const restored = await start(data);
    expect(await keysIn(restored, map)).toEqual(new Set());
    expect(
      (await restored.post(`/api/maps/${later.id}/session`, { secret: later.secrets.view })).status,
    ).toBe(404);
    expect((await run(["backup", copy, "--force"])).code).toBe(0);
  });

  it("[B3] does not restore under a running server", async () => {
    await makeBackup();
    await start(data);
    const refused = await run(["restore", copy, "--force"]);
    expect([refused.code, refused.stderr]).toEqual([
      1,
      expect.stringMatching(/A server is running on .*Stop it/),
    ]);
    expect(readdirSync(data).filter((name) => name.includes("before") || name.includes("restoring"))).toEqual(
      [],
    );
  });

  it("[B4] restores nothing from a file that is damaged, incomplete, newer, or something else", async () => {
    await makeBackup();
    const elsewhere = join(folder, "elsewhere");
    const refuse = async (words: RegExp): Promise<void> => {
      const refused = await run(["restore", copy], elsewhere);
      expect([refused.code, refused.stderr]).toEqual([1, expect.stringMatching(words)]);
      expect(existsSync(join(elsewhere, "counterpoint.db"))).toBe(false);
    };
    change(copy, "PRAGMA user_version = 99");
    await refuse(/structure 99.*Use the newer program/);
    change(copy, `PRAGMA user_version = ${migrations.length}`);
    change(copy, "UPDATE document SET head = head + 1");
    await refuse(/incomplete: 1 maps lack records/);
    writeFileSync(copy, "no database at all, though long enough to be taken for one".repeat(100));
    await refuse(/Nothing was restored: .*(damaged|no database)/);
    rmSync(copy);
    await refuse(/There is no file/);
  });

  it("[B5] says what is missing when used wrongly", async () => {
    for (const command of ["backup", "restore"]) {
      expect((await run([command])).code).toBe(2);
      expect((await run([command, "a", "b"])).code).toBe(2);
      expect((await run([command, copy, "--unknown"])).code).toBe(2);
    }
    const nothing = await run(["backup", copy]);
    expect([nothing.code, nothing.stderr]).toEqual([1, expect.stringMatching(/There are no maps in/)]);
    const elsewhere = await runToEnd(file, ["backup", copy], { DATABASE_URL: "postgres://localhost/maps" });
    expect([elsewhere.code, elsewhere.stderr]).toEqual([1, expect.stringMatching(/Use pg_dump/)]);
    expect(existsSync(copy)).toBe(false);
  });
});
