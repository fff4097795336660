import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { build } from "vite";
import { type ApiClient, apiClient } from "./test-server.ts";

const root = join(import.meta.dirname, "../..");

/** Bundles the server as `npm run build` does, into a folder of the caller's name; gives the file to start. */
export async function bundleServer(name: string): Promise<string> {
  // Inside node_modules, so that the bundle finds the registry packages it leaves outside.
  const outDir = join(root, "node_modules/.cache/counterpoint-tests", name);
  await build({
    root,
    configFile: join(root, "vite.server.config.ts"),
    logLevel: "error",
    build: { outDir },
  });
  return join(outDir, "main.js");
}

/** The program running by itself, as in production. */
export type ServerProcess = ApiClient &
  Readonly<{
    pid: number;
    /** All that it has written to standard output. */
    stdout: () => string;
    /** Ends it the hard way. */
    kill: () => Promise<void>;
    /** Asks it to stop; resolves with its exit code. */
    terminate: () => Promise<number | null>;
  }>;

/** Starts the bundle on a free port; resolves when it says that it is ready. */
export async function startProcess(
  file: string,
  environment: Record<string, string>,
): Promise<ServerProcess> {
  const child = spawnServer(file, { PORT: "0", HOST: "127.0.0.1", ...environment });
  let stdout = "";
  child.stdout?.on("data", (chunk: Buffer) => {
    stdout += chunk.toString();
  });
  const lines = createInterface({ input: child.stdout ?? process.stdin });
  const [line] = (await Promise.race([once(lines, "line"), once(child, "exit").then(() => [""])])) as [
    string,
  ];
  const port = /:(\d+)$/.exec(line)?.[1];
  if (port === undefined) throw new Error(`The server did not start; it said "${line}".`);
  const exited = once(child, "exit") as Promise<[number | null]>;
  return {
    ...apiClient(Number(port)),
    pid: child.pid ?? 0,
    stdout: () => stdout,
    kill: async () => {
      child.kill("SIGKILL");
      await exited;
    },
    terminate: async () => {
      child.kill("SIGTERM");
      return (await exited)[0];
    },
  };
}

/** Runs the bundle until it ends by itself. */
export async function runToEnd(
  file: string,
  args: readonly string[],
  environment: Record<string, string>,
): Promise<Readonly<{ code: number | null; stdout: string; stderr: string }>> {
  const child = spawnServer(file, environment, args);
  const said = { stdout: "", stderr: "" };
  child.stdout?.on("data", (chunk: Buffer) => {
    said.stdout += chunk.toString();
  });
  child.stderr?.on("data", (chunk: Buffer) => {
    said.stderr += chunk.toString();
  });
  const [code] = (await once(child, "close")) as [number | null];
  return { code, ...said };
}

function spawnServer(
  file: string,
  environment: Record<string, string>,
  args: readonly string[] = [],
): ChildProcess {
  const { PATH = "" } = process.env;
  return spawn(process.execPath, [file, ...args], {
    env: { PATH, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
}
