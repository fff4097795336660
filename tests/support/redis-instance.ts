import { connect } from "node:net";
import { explainMissing, findDatabases } from "../../scripts/steps/databases.mjs";
import { freePort, PrivateProgram, untilReady } from "./private-program.ts";

/** A Redis of the tests' own, on a free port, that keeps nothing. */
export class RedisInstance {
  readonly #command: string;
  #port = 0;
  #program: PrivateProgram | undefined;

  static async start(): Promise<RedisInstance> {
    const { redis } = findDatabases();
    if (redis === undefined) throw new Error(explainMissing());
    const instance = new RedisInstance(redis);
    instance.#port = await freePort();
    await instance.resume();
    return instance;
  }

  private constructor(command: string) {
    this.#command = command;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.#port}`;
  }

  async crash(): Promise<void> {
    await this.#program?.end("SIGKILL");
  }

  /** Starts it again on the same port. */
  async resume(): Promise<void> {
    const settings = [
      "--port",
      String(this.#port),
      "--bind",
      "127.0.0.1",
      "--save",
      "",
      "--appendonly",
      "no",
    ];
    const program = new PrivateProgram(this.#command, settings);
    this.#program = program;
    await untilReady(program, () => answers(this.#port));
  }

  /** Holds it up with its connections open, as a network that swallows everything would. */
  freeze(): void {
    this.#program?.signal("SIGSTOP");
  }

  thaw(): void {
    this.#program?.signal("SIGCONT");
  }

  async stop(): Promise<void> {
    await this.#program?.end("SIGKILL");
  }
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}
