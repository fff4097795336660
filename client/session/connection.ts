import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { type Awareness, encodeAwarenessUpdate } from "y-protocols/awareness";
import { messageYjsSyncStep2 } from "y-protocols/sync";
import { WebsocketProvider } from "y-websocket";
import type * as Y from "yjs";
import { closeCode } from "#shared/protocol/close-codes.ts";
import { bearerPrefix, messageType, subprotocol } from "#shared/protocol/messages.ts";

/** How the wire stands. `closed` is for good: the server said why, and coming back by itself would not help. */
export type ConnectionState =
  | Readonly<{ kind: "connecting" | "online" | "offline" }>
  | Readonly<{ kind: "closed"; code: number }>;

export type ConnectionOptions = Readonly<{
  /** WebSocket URL of the sync endpoint, without the room. */
  url: string;
  mapId: string;
  /** What stands in the address behind the room. */
  params?: Readonly<Record<string, string>> | undefined;
  token: string;
  ydoc: Y.Doc;
  awareness: Awareness;
  /** Trades the link for a fresh token; undefined where that was refused. */
  renewToken: () => Promise<string | undefined>;
  onState: (state: ConnectionState) => void;
  /** The server echoed a barrier. */
  onBarrier: (sequence: number) => void;
  /** The server refused a write of this client. */
  onDenied: () => void;
  /** Calls `apply` to bring in `update`, all that this replica lacked when it connected; so much is rather kept as it came. */
  takeIn: (update: Uint8Array, apply: () => void) => void;
}>;

/** Reconnecting is spread at random up to this, so that a restart does not bring everybody back at once. */
const maxReconnectDelayMs = 15_000;
const firstReconnectDelayMs = 300;

/** The y-websocket provider with what it lacks: jitter, token renewal, the save barrier, and when all was uploaded. */
export class Connection {
  readonly #options: ConnectionOptions;
  readonly #provider: WebsocketProvider;
  readonly #reconnectNow = (): void => this.#connect();
  #attempts = 0;
  #timer: number | undefined;
  #hasAnswered = false;
  #isDisposed = false;
  /** Closed for good, or waiting for a new token: nothing else may reconnect. */
  #isHeld = false;
  /** A fresh token was of no use: it is not the token that is at fault. */
  #hasRenewed = false;

