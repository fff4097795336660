/** The servers that are measured, each as a process of its own. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { type ServerProcess, startProcess } from "../../tests/support/server-process.ts";
import { apiClient } from "../../tests/support/test-server.ts";
import { peersFolder } from "../peer-packages.ts";
import type { DialectName } from "./crowd.ts";
import { type Door, doorsAt } from "./doors.ts";
import type { Load } from "./loads.ts";

export const programNames = ["ours", "relay", "y-websocket-server", "hocuspocus"] as const;
export type ProgramName = (typeof programNames)[number];

export type Program = Readonly<{
  pid: number;
  dialect: DialectName;
  /** A way in for each client of a load, by room. */
  doors: (load: Load) => Promise<readonly (readonly Door[])[]>;
  stop: () => Promise<void>;
}>;

const builtServer = join(import.meta.dirname, "../../dist/server/main.js");
export async function startProgram(name: ProgramName): Promise<Program> {
  const folder = await mkdtemp(join(tmpdir(), "counterpoint-bench-"));
  const program = await start(name, folder);
  return {
    ...program,
    stop: async () => {
      await program.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Gives a task a folder of its own for as long as it takes. */
export async function withFolder<Value>(task: (folder: string) => Promise<Value>): Promise<Value> {
  const folder = await mkdtemp(join(tmpdir(), "counterpoint-bench-"));
  try {
    return await task(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function start(name: ProgramName, folder: string): Promise<Program> {
  switch (name) {
    case "ours":
      return startOurs(folder);
    case "relay":
      return startOther("relay", join(import.meta.dirname, "relay.mjs"), []);
    case "y-websocket-server":
      return startOther("plain", join(peersFolder, name, "server.mjs"), []);
    case "hocuspocus":
      return startOther("hocuspocus", join(peersFolder, name, "server.mjs"), [join(folder, "documents.db")]);
  }
}

/** Ours as people run it, with nothing switched off. Behind a proxy, so that each client may have an address of its own. */
export function startBuilt(
  dataDir: string,
  environment: Record<string, string> = {},
): Promise<ServerProcess> {
  return startProcess(builtServer, {
    DATA_DIR: dataDir,
    LOG_LEVEL: "error",
    TRUST_PROXY: "true",
    CREATES_PER_MINUTE: "1000000",
    SESSIONS_PER_MINUTE: "1000000",
    ...environment,
  });
}

async function startOurs(folder: string): Promise<Program> {
  const server = await startBuilt(folder);
  return {
    pid: server.pid,
    dialect: "durable",
    doors: async ({ rooms, clients, writers }) => {
      const all: (readonly Door[])[] = [];
      for (let room = 0; room < rooms; room++) {
        const map = await server.createMap({ title: "Bench" });
        const firstNumber = room * clients;
        all.push([
          ...(await doorsAt(server, map, { count: writers, link: "edit", firstNumber })),
          ...(await doorsAt(server, map, {
            count: clients - writers,
            link: "view",
            firstNumber: firstNumber + writers,
          })),
        ]);
      }
      return all;
    },
    stop: async () => {
      await server.terminate();
    },
  };
}

async function startOther(dialect: DialectName, file: string, args: readonly string[]): Promise<Program> {
  const { pid, port, kill } = await startPeer(file, args);
  const { url } = apiClient(port);
  return {
    pid,
    dialect,
    doors: ({ rooms, clients }) =>
      Promise.resolve(
        Array.from({ length: rooms }, (_, room) =>
          Array.from({ length: clients }, () => ({
            url: `${url.replace("http", "ws")}/bench-${room}`,
            room: `bench-${room}`,
            protocols: [],
            headers: {},
          })),
        ),
      ),
    stop: kill,
  };
}

/** Starts the server of a peer; resolves when it says its port. */
export async function startPeer(
  file: string,
  args: readonly string[],
): Promise<Readonly<{ pid: number; port: number; kill: () => Promise<void> }>> {
  const { PATH = "" } = process.env;
  const child = spawn(process.execPath, [file, ...args], {
    // As a production server; and no more than that of whoever runs the bench.
    env: { PATH, NODE_ENV: "production" },
    stdio: ["ignore", "pipe", 2],
  });
  return {
    pid: child.pid ?? 0,
    port: await portOf(child),
    kill: async () => {
      if (child.exitCode === null && child.kill("SIGKILL")) await once(child, "exit");
    },
  };
}

async function portOf(child: ChildProcess): Promise<number> {
  const lines = createInterface({ input: child.stdout ?? process.stdin });
  const [line] = (await Promise.race([once(lines, "line"), once(child, "exit").then(() => [""])])) as [
    string,
  ];
  const port = /(\d+)$/.exec(line)?.[1];
  if (port === undefined) throw new Error(`A server did not start; it said "${line}".`);
  return Number(port);
}
