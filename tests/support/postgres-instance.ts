import { spawnSync } from "node:child_process";
import { chownSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { explainMissing, findDatabases } from "../../scripts/steps/databases.mjs";
import { freePort, PrivateProgram, unprivilegedUser, untilReady } from "./private-program.ts";

const userName = "counterpoint";

/** A PostgreSQL of the tests' own, on a free port, with its data in a temporary folder. */
export class PostgresInstance {
  readonly #folder: string;
  readonly #programs: string;
  readonly #isDurable: boolean;
  readonly #user = unprivilegedUser();
  readonly #directory: string;
  #port = 0;
  #program: PrivateProgram | undefined;

  /** `isDurable: false` leaves out waiting for the disk, which contract tests have no need of. */
  static async start(options: Readonly<{ isDurable: boolean; parent?: string }>): Promise<PostgresInstance> {
    const instance = new PostgresInstance(options.isDurable, options.parent ?? tmpdir());
    instance.#initialise();
    instance.#port = await freePort();
    await instance.resume();
    return instance;
  }

  private constructor(isDurable: boolean, parent: string) {
    const { postgresFolder } = findDatabases();
    if (postgresFolder === undefined) throw new Error(explainMissing());
    this.#programs = postgresFolder;
    this.#isDurable = isDurable;
    this.#folder = mkdtempSync(join(parent, "counterpoint-postgres-"));
    this.#directory = join(this.#folder, "data");
    if (this.#user !== undefined) chownSync(this.#folder, this.#user.uid, this.#user.gid);
  }

  /** Of the database that is always there. */
  get url(): string {
    return `postgres://${userName}@127.0.0.1:${this.#port}/postgres`;
  }

  /** Stops it as a crash would: what was not flushed is gone, and it recovers from its log at the next start. */
  async crash(): Promise<void> {
    await this.#program?.end("SIGQUIT");
  }

  /** Starts it again on the same port. */
  async resume(): Promise<void> {
    const settings = {
      listen_addresses: "127.0.0.1",
      port: this.#port,
      unix_socket_directories: "",
      max_connections: 200,
      shared_buffers: "32MB",
      ...(this.#isDurable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
    };
    const args = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
    const program = new PrivateProgram(
      join(this.#programs, "postgres"),
      ["-D", this.#directory, ...args],
      this.#user,
    );
    this.#program = program;
    await untilReady(program, () =>
      ask(this.url, "SELECT 1").then(
        () => true,
        () => false, // still starting, or recovering
      ),
    );
  }

  async stop(): Promise<void> {
    await this.#program?.end("SIGQUIT");
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #initialise(): void {
    const args = [
      "-D",
      this.#directory,
      "-U",
      userName,
      "-A",
      "trust",
      "--no-sync",
      "-E",
      "UTF8",
      "--locale=C",
    ];
    const { status, stderr } = spawnSync(join(this.#programs, "initdb"), args, { ...this.#user });
    if (status !== 0) throw new Error(`PostgreSQL could not be set up for the tests: ${stderr.toString()}`);
  }
}

let databases = 0;

/** Makes an empty database beside the one at `url`, and gives its URL. */
export async function createDatabase(url: string): Promise<string> {
  databases++;
  // Tests run in several processes, and in several threads of one.
  const name = `test_${process.pid}_${Math.random().toString(36).slice(2)}_${databases}`;
  await ask(url, `CREATE DATABASE ${name}`);
  const created = new URL(url);
  created.pathname = `/${name}`;
  return created.href;
}

/** Runs one statement on a connection of its own. */
export async function ask(url: string, statement: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined); // told by the rejection below
  try {
    await client.connect();
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end().catch(() => undefined); // it was never there
  }
}
