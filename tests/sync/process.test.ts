import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { CardId } from "#shared/model/index.ts";
import { closeCode } from "#shared/protocol/close-codes.ts";
import { addCard } from "../fixtures/model/build.ts";
import { bundleServer, runToEnd, type ServerProcess, startProcess } from "../support/server-process.ts";
import { stockClient, synced } from "../support/wire-client.ts";

describe("the program", () => {
  let file: string;
  let directory: string;
  let running: ServerProcess[] = [];

  beforeAll(async () => {
    file = await bundleServer("process");
  });
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), "counterpoint-process-"));
  });
  afterEach(async () => {
    await Promise.all(running.map((server) => server.kill()));
    running = [];
    rmSync(directory, { recursive: true });
  });

  async function start(environment: Record<string, string> = {}): Promise<ServerProcess> {
    const server = await startProcess(file, { DATA_DIR: directory, LOG_LEVEL: "error", ...environment });
    running.push(server);
    return server;
  }

  async function terminate(server: ServerProcess): Promise<number | null> {
    running = running.filter((other) => other !== server);
    return server.terminate();
  }

  it("[R1] says one line on standard output, where it is", async () => {
    const server = await start({ LOG_LEVEL: "debug" });
    await server.createMap();
    expect(await terminate(server)).toBe(0);
    expect(server.stdout()).toBe(`Counterpoint is ready at http://127.0.0.1:${server.port}\n`);
  });

  it("[R1] answers at localhost, by either of its addresses", async () => {
    const server = await start({ HOST: "localhost" });
    expect((await fetch(`http://localhost:${server.port}/healthz`)).status).toBe(200);
    expect((await fetch(`http://127.0.0.1:${server.port}/healthz`)).status).toBe(200);
  });

  it("[R3] sends people away, saves, and ends with 0 when asked to stop", async () => {
    const server = await start();
    const map = await server.createMap({ title: "Garden" });
    const ann = await stockClient(server, map);
    await synced(ann);
    const closed = new Promise<number | undefined>((resolve) => {
      ann.provider.on("connection-close", (event) => resolve(event?.code));
    });
    // Nobody has asked whether this is saved.
    ann.map.apply(addCard("a"), "user");
    expect(await terminate(server)).toBe(0);
    expect(await closed).toBe(closeCode.unavailable);
    ann.end();
    const again = await start();
    const ben = await stockClient(again, map);
    await synced(ben);
    expect(ben.map.get("a" as CardId)).toBeDefined();
    ben.end();
  });

  it("[F28] [S1] takes up where it was when it restarts in the middle, with the clients that stayed", async () => {
    const first = await start();
    const map = await first.createMap({ title: "Garden" });
    const [ann, ben] = [await stockClient(first, map), await stockClient(first, map)];
    await Promise.all([synced(ann), synced(ben)]);
    ann.map.apply(addCard("before"), "user");
    await expect.poll(() => ben.map.get("before" as CardId)).toBeDefined();
    await terminate(first);
    ann.map.apply(addCard("between"), "user");
    const second = await start();
    for (const { provider } of [ann, ben]) provider.serverUrl = second.syncUrl;
    await expect.poll(() => ben.map.get("between" as CardId), { timeout: 10_000 }).toBeDefined();
    ben.map.apply(addCard("after"), "user");
    await expect.poll(() => ann.map.get("after" as CardId)).toBeDefined();
    for (const client of [ann, ben]) client.end();
  });

  it("[R2] names all that is wrong with its settings and ends with 1", async () => {
    const environment = {
      PORT: "many",
      TRUST_PROXY: "maybe",
      DATABASE_URL: "mysql://x",
      DATA_DIR: directory,
    };
    const { code, stdout, stderr } = await runToEnd(file, [], environment);
    expect([code, stdout]).toEqual([1, ""]);
    for (const name of ["PORT", "TRUST_PROXY", "DATABASE_URL"])
      expect(stderr).toMatch(new RegExp(`^ {2}${name} .*\\.$`, "m"));
  });

  it("says in a sentence that its port is taken, and ends with 1", async () => {
    const server = await start();
    const other = mkdtempSync(join(tmpdir(), "counterpoint-process-"));
    const environment = { PORT: String(server.port), HOST: "127.0.0.1", DATA_DIR: other };
    const { code, stdout, stderr } = await runToEnd(file, [], environment);
    rmSync(other, { recursive: true });
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toContain(`Port ${server.port} on 127.0.0.1 is taken by another program.`);
  });

  it("says in a sentence that its data cannot be opened, and ends with 1", async () => {
    writeFileSync(
      join(directory, "counterpoint.db"),
      "this is no database, whatever its name says".repeat(100),
    );
    const { code, stderr } = await runToEnd(file, [], { PORT: "0", DATA_DIR: directory });
    expect(code).toBe(1);
    expect(stderr).toContain(`The data in ${directory} cannot be opened:`);
    const missing = join(directory, "counterpoint.db", "below-a-file");
    expect((await runToEnd(file, [], { PORT: "0", DATA_DIR: missing })).code).toBe(1);
  });

  it("explains itself when it is asked, and when it is misused", async () => {
    const help = await runToEnd(file, ["--help"], {});
    expect([help.code, help.stdout.includes("serve")]).toEqual([0, true]);
    expect((await runToEnd(file, ["dance"], {})).code).toBe(2);
    expect((await runToEnd(file, ["serve", "--fast"], {})).code).toBe(2);
    expect((await runToEnd(file, ["serve", "extra"], {})).code).toBe(2);
  });
});
