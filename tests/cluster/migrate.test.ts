import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Libsql from "libsql";
import { afterEach, beforeEach, describe, expect, inject, it } from "vitest";
import type { CardId } from "#shared/model/index.ts";
import type { MapId } from "#shared/protocol/rooms.ts";
import type { PollId } from "#shared/talk/index.ts";
import { runCli } from "../../server/cli/cli.ts";
import { silentLog } from "../../server/logging.ts";
import type { VoterId } from "../../server/polls/ports.ts";
import { openPostgresStores } from "../../server/storage/postgres/open-postgres-stores.ts";
import { openSqliteStores } from "../../server/storage/sqlite/open-sqlite-stores.ts";
import type { Stores } from "../../server/storage/stores.ts";
import { commandIo } from "../support/command-io.ts";
import { ask, createDatabase } from "../support/postgres-instance.ts";
import { startTestServer, type TestMap } from "../support/test-server.ts";
import { stockClient, synced } from "../support/wire-client.ts";

const annsDevice = "the hash of ann's device" as VoterId;

describe("counterpoint migrate", () => {
  let directory: string;
  let url: string;

  beforeEach(async () => {
    directory = mkdtempSync(join(tmpdir(), "counterpoint-migrate-"));
    url = await createDatabase(inject("postgresUrl"));
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  async function migrate(
    args: readonly string[] = ["--to", url],
    environment: Record<string, string> = { DATA_DIR: directory },
  ) {
    const io = commandIo({ environment: { LOG_LEVEL: "silent", ...environment } });
    return { code: await runCli(["migrate", ...args], io), ...io.said };
  }

  /** An installation that has been worked with. */
  async function installation(): Promise<TestMap> {
    const server = await startTestServer({ stores: await openSqliteStores({ directory }) });
    const map = await server.createMap({ title: "Grown" });
    const ann = await stockClient(server, map);
    await synced(ann);
    ann.ydoc.getMap("probe").set("moves along", 1);
    await ann.saved();
    ann.end();
    await server.stop();
    const stores = await openSqliteStores({ directory });
    const records = Array.from({ length: 50 }, (_, index) => Uint8Array.of(0, 0, index));
    await stores.documents.append("another-map-01" as MapId, records);
    await stores.documents.compact("another-map-01" as MapId, Uint8Array.of(0, 0), 20);
    await stores.documents.quarantine("another-map-01" as MapId, 30, "for the test");
    const poll = {
      id: "p1" as PollId,
      card: "a" as CardId,
      kind: "stance",
      audience: "everyone",
      createdAt: 5,
    } as const;
    await stores.polls.create(map.id as MapId, poll, 9);
    const ballot = { kind: "stance", round: null, moment: null, stance: "agree" } as const;
    await stores.polls.cast(map.id as MapId, poll.id, annsDevice, { ...ballot, confidence: 2 }, 9);
    await stores.polls.setMoment(map.id as MapId, poll.id, "after");
    await stores.polls.cast(map.id as MapId, poll.id, annsDevice, { ...ballot, confidence: null }, 9);
    await stores.close();
    return map;
  }

  async function everything({ documents, access, polls }: Stores, map: TestMap) {
    const ids = await documents.list();
    const loaded = await Promise.all(ids.map((id) => documents.load(id)));
    const voted = await polls.list(map.id as MapId);
    const own = await polls.ballotsOf(map.id as MapId, annsDevice);
    return { ids, loaded, map: await access.findMap(map.id as MapId), voted, own };
  }

  it("[P6] moves every map with its links and sessions, and leaves the file as it was", async () => {
    const map = await installation();
    const before = await openSqliteStores({ directory });
    const there = await everything(before, map);
    await before.close();
    const { code, stdout } = await migrate();
    expect(code).toBe(0);
    expect(stdout).toMatch(/^document +2$/m);
    const stores = await openPostgresStores({ url, log: silentLog });
    expect(there.voted).toMatchObject([{ voted: { before: 1, after: 1, both: 1 } }]);
    expect(await everything(stores, map)).toEqual(there);
    const server = await startTestServer({ stores, config: { databaseUrl: url } });
    const ben = await stockClient(server, map, "view");
    await synced(ben);
    expect(ben.ydoc.getMap("probe").get("moves along")).toBe(1);
    ben.end();
    await server.stop();
  });

  it("[P6] has a place at PostgreSQL for every column that SQLite has", async () => {
    await (await openSqliteStores({ directory })).close();
    await (await openPostgresStores({ url, log: silentLog })).close();
    const database = new Libsql(join(directory, "counterpoint.db"));
    const columns = database
      .prepare(
        `SELECT schema.name || '.' || info.name AS name FROM sqlite_schema schema, pragma_table_info(schema.name) info
         WHERE schema.type = 'table' AND schema.name NOT LIKE 'sqlite_%'`,
      )
      .all() as { name: string }[];
    database.close();
    const there = await ask(
      url,
      "SELECT table_name || '.' || column_name AS name FROM information_schema.columns WHERE table_schema = 'public'",
    );
    const named = new Set(there.map(({ name }) => name));
    const missing = columns.map(({ name }) => name).filter((name) => !named.has(name));
    // At PostgreSQL a snapshot stands in its document's row, where the test before this one finds it again.
    expect(missing.sort()).toEqual(["snapshot.data", "snapshot.map"]);
    expect(named).toContain("document.snapshot");
  });

  it("[P6] copies nothing to a database that is not empty", async () => {
    await installation();
    const stores = await openPostgresStores({ url, log: silentLog });
    await stores.documents.append("there-already-1" as MapId, [Uint8Array.of(0, 0)]);
    const { code, stdout, stderr } = await migrate();
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toContain("is not empty");
    expect(await stores.documents.list()).toEqual(["there-already-1"]);
    await stores.close();
  });

  it("[P6] copies nothing while a server runs on the data", async () => {
    await installation();
    const running = await openSqliteStores({ directory });
    const { code, stderr } = await migrate();
    await running.close();
    expect(code).toBe(1);
    expect(stderr).toContain("A server is running");
    expect((await migrate()).code).toBe(0);
  });

  it("[P6] takes the database from the environment as well, and says what is missing", async () => {
    const empty = await migrate([], { DATA_DIR: directory, DATABASE_URL: url });
    expect([empty.code, empty.stderr]).toEqual([
      1,
      `Nothing was copied: There is no counterpoint.db in ${directory}.\n`,
    ]);
    expect((await migrate([], { DATA_DIR: directory })).code).toBe(2);
    expect((await migrate(["--to", "mysql://localhost"])).stderr).toContain("DATABASE_URL must be a URL");
  });
});
