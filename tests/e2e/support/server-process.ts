import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

const program = "dist/server/main.js";
/** Two cores busy with browsers start a server more slowly than a person's machine would. */
const startTimeoutMs = 20_000;
const stopTimeoutMs = 10_000;

/** Environment variables that say how it runs, beside those that all tests need. */
type Settings = Readonly<Record<string, string>>;

/**
 * The built server as a process of its own, with its own data. It keeps its port and its data when it is killed and
 * started again, as it would on somebody's machine.
 */
export class ServerProcess {
  readonly #dataDir: string;
  readonly #settings: Settings;
  #child: ChildProcess | undefined;
  #url = "";
  #isPaused = false;

  private constructor(dataDir: string, settings: Settings) {
    this.#dataDir = dataDir;
    this.#settings = settings;
  }

  /** A running server, on a free port where `settings` name none. */
  static async open(settings: Settings = {}): Promise<ServerProcess> {
    const server = new ServerProcess(await mkdtemp(join(tmpdir(), "counterpoint-e2e-")), settings);
    await server.start();
    return server;
  }

  /** Where people reach it. */
  get url(): string {
    return this.#url;
  }

  /** Starts it, on the port it had before if it had one. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, [program], {
      env: {
        ...process.env,
        PORT: this.#url === "" ? "0" : new URL(this.#url).port,
        DATA_DIR: this.#dataDir,
        LOG_LEVEL: "error",
        CREATES_PER_MINUTE: "100000",
        SESSIONS_PER_MINUTE: "100000",
        ...this.#settings,
      },
      stdio: ["ignore", "pipe", "inherit"],
    });
    this.#child = child;
    this.#isPaused = false;
    this.#url = await urlOf(child);
  }

  /** Ends it between two instructions, as a power cut does. */
  async kill(): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, "exit");
    child.kill("SIGKILL");
    await exited;
  }

  /** Stops its clock: connections stay open and nobody answers. */
  pause(): void {
    this.#child?.kill("SIGSTOP");
    this.#isPaused = true;
  }

  resume(): void {
    this.#child?.kill("SIGCONT");
    this.#isPaused = false;
  }

  /** Leaves it running, whatever a test did to it. */
  async restore(): Promise<void> {
    if (this.#isPaused) this.resume();
    if (!this.#child) await this.start();
  }

  /** Ends it in good order and takes its data away. */
  async close(): Promise<void> {
    const child = this.#child;
    if (child) {
      const exited = once(child, "exit");
      child.kill("SIGTERM");
      await Promise.race([exited, after(stopTimeoutMs)]);
      await this.kill();
    }
    await rm(this.#dataDir, { recursive: true, force: true });
  }
}

/** The address in the line that the server prints when it is ready. */
async function urlOf(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error("The server was started without a pipe to read from.");
  const lines = createInterface({ input: child.stdout });
  const line = await Promise.race([
    once(lines, "line").then(([text]) => String(text)),
    once(child, "exit").then(([code]) => `the server ended with ${code}`),
    after(startTimeoutMs).then(() => `the server said nothing for ${startTimeoutMs} ms`),
  ]);
  const url = /https?:\/\/\S+/u.exec(line)?.[0];
  if (!url) throw new Error(`The server did not become ready: ${line}. Is dist/ built?`);
  return url;
}

function after(delayMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, delayMs).unref());
}
