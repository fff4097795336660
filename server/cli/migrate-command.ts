import { parseArgs } from "node:util";
import { readConfig } from "../config.ts";
import { createLog } from "../logging.ts";
import { type CopiedTable, copyToPostgres } from "../storage/copy-to-postgres.ts";
import type { Command, CommandIo, ExitCode } from "./command.ts";
import { explainFault } from "./data-dir.ts";

const usage = `counterpoint migrate [--to <url>]

Copies everything from the SQLite database in DATA_DIR to an empty PostgreSQL database, in one
transaction, and counts what arrived. Stop the server first. The SQLite file stays as it is.
The database is that of --to, or of DATABASE_URL, which other users of the machine cannot see.

  DATA_DIR=/var/lib/counterpoint counterpoint migrate --to postgres://maps:secret@localhost/maps
`;

export const migrateCommand: Command = {
  name: "migrate",
  summary: "copy all maps from SQLite to PostgreSQL",
  usage,
  run: migrate,
};

async function migrate(args: readonly string[], io: CommandIo): Promise<ExitCode> {
  const { values } = parseArgs({ args: [...args], options: { to: { type: "string" } } });
  const given = values.to === undefined ? {} : { DATABASE_URL: values.to };
  const config = readConfig({ ...io.environment, ...given });
  if (!config.ok) {
    io.stderr(`The settings are wrong:\n${config.error.map((fault) => `  ${fault}\n`).join("")}`);
    return 1;
  }
  const { databaseUrl: url, dataDir: directory, logLevel } = config.value;
  if (url === undefined) {
    io.stderr(`There is no database to copy to: give --to, or set DATABASE_URL.\n\n${usage}`);
    return 2;
  }
  try {
    const copied = await copyToPostgres({ directory, url, log: createLog(logLevel) });
    io.stdout(describeCopied(copied));
    io.stderr("Everything is there. Start the servers with DATABASE_URL.\n");
    return 0;
  } catch (error) {
    io.stderr(`Nothing was copied: ${explainFault(error)}\n`);
    return 1;
  }
}

function describeCopied(tables: readonly CopiedTable[]): string {
  return tables.map(({ name, rows }) => `${name.padEnd(20)}${rows}\n`).join("");
}
