import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { restoreBackup } from "../storage/sqlite/backup.ts";
import { databaseFileName } from "../storage/sqlite/open-sqlite-stores.ts";
import type { Command, CommandIo, ExitCode } from "./command.ts";
import { explainFault, readDataDir } from "./data-dir.ts";

const usage = `counterpoint restore <file> [--force]

Puts what "counterpoint backup" wrote into DATA_DIR. Stop the server first. Maps that are there
already are replaced only with --force, and then kept beside the new ones. Links and sessions are
those of the backup: a link that was changed since opens its map again.

  DATA_DIR=/var/lib/counterpoint counterpoint restore /backups/maps-2026-11-22.db
`;

export const restoreCommand: Command = {
  name: "restore",
  summary: "put the maps of a backup into an empty DATA_DIR",
  usage,
  run: (args, io) => Promise.resolve(restore(args, io)),
};

function restore(args: readonly string[], io: CommandIo): ExitCode {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { force: { type: "boolean" } },
  });
  const [backup] = positionals;
  if (backup === undefined || positionals.length > 1) {
    io.stderr(`"restore" needs the name of one file.\n\n${usage}`);
    return 2;
  }
  const directory = readDataDir(io, "pg_restore");
  if (directory === undefined) return 1;
  if (existsSync(join(directory, databaseFileName)) && values.force !== true) {
    io.stderr(
      `There are maps in ${directory} already. Choose another DATA_DIR, or give --force to replace them.\n`,
    );
    return 1;
  }
  try {
    const stamp = new Date()
      .toISOString()
      .replace(/\.\d+Z$/, "Z")
      .replace(/:/g, "-");
    const { maps, keptAs } = restoreBackup(backup, directory, stamp);
    const kept = keptAs === undefined ? "" : ` What was there before is kept as ${keptAs}.`;
    io.stderr(`${maps === 1 ? "One map is" : `${maps} maps are`} in ${directory} now.${kept}\n`);
    return 0;
  } catch (error) {
    io.stderr(`Nothing was restored: ${explainFault(error)}\n`);
    return 1;
  }
}
