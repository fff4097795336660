import { backupCommand } from "./backup-command.ts";
import { checkCommand } from "./check-command.ts";
import { type Command, CommandError, type CommandIo, type ExitCode, UsageError } from "./command.ts";
import { convertCommand } from "./convert-command.ts";
import { exportCommand } from "./export-command.ts";
import { importCommand } from "./import-command.ts";
import { migrateCommand } from "./migrate-command.ts";
import { newCommand } from "./new-command.ts";
import { restoreCommand } from "./restore-command.ts";
import { serveCommand } from "./serve-command.ts";

const commands: readonly Command[] = [
  serveCommand,
  newCommand,
  convertCommand,
  checkCommand,
  exportCommand,
  importCommand,
  backupCommand,
  restoreCommand,
  migrateCommand,
];

/** Runs the command that the arguments name; without one, `serve`. */
export async function runCli(args: readonly string[], io: CommandIo): Promise<ExitCode> {
  const [name = serveCommand.name, ...rest] = args;
  if (name === "help" || name === "--help" || name === "-h") {
    io.stdout(help(rest[0]));
    return 0;
  }
  const command = commands.find((known) => known.name === name);
  if (command === undefined) {
    io.stderr(`There is no command "${name}".\n\n${help(undefined)}`);
    return 2;
  }
  if (rest.includes("--help")) {
    io.stdout(command.usage);
    return 0;
  }
  try {
    return await command.run(rest, io);
  } catch (error) {
    if (isWrongUse(error)) {
      io.stderr(`${error.message}\n\n${command.usage}`);
      return 2;
    }
    if (error instanceof CommandError) {
      io.stderr(`${error.message}\n`);
      return 1;
    }
    throw error;
  }
}

function help(name: string | undefined): string {
  const command = commands.find((known) => known.name === name);
  if (command !== undefined) return command.usage;
  const list = commands.map((known) => `  ${known.name.padEnd(10)}${known.summary}\n`).join("");
  return `counterpoint <command>\n\n${list}\n"counterpoint help <command>" says more.\n`;
}

/** Also what `parseArgs` throws at options it does not know. */
function isWrongUse(error: unknown): error is Error {
  if (error instanceof UsageError) return true;
  return error instanceof Error && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
}
