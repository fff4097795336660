import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import Libsql from "libsql";
import { StoreError } from "../../rooms/ports.ts";
import { toStoreError } from "./database.ts";
import { databaseFileName } from "./open-sqlite-stores.ts";
import { migrations } from "./schema.ts";

/** How many maps are in a backup, deleted ones that can still be restored included. */
export type BackupReport = Readonly<{ maps: number }>;
/** `keptAs`: where what was there before lies now. */
export type RestoreReport = BackupReport & Readonly<{ keptAs: string | undefined }>;

/** From this structure on, snapshots are in a table of their own, no longer in their documents' rows. */
const snapshotTableSince = 7;

/** A server holds its database for as long as it runs; a command lets go of it much sooner. */
const waitForOthersMs = 2_000;

/**
 * Copies the database of a data directory, as it is at one moment, into a file of its own. A server may go on writing
 * meanwhile: SQLite gives the copy one view of all tables. The file is there whole or not at all.
 */
export function backUp(directory: string, target: string): BackupReport {
  const file = join(directory, databaseFileName);
  if (!existsSync(file)) throw new StoreError("failed", `There are no maps in ${directory}.`);
  const report = inspect(file);
  copyWhole(file, target);
  return report;
}

/**
 * Puts a backup in the place of a data directory's database, which is kept beside it under `stamp`. Refuses a backup
 * that is damaged, incomplete or of a later program, and a directory whose database a running server holds.
 */
export function restoreBackup(backup: string, directory: string, stamp: string): RestoreReport {
  if (!existsSync(backup)) throw new StoreError("failed", `There is no file ${backup}.`);
  const report = inspect(backup);
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const file = join(directory, databaseFileName);
  const hadOne = existsSync(file);
  if (hadOne) takeOver(file, directory);
  const fresh = `${file}.restoring`;
  copyWhole(backup, fresh);
  const keptAs = hadOne ? `${file}.before-${stamp}` : undefined;
  if (keptAs !== undefined)
    // What a damaged database could not take into itself stays with it, and away from the new one.
    for (const part of ["", "-wal", "-shm"])
      if (existsSync(file + part)) renameSync(file + part, keptAs + part);
  renameSync(fresh, file);
  flush(directory);
  return { ...report, keptAs };
}

/** Looks through a whole database, without changing it. */
function inspect(file: string): BackupReport {
  return withDatabase(file, true, (database) => {
    const version = numberOf(database, "PRAGMA user_version", "user_version");
    const tables = numberOf(
      database,
      "SELECT count(*) AS n FROM sqlite_master WHERE name = 'log_record'",
      "n",
    );
    if (version === 0 || tables === 0)
      throw new StoreError("failed", `${file} is no database of this program.`);
    if (version > migrations.length)
      throw new StoreError(
        "failed",
        `${file} has structure ${version}; this program knows ${migrations.length}. Use the newer program that wrote it.`,
      );
    const faults = database.prepare("PRAGMA quick_check(1)").all() as Record<string, unknown>[];
    if (faults[0]?.["quick_check"] !== "ok") throw new StoreError("corrupt", `${file} is damaged.`);
    const hasSnapshot =
      version < snapshotTableSince
        ? "document.snapshot IS NOT NULL"
        : "EXISTS (SELECT 1 FROM snapshot WHERE snapshot.map = document.map)";
    const broken = numberOf(
      database,
      `SELECT count(*) AS n FROM document WHERE head - snapshot_sequence <>
         (SELECT count(*) FROM log_record
          WHERE log_record.map = document.map AND log_record.sequence > document.snapshot_sequence)
       OR (snapshot_sequence > 0 AND NOT ${hasSnapshot})`,
      "n",
    );
    if (broken > 0)
      throw new StoreError(
        "corrupt",
        `${file} is incomplete: ${broken} maps lack records or their snapshot.`,
      );
    return { maps: numberOf(database, "SELECT count(*) AS n FROM map", "n") };
  });
}

/** Makes sure that nobody has the database open, and that all of it is in its one file. */
function takeOver(file: string, directory: string): void {
  try {
    withDatabase(file, false, (database) => {
      database.exec(`PRAGMA busy_timeout = ${waitForOthersMs}`);
      database.exec("PRAGMA journal_mode = DELETE");
    });
  } catch (error) {
    const { code, message } = toStoreError(error);
    // Restoring is the way out of a damaged database, so that is no reason against it.
    if (code === "corrupt") return;
    if (/locked|busy/i.test(message))
      throw new StoreError("failed", `A server is running on ${directory}. Stop it first.`, error);
    throw error;
  }
}

/** Under another name until it is whole and on the disk. Nobody else may read it: maps are not encrypted. */
function copyWhole(file: string, target: string): void {
  const part = `${target}.part`;
  rmSync(part, { force: true });
  try {
    writeFileSync(part, "", { mode: 0o600, flag: "wx" });
    withDatabase(file, true, (database) => {
      database.prepare("VACUUM INTO ?").run(part);
    });
    flush(part);
    renameSync(part, target);
    flush(dirname(target));
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}

function withDatabase<T>(file: string, readonly: boolean, task: (database: Libsql.Database) => T): T {
  const database = new Libsql(file, { readonly });
  try {
    return task(database);
  } catch (error) {
    throw toStoreError(error);
  } finally {
    database.close();
  }
}

function numberOf(database: Libsql.Database, sql: string, column: string): number {
  return Number((database.prepare(sql).get() as Record<string, unknown> | undefined)?.[column]);
}

/** Waits until the disk has it. */
function flush(path: string): void {
  const handle = openSync(path, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
