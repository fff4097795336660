import * as Y from "yjs";
import { ArgumentDoc } from "#shared/doc/index.ts";
import type { Role } from "#shared/protocol/roles.ts";
import { answerFrame, askFrame, barrierFrame, readServerFrame, updateFrame } from "./frames.ts";
import type { BenchClient, RoomBench } from "./rooms.ts";

/** A person with a document of his own, who speaks the protocol as y-websocket does, over sockets in memory. */
export class BenchPeer {
  readonly ydoc = new Y.Doc();
  readonly map: ArgumentDoc;
  readonly denials: string[] = [];
  /** Payloads of the barriers echoed so far. */
  readonly saved: number[] = [];
  #client: BenchClient | undefined;

  constructor(now: () => number = () => 1) {
    this.map = new ArgumentDoc(this.ydoc, now);
    this.ydoc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin !== "server") this.#client?.connection.receive(updateFrame(update));
    });
  }

  get isConnected(): boolean {
    return this.#client !== undefined;
  }

  /** The close code that ended the last connection. */
  closedWith: number | undefined;

  async connect(bench: RoomBench, role?: Role): Promise<void> {
    const client = await bench.join(role);
    this.#client = client;
    this.closedWith = undefined;
    const { socket, connection } = client;
    socket.onFrame = (frame) => this.#receive(client, frame);
    socket.onClose = () => {
      if (this.#client === client) this.#client = undefined;
      this.closedWith = socket.closed?.code;
      connection.leave();
    };
    // What the server said while we were let in.
    for (const frame of socket.frames.splice(0)) this.#receive(client, frame);
    connection.receive(askFrame(Y.encodeStateVector(this.ydoc)));
  }

  /** The line breaks. */
  drop(): void {
    const client = this.#client;
    this.#client = undefined;
    client?.connection.leave();
  }

  sendBarrier(payload: number): void {
    this.#client?.connection.receive(barrierFrame(Uint8Array.of(payload)));
  }

  #receive(client: BenchClient, bytes: Uint8Array): void {
    if (this.#client !== client) return;
    const frame = readServerFrame(bytes);
    switch (frame.type) {
      case "ask":
        client.connection.receive(answerFrame(Y.encodeStateAsUpdate(this.ydoc, frame.bytes)));
        return;
      case "answer":
      case "update":
        Y.applyUpdate(this.ydoc, frame.bytes, "server");
        return;
      case "barrier":
        this.saved.push(frame.bytes[0] ?? -1);
        return;
      case "denied":
        this.denials.push(frame.reason);
        return;
      case "presence":
        return;
    }
  }
}
