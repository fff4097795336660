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
  /** Off: frames wait until `read`, so that what this person writes may overtake his answers, as it does on the wire. */
  readsAtOnce = true;
  #inbox: Uint8Array[] = [];
  #client: BenchClient | undefined;

  constructor(now: () => number = () => 1) {
    this.map = new ArgumentDoc(this.ydoc, now);
    this.ydoc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin !== "server") this.#client?.connection.receive(updateFrame(update));
    });
  }

  /** Whether the server has been told on this connection all that was done before it. */
  hasAnswered = false;

  get isConnected(): boolean {
    return this.#client !== undefined;
  }

  /** Pretends that so much of what the server sent has not got through yet. */
  set backlog(bytes: number) {
    if (this.#client !== undefined) this.#client.socket.bufferedBytes = bytes;
  }

  /** The close code that ended the last connection. */
  closedWith: number | undefined;

  async connect(bench: RoomBench, role?: Role): Promise<void> {
    const client = await bench.join(role);
    this.#client = client;
    this.hasAnswered = false;
    this.closedWith = undefined;
    const { socket, connection } = client;
    socket.onFrame = (frame) => {
      if (this.#client !== client) return;
      this.#inbox.push(frame);
      if (this.readsAtOnce) this.read();
    };
    socket.onClose = () => {
      if (this.#client === client) this.#client = undefined;
      this.closedWith = socket.closed?.code;
      connection.leave();
    };
    // What the server said while we were let in.
    this.#inbox = socket.frames.splice(0);
    if (this.readsAtOnce) this.read();
    connection.receive(askFrame(Y.encodeStateVector(this.ydoc)));
  }

  /** The line breaks. */
  drop(): void {
    const client = this.#client;
    this.#client = undefined;
    this.#inbox = [];
    client?.connection.leave();
  }

  sendBarrier(payload: number): void {
    this.#client?.connection.receive(barrierFrame(Uint8Array.of(payload)));
  }

  /** Takes in what has come. */
  read(): void {
    const client = this.#client;
    for (
      let next = this.#inbox.shift();
      next !== undefined && client !== undefined;
      next = this.#inbox.shift()
    )
      this.#receive(client, next);
  }

  #receive(client: BenchClient, bytes: Uint8Array): void {
    const frame = readServerFrame(bytes);
    switch (frame.type) {
      case "ask":
        client.connection.receive(answerFrame(Y.encodeStateAsUpdate(this.ydoc, frame.bytes)));
        this.hasAnswered = true;
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
