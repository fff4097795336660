import { execFileSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Database } from "../../server/storage/sqlite/database.ts";
import { DocumentTables } from "../../server/storage/sqlite/document-tables.ts";
import { startProcess } from "../support/server-process.ts";
import { Fleet } from "./fleet.ts";
import { keysOf } from "./keys-of.ts";
import { ourPeople } from "./our-people.ts";
import type { Fault, World } from "./world.ts";

/** Small enough to be filled at once, large enough for the log of a run. */
const diskBytes = 64 * 1024 * 1024;

/** One server on SQLite: killed again and again and, where a disk of its own can be mounted, with that disk full. */
export async function sqliteWorld(file: string, options: Readonly<{ fillsDisk: boolean }>): Promise<World> {
  const directory = mkdtempSync(join(tmpdir(), "counterpoint-chaos-"));
  if (options.fillsDisk) mount(directory);
  const environment = { DATA_DIR: directory, LOG_LEVEL: "silent" };
  const fleet = await Fleet.start(1, () => startProcess(file, environment));
  const { map, createWriter } = await ourPeople(fleet);
  const kill: Fault = { name: "kill", strike: ({ check }) => fleet.kill([0], check) };
  const fullDisk: Fault = {
    name: "full disk",
    strike: async ({ unsaved, check }) => {
      const filler = join(directory, "filler");
      fill(filler);
      await unsaved(500);
      await check();
      rmSync(filler);
      await check();
    },
  };
  return {
    createWriter,
    killAll: () => fleet.killAll(),
    faults: options.fillsDisk ? [kill, kill, kill, kill, fullDisk] : [kill],
    readStored: () => {
      const database = new Database({ file: join(directory, "counterpoint.db") });
      const stored = new DocumentTables(database).load(map, 0);
      database.close();
      return Promise.resolve(keysOf(stored));
    },
    end: async () => {
      await fleet.killAll();
      if (options.fillsDisk) execFileSync("umount", ["--lazy", directory]);
      rmSync(directory, { recursive: true });
    },
  };
}

function mount(directory: string): void {
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${diskBytes}`, "tmpfs", directory], { stdio: "pipe" });
  } catch (cause) {
    throw new Error(
      "A disk to fill cannot be mounted: that needs root. Leave out --full-disk, or run as root.",
      {
        cause,
      },
    );
  }
}

function fill(file: string): void {
  const handle = openSync(file, "w");
  const block = new Uint8Array(64 * 1024);
  try {
    for (;;) writeSync(handle, block);
  } catch {
    // no space left, as was meant
  } finally {
    closeSync(handle);
  }
}
