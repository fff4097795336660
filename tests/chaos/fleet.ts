import { type ServerProcess, startProcess } from "../support/server-process.ts";

/** Server processes of one installation, by number. One that is killed comes back at another port. */
export class Fleet {
  readonly #file: string;
  readonly #environment: Record<string, string>;
  readonly #running: ServerProcess[] = [];
  #onMoved: (number: number, server: ServerProcess) => void = () => undefined;

  static async start(file: string, environment: Record<string, string>, size: number): Promise<Fleet> {
    const fleet = new Fleet(file, environment);
    for (let number = 0; number < size; number++) fleet.#running.push(await fleet.#startOne());
    return fleet;
  }

  private constructor(file: string, environment: Record<string, string>) {
    this.#file = file;
    this.#environment = environment;
  }

  get size(): number {
    return this.#running.length;
  }

  /** Tells where a server is from now on. */
  set onMoved(onMoved: (number: number, server: ServerProcess) => void) {
    this.#onMoved = onMoved;
  }

  server(number: number): ServerProcess {
    const server = this.#running[number % this.#running.length];
    if (server === undefined) throw new Error("The fleet has no servers.");
    return server;
  }

  /** Kills servers at one moment; while they are away `meanwhile` runs, and then they are started again. */
  async kill(numbers: readonly number[], meanwhile: () => Promise<void>): Promise<void> {
    await Promise.all(numbers.map((number) => this.server(number).kill()));
    await meanwhile();
    for (const number of numbers) await this.#restart(number);
  }

  /** Stops one in order and starts it again; rejects when it says that not all was saved. */
  async restart(number: number): Promise<void> {
    const code = await this.server(number).terminate();
    if (code !== 0) throw new Error(`A server that was asked to stop ended with ${code}.`);
    await this.#restart(number);
  }

  async killAll(): Promise<void> {
    await Promise.all(this.#running.map((server) => server.kill()));
  }

  async #restart(number: number): Promise<void> {
    const server = await this.#startOne();
    this.#running[number % this.#running.length] = server;
    this.#onMoved(number, server);
  }

  #startOne(): Promise<ServerProcess> {
    return startProcess(this.#file, this.#environment);
  }
}
