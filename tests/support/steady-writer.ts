import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { messageType } from "#shared/protocol/messages.ts";
import { barrierFrame } from "./frames.ts";
import type { ApiClient, TestMap } from "./test-server.ts";
import { protocolsOf } from "./wire-client.ts";

const writeEveryMs = 50;

/** A stock client that writes one key after the other, asks after each whether it is saved, and notes the answers. */
export class SteadyWriter {
  readonly ydoc: Y.Doc = new Y.Doc();
  readonly #name: string;
  readonly #provider: WebsocketProvider;
  readonly #timer: NodeJS.Timeout;
  #written = 0;
  #acknowledged = 0;
  #hasAnswered = false;

  static async create(name: string, server: ApiClient, map: TestMap): Promise<SteadyWriter> {
    const { token } = await server.openSession(map);
    return new SteadyWriter(name, server, map, token);
  }

  private constructor(name: string, server: ApiClient, map: TestMap, token: string) {
    this.#name = name;
    this.#provider = new WebsocketProvider(server.syncUrl, map.id, this.ydoc, {
      WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
      protocols: protocolsOf(token),
      disableBc: true,
      maxBackoffTime: 100,
    });
    this.#listen();
    this.#timer = setInterval(() => this.#write(), writeEveryMs);
  }

  /** Keys that the server has said are saved. */
  get acknowledged(): readonly string[] {
    return Array.from({ length: this.#acknowledged }, (_, index) => this.#key(index + 1));
  }

  get acknowledgedCount(): number {
    return this.#acknowledged;
  }

  get writtenCount(): number {
    return this.#written;
  }

  /** Keys written so far, whether or not the server knows of them. */
  get written(): readonly string[] {
    return Array.from({ length: this.#written }, (_, index) => this.#key(index + 1));
  }

  /** How many keys of anybody are here by now. */
  get known(): number {
    return this.ydoc.getMap("probe").size;
  }

  /** The server has come back elsewhere. */
  moveTo(server: ApiClient): void {
    this.#provider.serverUrl = server.syncUrl;
  }

  stopWriting(): void {
    clearInterval(this.#timer);
  }

  end(): void {
    this.stopWriting();
    this.#provider.destroy();
  }

  #key(number: number): string {
    return `${this.#name}-${number}`;
  }

  #write(): void {
    this.#written++;
    this.ydoc.getMap("probe").set(this.#key(this.#written), this.#written);
    const socket = this.#provider.ws;
    // Before the answer the server cannot know what was written offline, so its echo would say nothing of that.
    if (!this.#hasAnswered || socket?.readyState !== WebSocket.OPEN) return;
    const payload = encoding.encode((encoder) => encoding.writeVarUint(encoder, this.#written));
    socket.send(Uint8Array.from(barrierFrame(payload)));
  }

  #listen(): void {
    const handlers = this.#provider.messageHandlers;
    handlers[messageType.barrier] = (_encoder, decoder) => {
      const payload = decoding.createDecoder(decoding.readVarUint8Array(decoder));
      this.#acknowledged = Math.max(this.#acknowledged, decoding.readVarUint(payload));
    };
    const readSync = handlers[messageType.sync];
    handlers[messageType.sync] = (encoder, ...rest) => {
      readSync?.(encoder, ...rest);
      // Something beyond the opcode was written: the answer to what the server asked. It leaves when this returns.
      if (encoding.length(encoder) > 1) queueMicrotask(() => this.#noteAnswer());
    };
    this.#provider.on("connection-close", () => {
      this.#hasAnswered = false;
    });
  }

  #noteAnswer(): void {
    this.#hasAnswered = true;
  }
}
