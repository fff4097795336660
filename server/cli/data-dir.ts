import { readConfig } from "../config.ts";
import type { CommandIo } from "./command.ts";

/** Where the maps lie, or `undefined` once the reason against it has been told; `instead` is PostgreSQL's own tool. */
export function readDataDir(io: CommandIo, instead: string): string | undefined {
  const config = readConfig(io.environment);
  if (!config.ok) {
    io.stderr(`The settings are wrong:\n${config.error.map((fault) => `  ${fault}\n`).join("")}`);
    return undefined;
  }
  if (config.value.databaseUrl === undefined) return config.value.dataDir;
  io.stderr(`DATABASE_URL is set, so the maps lie at PostgreSQL. Use ${instead} for them.\n`);
  return undefined;
}

/** What went wrong, as a sentence. */
export function explainFault(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
