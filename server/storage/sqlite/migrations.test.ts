import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Libsql from "libsql";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import * as Y from "yjs";
import type { MapId } from "#shared/protocol/rooms.ts";
import type { PollId, StanceBallot } from "#shared/talk/index.ts";
import { readStored } from "../../../tests/support/rooms.ts";
import type { VoterId } from "../../polls/ports.ts";
import { openSqliteStores } from "./open-sqlite-stores.ts";
import { migrations } from "./schema.ts";

/** A file that the first structure was written into, with something in each of its tables. */
const oldest = join(import.meta.dirname, "../../../tests/fixtures/store/v1.db");
const map = "fixture-map-01" as MapId;

let directory: string;
let file: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "counterpoint-migrations-"));
  file = join(directory, "counterpoint.db");
});
afterEach(() => rmSync(directory, { recursive: true }));

/** What the database consists of, and the number of its structure. */
function structureOf(path: string): unknown {
  const database = new Libsql(path);
  const parts = database.prepare("SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY name").all();
  const [{ user_version: version }] = database.prepare("PRAGMA user_version").all() as [
    { user_version: number },
  ];
  database.close();
  return { parts, version };
}

describe("[S10] a database of an older structure", () => {
  it("is brought up to date with all that is in it", async () => {
    copyFileSync(oldest, file);
    const stores = await openSqliteStores({ directory });
    const ydoc = await readStored(stores.documents, map);
    expect(ydoc.getMap("probe").toJSON()).toEqual({ one: 1, two: 2, three: 3, four: 4 });
    expect(await stores.documents.load(map)).toMatchObject({ head: 5, snapshotSequence: 2 });
    expect(
      (await stores.access.findMap(map))?.links.map(({ link, generation }) => [link, generation]),
    ).toEqual([
      ["owner", 1],
      ["edit", 1],
      ["comment", 1],
      ["view", 1],
    ]);
    expect((await stores.access.findMap("fixture-map-02" as MapId))?.deletedAt).toBe(2000);
    expect(await stores.access.findSession("hash of a token", map)).toEqual({
      expiresAt: 9000,
      grant: { link: "edit", generation: 1 },
    });
    await stores.accounts.note("ann", map, { link: "edit", generation: 1 }, 3000);
    expect(await stores.accounts.list("ann", undefined, 10)).toEqual([
      { id: map, title: "", link: "edit", lockedAt: undefined, deletedAt: undefined, openedAt: 3000 },
    ]);
    await stores.documents.compact(map, Y.encodeStateAsUpdate(ydoc), 5);
    expect(await stores.documents.loadPrevious(map)).toMatchObject({ snapshotSequence: 2, head: 5 });
    await stores.close();
  });

  it("[T15] has its votes as votes of the first moment, which go on", async () => {
    const database = new Libsql(file);
    const before = migrations.findIndex((migration) => migration.includes("ballots_after"));
    for (const migration of migrations.slice(0, before)) database.exec(migration);
    database.exec(`PRAGMA user_version = ${before}`);
    database.exec(`INSERT INTO poll VALUES ('${map}', 'p1', 'a', 'open', 2, 2, 7, 5)`);
    for (const [voter, stance] of [
      ["ann", "agree"],
      ["ben", "no-view"],
    ])
      database.exec(`INSERT INTO ballot VALUES ('${map}', 'p1', 2, '${voter}', '${stance}')`);
    database.close();
    const { polls, close } = await openSqliteStores({ directory });
    const [id, ann] = ["p1" as PollId, "ann" as VoterId];
    expect(await polls.list(map)).toEqual([
      {
        ...{ id, card: "a", kind: "stance", audience: "commenters", state: "open", moment: "before" },
        ...{ round: 2, voted: { before: 2, after: 0, both: 0 }, revision: 7, createdAt: 5 },
      },
    ]);
    const said: StanceBallot = { stance: "agree", confidence: null };
    expect(await polls.ballotsOf(map, ann)).toEqual(
      new Map([[id, { before: said, after: null, impacts: null }]]),
    );
    await polls.setMoment(map, id, "after");
    const ballot = { kind: "stance", round: 2, moment: "after", ...said } as const;
    const cast = await polls.cast(map, id, ann, ballot, 9);
    expect(cast?.poll.voted).toEqual({ before: 2, after: 1, both: 1 });
    await close();
  });

  it("comes to the same structure as a new one, from each version", async () => {
    const fresh = join(directory, "fresh");
    await (await openSqliteStores({ directory: fresh })).close();
    const expected = structureOf(join(fresh, "counterpoint.db"));
    for (let version = 1; version <= migrations.length; version++) {
      const older = join(directory, `${version}`);
      const path = join(older, "counterpoint.db");
      mkdirSync(older);
      const database = new Libsql(path);
      for (const migration of migrations.slice(0, version)) database.exec(migration);
      database.exec(`PRAGMA user_version = ${version}`);
      database.close();
      await (await openSqliteStores({ directory: older })).close();
      expect(structureOf(path)).toEqual(expected);
    }
  });

  it("stays as it was when bringing it up to date is broken off", async () => {
    copyFileSync(oldest, file);
    // Something lies where the next structure wants to put a table of its own.
    const database = new Libsql(file);
    database.exec("CREATE TABLE version (other)");
    database.close();
    await expect(openSqliteStores({ directory })).rejects.toThrow();
    const after = new Libsql(file);
    const version = Number(
      (after.prepare("PRAGMA user_version").get() as Record<string, unknown>)["user_version"],
    );
    expect(version).toBeLessThan(migrations.length);
    after.exec("DROP TABLE version");
    after.close();
    const stores = await openSqliteStores({ directory });
    expect((await stores.documents.load(map))?.head).toBe(5);
    await stores.close();
  });

  it("is refused with a sentence when it is of a newer program", async () => {
    copyFileSync(oldest, file);
    const database = new Libsql(file);
    database.exec("PRAGMA user_version = 99");
    database.close();
    await expect(openSqliteStores({ directory })).rejects.toThrow(
      `The database has structure 99; this program knows ${migrations.length}. Start the newer program that wrote it.`,
    );
  });
});
