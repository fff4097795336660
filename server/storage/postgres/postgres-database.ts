import pg from "pg";
import type { Log } from "../../logging.ts";
import { StoreError } from "../../rooms/ports.ts";
import type { Row } from "../rows.ts";
import { migrations } from "./schema.ts";

export type PostgresOptions = Readonly<{
  /** `postgres://user:password@host/database`. */
  url: string;
  log: Log;
  /** How long a connection or a statement may take before the database counts as gone. */
  timeoutMs?: number;
}>;

/** Something that runs SQL: the pool, or one connection inside a transaction. */
export type Sql = (text: string, ...values: readonly unknown[]) => Promise<readonly Row[]>;

/** Appends of different maps run side by side, and PostgreSQL lets them share a flush; more would only queue there. */
const maxConnections = 10;
const defaultTimeoutMs = 15_000;
/** Any number, but the same in every process: whoever holds this lock brings the structure up to date. */
const migrationLock = 4_022_250_974;

/** The connections to one PostgreSQL database. A connection on which anything fails is given up for a fresh one. */
export class PostgresDatabase {
  readonly #pool: pg.Pool;
  #isClosed = false;

  /** Connects and brings the structure up to date; rejects when that cannot be done. */
  static async open(options: PostgresOptions): Promise<PostgresDatabase> {
    const database = new PostgresDatabase(options);
    try {
      await database.#migrate();
    } catch (error) {
      await database.close();
      throw error;
    }
    return database;
  }

  private constructor({ url, log, timeoutMs = defaultTimeoutMs }: PostgresOptions) {
    this.#pool = new pg.Pool({
      connectionString: url,
      max: maxConnections,
      connectionTimeoutMillis: timeoutMs,
      query_timeout: timeoutMs,
      statement_timeout: timeoutMs,
      idle_in_transaction_session_timeout: timeoutMs,
      keepAlive: true,
      application_name: "counterpoint",
      // A commit that answers before it is on the disk would make "Saved" a lie. Stricter settings stay as they are.
      onConnect: async (client) => {
        await client.query(
          `SELECT set_config('synchronous_commit', 'on', false)
           WHERE current_setting('synchronous_commit') IN ('off', 'local', 'remote_write')`,
        );
      },
    });
    // A lost connection is told through whatever ran on it; unheard, the event itself would end the process.
    this.#pool.on("error", (error) => log.warn("An idle connection to the database was lost.", { error }));
    this.#pool.on("connect", (client) => client.on("error", () => undefined));
  }

  /** Runs one statement, which is all or nothing. */
  readonly sql: Sql = async (text, ...values) => {
    this.#refuseIfClosed();
    try {
      return (await this.#pool.query<Row>(text, [...values])).rows;
    } catch (error) {
      throw toStoreError(error);
    }
  };

  /** All of `task` or none of it. */
  async transact<T>(task: (sql: Sql) => Promise<T>): Promise<T> {
    this.#refuseIfClosed();
    const client = await this.#pool.connect().catch((error: unknown) => {
      throw toStoreError(error);
    });
    const sql: Sql = async (text, ...values) => (await client.query<Row>(text, [...values])).rows;
    try {
      await sql("BEGIN");
      const result = await task(sql);
      await sql("COMMIT");
      client.release();
      return result;
    } catch (error) {
      // Ending the connection rolls back, also where it no longer answers.
      client.release(true);
      throw toStoreError(error);
    }
  }

  async check(): Promise<void> {
    await this.sql("SELECT 1 FROM map LIMIT 1");
  }

  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    await this.#pool.end();
  }

  #refuseIfClosed(): void {
    if (this.#isClosed) throw new StoreError("closed", "The store is closed.");
  }

  /** Processes that start together take turns. */
  async #migrate(): Promise<void> {
    await this.transact(async (sql) => {
      await sql("SELECT pg_advisory_xact_lock($1)", migrationLock);
      await sql("CREATE TABLE IF NOT EXISTS structure (version BIGINT NOT NULL)");
      const version = Number((await sql("SELECT version FROM structure"))[0]?.["version"] ?? 0);
      if (version > migrations.length) {
        throw new StoreError(
          "failed",
          `The database has structure ${version}; this program knows ${migrations.length}. Start the newer program that wrote it.`,
        );
      }
      for (const migration of migrations.slice(version)) await sql(migration);
      await sql("DELETE FROM structure");
      await sql("INSERT INTO structure (version) VALUES ($1)", migrations.length);
    });
  }
}

/** The driver's own copy may be a window onto a larger buffer. */
export function toBytes(value: unknown): Uint8Array {
  if (value instanceof Uint8Array) return new Uint8Array(value);
  throw new StoreError("corrupt", "The database holds something else where bytes belong.");
}

/** As the driver wants bytes: without a copy. */
export function fromBytes(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Codes of https://www.postgresql.org/docs/current/errcodes-appendix.html */
const diskFull = "53100";
const corruptCodes = ["XX001", "XX002"];

/** What went wrong, in the store's own terms. */
export function toStoreError(error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === diskFull) return new StoreError("full", "There is no space left for the database.", error);
  if (corruptCodes.includes(code)) return new StoreError("corrupt", "The database is damaged.", error);
  const why = error instanceof Error && error.message !== "" ? error.message : code;
  return new StoreError("failed", `The database failed: ${why}`, error);
}
