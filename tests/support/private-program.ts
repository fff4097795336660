import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";

/** A port that nobody listens on. Somebody may take it before it is used, so starting is tried again with another. */
export async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

/** Whom PostgreSQL may run as: it refuses root, so root lends it another user. */
export function unprivilegedUser(): Readonly<{ uid: number; gid: number }> | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ["postgres", "nobody"]) {
    try {
      const [uid, gid] = ["-u", "-g"].map((flag) => Number(execFileSync("id", [flag, name]).toString()));
      if (uid !== undefined && gid !== undefined) return { uid, gid };
    } catch {
      // no such user here; the next one
    }
  }
  throw new Error(
    'PostgreSQL cannot run as root, and there is neither a user "postgres" nor "nobody" to run it as.',
  );
}

/** A program that tests start for themselves. It ends with them. */
export class PrivateProgram {
  readonly #child: ChildProcess;
  readonly #ended: Promise<unknown>;
  #said = "";

  constructor(command: string, args: readonly string[], user?: Readonly<{ uid: number; gid: number }>) {
    this.#child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"], ...user });
    for (const stream of [this.#child.stdout, this.#child.stderr])
      stream?.on("data", (chunk: Buffer) => {
        this.#said = (this.#said + chunk.toString()).slice(-10_000);
      });
    this.#ended = once(this.#child, "exit");
    process.once("exit", this.#endWithUs);
  }

  get isRunning(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** The last that it wrote. */
  get said(): string {
    return this.#said;
  }

  async end(signal: NodeJS.Signals): Promise<void> {
    process.off("exit", this.#endWithUs);
    if (!this.isRunning) return;
    this.#child.kill(signal);
    await this.#ended;
  }

  /** Holds it up without ending it, and lets it go on. */
  signal(signal: "SIGSTOP" | "SIGCONT"): void {
    this.#child.kill(signal);
  }

  readonly #endWithUs = (): void => {
    this.#child.kill("SIGQUIT");
  };
}

/** Asks `isReady` until it is so; rejects with what the program said when it ends or takes too long. */
export async function untilReady(program: PrivateProgram, isReady: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (!(await isReady())) {
    if (!program.isRunning || Date.now() > deadline)
      throw new Error(`A program that the tests need did not start. It said: ${program.said}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