  constructor(options: ConnectionOptions) {
    this.#options = options;
    this.#provider = new WebsocketProvider(options.url, options.mapId, options.ydoc, {
      awareness: options.awareness,
      params: { ...options.params },
      protocols: protocolsFor(options.token),
      connect: false,
      // Tabs may hold different roles; only the server may carry edits between them.
      disableBc: true,
    });
    this.#listen();
    options.onState({ kind: "connecting" });
    this.#provider.connect();
    window.addEventListener("online", this.#reconnectNow);
  }

  /** Asks the server to echo `sequence` once all it has been sent is on disk. */
  sendBarrier(sequence: number): void {
    const socket = this.#provider.ws;
    if (!socket || socket.readyState !== socket.OPEN) return;
    const payload = encoding.createEncoder();
    encoding.writeVarUint(payload, sequence);
    const message = encoding.createEncoder();
    encoding.writeVarUint(message, messageType.barrier);
    encoding.writeVarUint8Array(message, encoding.toUint8Array(payload));
    socket.send(encoding.toUint8Array(message));
  }

  dispose(): void {
    this.#isDisposed = true;
    window.clearTimeout(this.#timer);
    window.removeEventListener("online", this.#reconnectNow);
    this.#options.awareness.off("update", this.#sendOwnState);
    this.#provider.destroy();
  }

  #listen(): void {
    const provider = this.#provider;
    const { awareness, onState, onBarrier, onDenied, renewToken } = this.#options;
    const handlers = provider.messageHandlers;
    handlers[messageType.barrier] = (_encoder, decoder) => {
      onBarrier(decoding.readVarUint(decoding.createDecoder(decoding.readVarUint8Array(decoder))));
    };
    handlers[messageType.auth] = () => {
      onDenied();
      // What was refused may have been allowed once; asking again says what is.
      void renewToken();
    };
    const readSync = handlers[messageType.sync];
    handlers[messageType.sync] = (encoder, decoder, ...rest) => {
      const answer = readAnswer(decoder);
      const apply = () => readSync?.(encoder, decoder, ...rest);
      if (answer) this.#takeIn(answer, apply);
      else apply();
      // Something was written beyond the opcode: the answer to the server's question what it lacks.
      if (encoding.length(encoder) > 1) this.#answered();
    };
    // The library sends every state it hears of back to the server, so n people would cost n² messages.
    awareness.off("update", provider._awarenessUpdateHandler);
    awareness.on("update", this.#sendOwnState);
    // A turn later: this comes while the answer is taken in, and what is written upon it must be sent and kept.
    provider.on("sync", () => queueMicrotask(() => this.#tellIfOnline()));
    provider.on("connection-close", (event) => this.#closed(event?.code));
    provider.on("closed", ({ code }) => void this.#closedForGood(code));
    provider.on("status", ({ status }) => {
      if (status === "connecting" && this.#attempts === 0) onState({ kind: "connecting" });
    });
  }

  /** The provider sends what others wrote to nobody, yet Yjs encodes it for whoever listens. */
  #takeIn(answer: Uint8Array, apply: () => void): void {
    const { ydoc, takeIn } = this.#options;
    ydoc.off("update", this.#provider._updateHandler);
    try {
      takeIn(answer, apply);
    } finally {
      if (!this.#isDisposed) ydoc.on("update", this.#provider._updateHandler);
    }
  }

  readonly #sendOwnState = ({
    added,
    updated,
    removed,
  }: Readonly<Record<string, readonly number[]>>): void => {
    const { awareness, ydoc } = this.#options;
    const isOwn = [added, updated, removed].some((ids) => ids?.includes(ydoc.clientID));
    const socket = this.#provider.ws;
    if (!isOwn || !socket || socket.readyState !== socket.OPEN) return;
    const message = encoding.createEncoder();
    encoding.writeVarUint(message, messageType.awareness);
    encoding.writeVarUint8Array(message, encodeAwarenessUpdate(awareness, [ydoc.clientID]));
    socket.send(encoding.toUint8Array(message));
  };

  /** The answer is sent when the handler returns, so what counts on it waits a turn. */
  #answered(): void {
    this.#hasAnswered = true;
    queueMicrotask(() => this.#tellIfOnline());
  }

  #tellIfOnline(): void {
    if (!this.#provider.synced || !this.#hasAnswered || this.#isDisposed) return;
    this.#attempts = 0;
    this.#hasRenewed = false;
    this.#options.onState({ kind: "online" });
  }

  #closed(code: number | undefined): void {
    this.#hasAnswered = false;
    if (this.#isDisposed || isFinal(code)) return;
    this.#options.onState({ kind: "offline" });
    this.#provider.shouldConnect = false;
    this.#attempts++;
    if (code === closeCode.resync) void this.#renewAndConnect(code);
    else this.#connectLater();
  }

  #connectLater(): void {
    const longest = Math.min(maxReconnectDelayMs, firstReconnectDelayMs * 2 ** this.#attempts);
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(this.#reconnectNow, Math.random() * longest);
  }

  async #closedForGood(code: number): Promise<void> {
    const isOfRights = code === closeCode.unauthenticated || code === closeCode.forbidden;
    this.#isHeld = true;
    if (!isOfRights || this.#hasRenewed) return this.#options.onState({ kind: "closed", code });
    this.#options.onState({ kind: "offline" });
    await this.#renewAndConnect(code);
  }

  /** The right by which this page came in is another now, or none: the link is traded again before coming back. */
  async #renewAndConnect(code: number): Promise<void> {
    this.#isHeld = true;
    this.#hasRenewed = true;
    const token = await this.#options.renewToken();
    if (this.#isDisposed) return;
    if (token === undefined) return this.#options.onState({ kind: "closed", code });
    this.#provider.protocols = protocolsFor(token);
    this.#isHeld = false;
    // With another role the page opens the map anew, and this connection is not wanted any more.
    this.#connectLater();
  }

  #connect(): void {
    window.clearTimeout(this.#timer);
    if (!this.#isDisposed && !this.#isHeld) this.#provider.connect();
  }
}

/** What the server answers to the question what this replica lacks; undefined where the message says something else. */
function readAnswer(decoder: decoding.Decoder): Uint8Array | undefined {
  const { pos } = decoder;
  const isAnswer = decoding.readVarUint(decoder) === messageYjsSyncStep2;
  const answer = isAnswer ? decoding.readVarUint8Array(decoder) : undefined;
  decoder.pos = pos;
  return answer;
}

function isFinal(code: number | undefined): boolean {
  return code !== undefined && code >= 4400 && code < 4500;
}

function protocolsFor(token: string): string[] {
  return [subprotocol, `${bearerPrefix}${token}`];
}
