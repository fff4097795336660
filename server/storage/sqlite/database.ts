import Libsql from "libsql";
import { StoreError } from "../../rooms/ports.ts";
import type { Row } from "../rows.ts";
import { migrations } from "./schema.ts";

export type DatabaseOptions = Readonly<{
  file: string;
  /** Pages of 4 kB that the file may grow to: a quota, and a way to test a full disk. */
  maxPages?: number | undefined;
}>;

/** One connection to the database file, with its structure brought up to date. */
export class Database {
  readonly #connection: Libsql.Database;
  readonly #statements = new Map<string, Libsql.Statement>();

  /** Throws, and lets go of the file, where that cannot be done. */
  constructor(options: DatabaseOptions) {
    this.#connection = new Libsql(options.file);
    try {
      this.#prepareFile(options);
    } catch (error) {
      this.close();
      throw error;
    }
  }

  all(sql: string, ...values: unknown[]): readonly Row[] {
    return this.#prepare(sql).all(...values) as Row[];
  }

  get(sql: string, ...values: unknown[]): Row | undefined {
    return this.all(sql, ...values)[0];
  }

  /** How many rows changed. */
  run(sql: string, ...values: unknown[]): number {
    return this.#prepare(sql).run(...values).changes;
  }

  exec(sql: string): void {
    this.#connection.exec(sql);
  }

  /** All of `task` or none of it. */
  transact<T>(task: () => T): T {
    this.exec("BEGIN IMMEDIATE");
    try {
      const result = task();
      this.exec("COMMIT");
      return result;
    } catch (error) {
      // SQLite rolls back by itself when the disk is full; a second ROLLBACK would hide the error.
      if (this.#connection.inTransaction) this.exec("ROLLBACK");
      throw error;
    }
  }

  close(): void {
    this.#connection.close();
  }

  #prepare(sql: string): Libsql.Statement {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const statement = this.#connection.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }

  #prepareFile(options: DatabaseOptions): void {
    // FULL: a commit is on the disk when it returns, also after a power cut.
    this.exec("PRAGMA busy_timeout = 5000");
    this.exec("PRAGMA journal_mode = WAL");
    this.exec("PRAGMA synchronous = FULL");
    this.exec("PRAGMA wal_autocheckpoint = 2000");
    this.exec("PRAGMA foreign_keys = ON");
    // macOS answers a plain fsync before the disk has it.
    if (process.platform === "darwin") this.exec("PRAGMA fullfsync = 1");
    this.#migrate();
    if (options.maxPages !== undefined) this.exec(`PRAGMA max_page_count = ${options.maxPages}`);
  }

  #migrate(): void {
    const version = Number(this.get("PRAGMA user_version")?.["user_version"]);
    if (version > migrations.length) {
      throw new StoreError(
        "failed",
        `The database has structure ${version}; this program knows ${migrations.length}. Start the newer program that wrote it.`,
      );
    }
    migrations.slice(version).forEach((migration, index) => {
      this.transact(() => {
        this.exec(migration);
        this.exec(`PRAGMA user_version = ${version + index + 1}`);
      });
    });
  }
}

/** The driver gives blobs in more than one class; the copy also frees them from the driver's memory. */
export function toBytes(value: unknown): Uint8Array {
  if (value instanceof ArrayBuffer || value instanceof Uint8Array) return new Uint8Array(value);
  throw new StoreError("corrupt", "The database holds something else where bytes belong.");
}

/** What went wrong, in the store's own terms. */
export function toStoreError(error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code.startsWith("SQLITE_FULL"))
    return new StoreError("full", "There is no space left for the database.", error);
  if (code.startsWith("SQLITE_CORRUPT") || code === "SQLITE_NOTADB")
    return new StoreError("corrupt", "The database file is damaged.", error);
  return new StoreError(
    "failed",
    `The database failed: ${error instanceof Error ? error.message : String(error)}`,
    error,
  );
}
