import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { backUp } from "../storage/sqlite/backup.ts";
import type { Command, CommandIo, ExitCode } from "./command.ts";
import { explainFault, readDataDir } from "./data-dir.ts";

const usage = `counterpoint backup <file> [--force]

Copies all maps, links and versions in DATA_DIR into one file, as they are at one moment. The
server may go on running. An existing file is overwritten only with --force. Whoever has the
file can read the maps.

  DATA_DIR=/var/lib/counterpoint counterpoint backup /backups/maps-2026-11-22.db
`;

export const backupCommand: Command = {
  name: "backup",
  summary: "copy all maps into one file, while the server runs",
  usage,
  run: (args, io) => Promise.resolve(backup(args, io)),
};

function backup(args: readonly string[], io: CommandIo): ExitCode {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { force: { type: "boolean" } },
  });
  const [target] = positionals;
  if (target === undefined || positionals.length > 1) {
    io.stderr(`"backup" needs the name of one file.\n\n${usage}`);
    return 2;
  }
  const directory = readDataDir(io, "pg_dump");
  if (directory === undefined) return 1;
  if (existsSync(target) && values.force !== true) {
    io.stderr(`There is a file ${target} already. Choose another name, or give --force to overwrite it.\n`);
    return 1;
  }
  try {
    const { maps } = backUp(directory, target);
    io.stderr(`${maps === 1 ? "One map is" : `${maps} maps are`} in ${target} now.\n`);
    return 0;
  } catch (error) {
    io.stderr(`Nothing was backed up: ${explainFault(error)}\n`);
    return 1;
  }
}
