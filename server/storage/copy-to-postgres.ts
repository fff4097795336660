import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Log } from "../logging.ts";
import { StoreError } from "../rooms/ports.ts";
import { PostgresDatabase, type Sql } from "./postgres/postgres-database.ts";
import { Database } from "./sqlite/database.ts";
import { isInUse } from "./sqlite/is-in-use.ts";
import { databaseFileName } from "./sqlite/open-sqlite-stores.ts";

export type CopyOptions = Readonly<{
  /** Where the SQLite database lies. */
  directory: string;
  url: string;
  log: Log;
}>;

/** How many rows of which table were copied. */
export type CopiedTable = Readonly<{ name: string; rows: number }>;

/** Snapshots and versions are up to some MB each, so few are held in memory at once. */
const rowsAtOnce = 20;

/**
 * Copies an installation from SQLite to an empty PostgreSQL database, whole or not at all: one transaction, at whose end
 * the rows of every table are counted on both sides. The SQLite file stays as it is.
 */
export async function copyToPostgres({ directory, url, log }: CopyOptions): Promise<readonly CopiedTable[]> {
  const file = join(directory, databaseFileName);
  if (!existsSync(file)) throw new StoreError("failed", `There is no ${databaseFileName} in ${directory}.`);
  if (isInUse(file))
    throw new StoreError(
      "failed",
      `A server is running on ${directory}; what it writes now would stay behind.`,
    );
  const from = new Database({ file });
  try {
    const to = await PostgresDatabase.open({ url, log });
    try {
      return await to.transact((sql) => copyTables(from, sql));
    } finally {
      await to.close();
    }
  } finally {
    from.close();
  }
}

/** PostgreSQL keeps a large value beside its row by itself, so there a snapshot stands in its document's row. */
const snapshotTable = "snapshot";
const documentsWithSnapshots = `(SELECT document.rowid AS row_number, document.*, ${snapshotTable}.data AS snapshot
  FROM document LEFT JOIN ${snapshotTable} USING (map))`;

async function copyTables(from: Database, to: Sql): Promise<readonly CopiedTable[]> {
  const names = tablesOf(from);
  for (const name of names) {
    if ((await to(`SELECT 1 FROM ${quoted(name)} LIMIT 1`)).length > 0)
      throw new StoreError(
        "failed",
        "The PostgreSQL database is not empty; nothing is copied over what is there.",
      );
  }
  const copied: CopiedTable[] = [];
  for (const name of names) {
    await copyTable(from, to, name);
    const rows = Number(from.get(`SELECT count(*) AS rows FROM ${quoted(name)}`)?.["rows"]);
    const [counted] = await to(`SELECT count(*) AS rows FROM ${quoted(name)}`);
    if (Number(counted?.["rows"]) !== rows)
      throw new StoreError("failed", `Of the ${rows} rows of "${name}" not all arrived; nothing was copied.`);
    copied.push({ name, rows });
  }
  return copied;
}

/** Tables that refer to others come after those. */
function tablesOf(from: Database): readonly string[] {
  const names = from
    .all("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
    .map((row) => String(row["name"]))
    .filter((name) => name !== snapshotTable);
  const refersToOthers = (name: string): boolean =>
    from.all("SELECT 1 FROM pragma_foreign_key_list(?)", name).length > 0;
  return [...names.filter((name) => !refersToOthers(name)), ...names.filter(refersToOthers)];
}

async function copyTable(from: Database, to: Sql, name: string): Promise<void> {
  const columns = await columnsOf(to, name);
  const own = from.all("SELECT name FROM pragma_table_info(?)", name).map((row) => String(row["name"]));
  const [known, relation] =
    name === "document"
      ? [[...own, "snapshot"], documentsWithSnapshots]
      : [own, `(SELECT rowid AS row_number, * FROM ${quoted(name)})`];
  if (known.some((column) => !columns.has(column)))
    throw new StoreError("failed", `PostgreSQL has no place for all of "${name}".`);
  const list = known.map(quoted).join(", ");
  const values = known.map((column, index) => `$${index + 1}::${columns.get(column)}[]`).join(", ");
  let last = 0;
  for (;;) {
    const rows = from.all(
      `SELECT row_number, ${list} FROM ${relation} WHERE row_number > ? ORDER BY row_number LIMIT ?`,
      last,
      rowsAtOnce,
    );
    if (rows.length === 0) return;
    await to(
      `INSERT INTO ${quoted(name)} (${list}) SELECT * FROM unnest(${values})`,
      ...known.map((column) => rows.map((row) => forPostgres(row[column]))),
    );
    last = Number(rows.at(-1)?.["row_number"]);
  }
}

async function columnsOf(to: Sql, name: string): Promise<ReadonlyMap<string, string>> {
  const rows = await to(
    `SELECT column_name, data_type FROM information_schema.columns
     WHERE table_schema = current_schema() AND table_name = $1`,
    name,
  );
  return new Map(rows.map((row) => [String(row["column_name"]), String(row["data_type"])]));
}

/** The drivers differ in the class that they have for bytes. */
function forPostgres(value: unknown): unknown {
  return value instanceof ArrayBuffer ? Buffer.from(value) : value;
}

function quoted(name: string): string {
  return `"${name}"`;
}
