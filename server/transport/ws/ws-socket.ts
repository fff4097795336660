import type { Socket as NetSocket } from "node:net";
import { WebSocket } from "ws";
import { type CloseCode, closeCode } from "#shared/protocol/close-codes.ts";
import { limits } from "#shared/protocol/limits.ts";
import type { Connection, Meter, Scheduler, Socket } from "../../rooms/index.ts";
import { Allowance } from "../allowance.ts";
import { frameOnce, maxFramedBytes } from "./frame-once.ts";

/** A close reason may have 123 bytes; ours are plain ASCII. */
const maxReasonBytes = 123;

export type WsSocketOptions = Readonly<{
  scheduler: Scheduler;
  /** The connection under the WebSocket. */
  line: Pick<NetSocket, "bytesRead" | "write">;
  meter: Meter;
  onClosed: () => void;
}>;

/**
 * A WebSocket as a room wants it. It reads nothing until `start`: what the client sends while its map is loaded waits
 * in the network, not in our memory. Over its rate a client waits too; nothing it sends is ever thrown away.
 */
export class WsSocket implements Socket {
  readonly #ws: WebSocket;
  readonly #scheduler: Scheduler;
  readonly #meter: Meter;
  #connection: Connection | undefined;
  readonly #messages: Allowance;
  readonly #bytes: Allowance;
  readonly #line: WsSocketOptions["line"];
  #bytesSeen = 0;

  /** Listens at once, so that nothing the client does goes unnoticed while others decide what to do with it. */
  constructor(ws: WebSocket, { scheduler, line, meter, onClosed }: WsSocketOptions) {
    this.#ws = ws;
    this.#line = line;
    this.#meter = meter;
    this.#scheduler = scheduler;
    this.#messages = new Allowance(limits.messagesPerSecond, limits.messageBurst, scheduler.elapsed());
    this.#bytes = new Allowance(limits.bytesPerSecond, limits.byteBurst, scheduler.elapsed());
    ws.binaryType = "nodebuffer";
    ws.on("message", (data: Buffer, isBinary) => this.#receive(data, isBinary));
    ws.on("error", (error) => this.#noteError(error)); // a broken frame or line; `close` follows
    ws.on("close", () => this.#connection?.leave());
    ws.on("close", onClosed);
    ws.pause();
  }

  get bufferedBytes(): number {
    return this.#ws.bufferedAmount;
  }

  get isOpen(): boolean {
    return this.#ws.readyState === WebSocket.OPEN;
  }

  /** At once where it is closed already. */
  onceClosed(task: () => void): void {
    if (this.#ws.readyState === WebSocket.CLOSED) task();
    else this.#ws.once("close", task);
  }

  /** Begins to read; from now on frames go to `connection`. */
  start(connection: Connection): void {
    this.#connection = connection;
    if (this.isOpen) this.#ws.resume();
    else connection.leave();
  }

  send(frame: Uint8Array): void {
    if (!this.isOpen) return;
    this.#meter.frameSent(frame.byteLength);
    // Nothing is compressed, so `ws` writes at once whatever it writes, and what we write beside it keeps its place.
    if (frame.byteLength <= maxFramedBytes) this.#line.write(frameOnce(frame));
    else this.#ws.send(frame, () => undefined); // a failed send is followed by `close`
  }

  close(code: CloseCode, reason: string): void {
    if (this.isOpen) this.#meter.connectionClosed(code);
    // The client's answer to the closing has to be read, else the line stays until it times out.
    this.#ws.resume();
    this.#ws.close(code, reason.slice(0, maxReasonBytes));
  }

  /**
   * Asks whether the other end is still there; ends the line when nothing came since the last time. Its answer cannot
   * overtake a frame that it is sending, and a large one takes minutes on a slow line: any byte is a sign of life.
   */
  checkAlive(): void {
    if (this.#ws.isPaused) return;
    const { bytesRead } = this.#line;
    if (bytesRead === this.#bytesSeen) {
      this.#ws.terminate();
      return;
    }
    this.#bytesSeen = bytesRead;
    this.#ws.ping();
  }

  #receive(data: Buffer, isBinary: boolean): void {
    if (!this.isOpen) return;
    this.#meter.frameReceived(data.byteLength);
    if (!isBinary) {
      this.#meter.frameRejected("text");
      this.close(closeCode.malformed, "Text frames are not part of this protocol.");
      return;
    }
    this.#connection?.receive(data);
    this.#holdBackIfFast(data.byteLength);
  }

  /** `ws` refuses by itself what is too large or no WebSocket frame, before we see it. */
  #noteError(error: Error): void {
    if (!("code" in error) || typeof error.code !== "string" || !error.code.startsWith("WS_ERR_")) return;
    this.#meter.frameRejected(error.code === "WS_ERR_UNSUPPORTED_MESSAGE_LENGTH" ? "too-big" : "malformed");
  }

  #holdBackIfFast(bytes: number): void {
    const now = this.#scheduler.elapsed();
    const waitMs = Math.max(this.#messages.take(1, now), this.#bytes.take(bytes, now));
    if (waitMs === 0 || this.#ws.isPaused || !this.isOpen) return;
    this.#ws.pause();
    this.#meter.heldBack();
    this.#scheduler.after(waitMs, () => {
      if (this.isOpen) this.#ws.resume();
    });
  }
}
