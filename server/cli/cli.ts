import { type Command, CommandError, type CommandIo, type ExitCode, UsageError } from "./command.ts";

/** Only the one that is called is loaded: who converts a file waits for no server, and a server holds no other database. */
const commands: ReadonlyMap<string, () => Promise<Command>> = new Map([
  ["serve", async () => (await import("./serve-command.ts")).serveCommand],
  ["new", async () => (await import("./new-command.ts")).newCommand],
  ["convert", async () => (await import("./convert-command.ts")).convertCommand],
  ["check", async () => (await import("./check-command.ts")).checkCommand],
  ["export", async () => (await import("./export-command.ts")).exportCommand],
  ["import", async () => (await import("./import-command.ts")).importCommand],
  ["backup", async () => (await import("./backup-command.ts")).backupCommand],
  ["restore", async () => (await import("./restore-command.ts")).restoreCommand],
  ["migrate", async () => (await import("./migrate-command.ts")).migrateCommand],
]);

/** Runs the command that the arguments name; without one, `serve`. */
export async function runCli(args: readonly string[], io: CommandIo): Promise<ExitCode> {
  const [name = "serve", ...rest] = args;
  if (name === "help" || name === "--help" || name === "-h") {
    io.stdout(await help(rest[0]));
    return 0;
  }
  const load = commands.get(name);
  if (load === undefined) {
    io.stderr(`There is no command "${name}".\n\n${await help(undefined)}`);
    return 2;
  }
  const command = await load();
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

async function help(name: string | undefined): Promise<string> {
  const named = name === undefined ? undefined : commands.get(name);
  if (named !== undefined) return (await named()).usage;
  const all = await Promise.all([...commands.values()].map((load) => load()));
  const list = all.map((known) => `  ${known.name.padEnd(10)}${known.summary}\n`).join("");
  return `counterpoint <command>\n\n${list}\n"counterpoint help <command>" says more.\n`;
}

/** Also what `parseArgs` throws at options it does not know. */
function isWrongUse(error: unknown): error is Error {
  if (error instanceof UsageError) return true;
  return error instanceof Error && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
}
