/** One server process, wherever it listens. */
export type FleetServer = Readonly<{ kill: () => Promise<void>; terminate: () => Promise<number | null> }>;

/** Server processes of one installation, by number. One that is killed comes back at another port. */
export class Fleet<Server extends FleetServer> {
  readonly #start: () => Promise<Server>;
  readonly #running: Server[] = [];
  readonly #onMoved: ((server: Server) => void)[][] = [];

  static async start<Server extends FleetServer>(
    size: number,
    start: () => Promise<Server>,
  ): Promise<Fleet<Server>> {
    const fleet = new Fleet(start);
    for (let number = 0; number < size; number++) {
      fleet.#running.push(await start());
      fleet.#onMoved.push([]);
    }
    return fleet;
  }

  private constructor(start: () => Promise<Server>) {
    this.#start = start;
  }

  server(number: number): Server {
    const server = this.#running[this.#index(number)];
    if (server === undefined) throw new Error("The fleet has no servers.");
    return server;
  }

  /** Tells where that server is from now on. */
  onMoved(number: number, tell: (server: Server) => void): void {
    this.#onMoved[this.#index(number)]?.push(tell);
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
    const server = await this.#start();
    this.#running[this.#index(number)] = server;
    for (const tell of this.#onMoved[this.#index(number)] ?? []) tell(server);
  }

  #index(number: number): number {
    return number % this.#running.length;
  }
}
