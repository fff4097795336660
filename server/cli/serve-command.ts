import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { type Config, readConfig } from "../config.ts";
import { createLog, type Log } from "../logging.ts";
import { type RunningServer, startServer } from "../start-server.ts";
import type { Stores } from "../storage/stores.ts";
import type { Command, CommandIo, ExitCode } from "./command.ts";

const usage = `counterpoint serve

Serves maps until it is stopped. Settings come from the environment: PORT (4321),
HOST (localhost), DATA_DIR (./data), PUBLIC_URL, ALLOWED_ORIGINS, TRUST_PROXY, LOG_LEVEL.
With DATABASE_URL (PostgreSQL) any number of servers share their maps, and with REDIS_URL
they hear of each other's changes at once.

  PORT=8080 DATA_DIR=/var/lib/counterpoint counterpoint serve
`;

export const serveCommand: Command = {
  name: "serve",
  summary: "serve maps on http://localhost:4321",
  usage,
  run: serve,
};

async function serve(args: readonly string[], io: CommandIo): Promise<ExitCode> {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true });
  if (positionals.length > 0) {
    io.stderr(`"serve" takes no arguments, but got "${positionals.join(" ")}".\n\n${usage}`);
    return 2;
  }
  const config = readConfig(io.environment);
  if (!config.ok) {
    io.stderr(`The settings are wrong:\n${config.error.map((fault) => `  ${fault}\n`).join("")}`);
    return 1;
  }
  const log = createLog(config.value.logLevel);
  const stores = await openStores(config.value, log, io);
  if (stores === undefined) return 1;
  const server = await start(config.value, stores, log, io);
  if (server === undefined) {
    await stores.close();
    return 1;
  }
  io.stdout(`Counterpoint is ready at ${server.url}\n`);
  log.info("Stopping.", { signal: await io.stopRequested });
  const isSaved = await server.stop();
  if (!isSaved) log.error("Stopped before everything was saved; the last changes may be missing.");
  return isSaved ? 0 : 1;
}

async function openStores(config: Config, log: Log, io: CommandIo): Promise<Stores | undefined> {
  const { dataDir, databaseUrl } = config;
  try {
    // What is not used is not loaded: it would stay in memory for as long as the server runs.
    if (databaseUrl === undefined) {
      const { openSqliteStores } = await import("../storage/sqlite/open-sqlite-stores.ts");
      return await openSqliteStores({ directory: dataDir });
    }
    const { openPostgresStores } = await import("../storage/postgres/open-postgres-stores.ts");
    return await openPostgresStores({ url: databaseUrl, log });
  } catch (error) {
    io.stderr(
      databaseUrl === undefined
        ? `The data in ${dataDir} cannot be opened: ${messageOf(error)} Check DATA_DIR and its permissions.\n`
        : `The PostgreSQL database cannot be opened: ${messageOf(error)} Check DATABASE_URL, and that it runs.\n`,
    );
    return undefined;
  }
}

async function start(
  config: Config,
  stores: Stores,
  log: Log,
  io: CommandIo,
): Promise<RunningServer | undefined> {
  try {
    return await startServer({ config, stores, clientDir: findClient(), log });
  } catch (error) {
    io.stderr(`${explainListenFault(config, error)}\n`);
    return undefined;
  }
}

function explainListenFault({ host, port }: Config, error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "EADDRINUSE")
    return `Port ${port} on ${host} is taken by another program. Stop that one, or set PORT to a free port.`;
  if (code === "EACCES") return `Port ${port} may not be used by this user. Set PORT to one above 1023.`;
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND")
    return `This machine has no address "${host}". Set HOST.`;
  return `The server cannot listen on ${host}, port ${port}: ${messageOf(error)}`;
}

/** The built client lies in `dist/client`, whether this runs from `dist/server` or from source. */
function findClient(): string | undefined {
  let directory = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(directory, "package.json"))) {
    if (directory === dirname(directory)) return undefined;
    directory = dirname(directory);
  }
  return join(directory, "dist", "client");
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
