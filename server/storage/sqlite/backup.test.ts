import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Libsql from "libsql";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { MapId } from "#shared/protocol/rooms.ts";
import { backUp, restoreBackup } from "./backup.ts";
import { openSqliteStores } from "./open-sqlite-stores.ts";
import { migrations } from "./schema.ts";

const map = "some-map-01" as MapId;

let directory: string;
let copy: string;
let elsewhere: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "counterpoint-backup-"));
  copy = join(directory, "copy.db");
  elsewhere = join(directory, "elsewhere");
});
afterEach(() => rmSync(directory, { recursive: true }));

function change(path: string, sql: string): void {
  const database = new Libsql(path);
  database.exec(sql);
  database.close();
}

/** A map of three records, the first two of which its snapshot stands for. */
async function backUpCompacted(): Promise<void> {
  const stores = await openSqliteStores({ directory });
  await stores.documents.append(map, [Uint8Array.of(1), Uint8Array.of(2), Uint8Array.of(3)]);
  await stores.documents.compact(map, Uint8Array.of(1, 2), 2);
  await stores.close();
  backUp(directory, copy);
}

describe("[B4] a backup of a map with a snapshot", () => {
  it("is restored with it", async () => {
    await backUpCompacted();
    restoreBackup(copy, elsewhere, "now");
    const stores = await openSqliteStores({ directory: elsewhere });
    const loaded = await stores.documents.load(map);
    await stores.close();
    expect(loaded).toMatchObject({ head: 3, snapshotSequence: 2, snapshot: Uint8Array.of(1, 2) });
  });

  it("is refused without it", async () => {
    await backUpCompacted();
    change(copy, "DELETE FROM snapshot");
    expect(() => restoreBackup(copy, elsewhere, "now")).toThrow(/incomplete: 1 maps lack records/);
    expect(existsSync(elsewhere)).toBe(false);
  });

  it("is refused without it too where it is of the structure before snapshots had a table", () => {
    const older = migrations.slice(0, 6);
    change(copy, `${older.join(";")}; PRAGMA user_version = ${older.length}`);
    change(
      copy,
      `INSERT INTO document (map, head, snapshot_sequence, snapshot) VALUES ('${map}', 2, 2, x'01')`,
    );
    restoreBackup(copy, elsewhere, "now");
    change(copy, "UPDATE document SET snapshot = NULL");
    expect(() => restoreBackup(copy, join(directory, "third"), "now")).toThrow(/incomplete/);
  });
});
