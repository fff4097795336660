import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";

/** One person's way to the server, which can be cut and mended while everybody else's holds. */
export class CuttableWire {
  readonly #listener: Server;
  readonly #sockets = new Set<Socket>();
  readonly #url: URL;
  #isCut = false;

  private constructor(serverUrl: URL) {
    this.#url = new URL(serverUrl);
    this.#listener = createServer((near) => {
      if (this.#isCut) {
        near.destroy();
        return;
      }
      const far = connect(Number(serverUrl.port), serverUrl.hostname);
      for (const [socket, other] of [
        [near, far],
        [far, near],
      ] as const) {
        this.#sockets.add(socket);
        socket.pipe(other);
        socket.on("error", () => other.destroy());
        socket.on("close", () => {
          this.#sockets.delete(socket);
          other.destroy();
        });
      }
    });
  }

  static async to(serverUrl: string): Promise<CuttableWire> {
    const wire = new CuttableWire(new URL(serverUrl));
    wire.#listener.listen(0, "127.0.0.1");
    await once(wire.#listener, "listening");
    wire.#url.hostname = "127.0.0.1";
    wire.#url.port = String((wire.#listener.address() as AddressInfo).port);
    return wire;
  }

  /** The same link by way of this wire. */
  linkThrough(link: string): string {
    const through = new URL(link);
    through.host = this.#url.host;
    return through.href;
  }

  cut(): void {
    this.#isCut = true;
    for (const socket of this.#sockets) socket.destroy();
  }

  mend(): void {
    this.#isCut = false;
  }

  close(): void {
    this.cut();
    this.#listener.close();
  }
}
