import { once } from "node:events";
import { type AddressInfo, createServer, connect as dial, type Server, type Socket } from "node:net";
import { Seeded } from "../fuzz/seeded.ts";

/** One packet in so many is lost, and comes again after what TCP waits before it says it again. */
const lostOnceIn = 10;
const saidAgainAfterMs = 250;

/** A way to a server on this machine that loses packets, goes dead without a word, or is cut. */
export class BadLine {
  readonly #random: Seeded;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #losesPackets = true;

  static async to(port: number, seed: number): Promise<BadLine> {
    const line = new BadLine(port, seed);
    line.#server.listen(0, "127.0.0.1");
    await once(line.#server, "listening");
    return line;
  }

  private constructor(port: number, seed: number) {
    this.#random = new Seeded(seed);
    this.#server = createServer((near) => {
      const far = dial(port, "127.0.0.1");
      this.#join(near, far);
      this.#join(far, near);
    });
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** From now on every packet gets through at once. */
  heal(): void {
    this.#losesPackets = false;
  }

  /** Nothing more goes either way on what is open now, and neither end is told. */
  goDead(): void {
    for (const socket of this.#sockets) socket.pause().removeAllListeners("close");
  }

  /** Both ends of all that is open now are told that it is over. */
  cut(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  end(): void {
    this.cut();
    this.#server.close();
  }

  #join(from: Socket, to: Socket): void {
    this.#sockets.add(from);
    from.on("error", () => undefined); // told by `close`
    from.on("close", () => {
      this.#sockets.delete(from);
      to.destroy();
    });
    from.on("data", (chunk: Buffer) => {
      to.write(chunk);
      if (!this.#losesPackets || !this.#random.isOnceIn(lostOnceIn)) return;
      // TCP keeps the order, so what comes after a lost packet waits for it.
      from.pause();
      setTimeout(() => from.resume(), saidAgainAfterMs);
    });
  }
}
