import { connect, type Socket } from "node:net";
import { bearerPrefix, subprotocol } from "#shared/protocol/messages.ts";
import { syncPath } from "#shared/protocol/rooms.ts";

/** RFC 6455: the last frame of a message, of bytes; and the one that ends the line. */
const binaryHead = 0x82;
const closeOpcode = 0x8;
const pingOpcode = 0x9;
const pongHead = 0x8a;
const opcodeBits = 0x0f;
const maskedBit = 0x80;
/** A client has to mask what it sends; this mask changes nothing. */
const mask = Buffer.alloc(4);
const twoByteLength = 126;
const eightByteLength = 127;
/** What a closed line tells that never said why. */
const closedWithoutWord = 1006;
const letIn = Buffer.from("HTTP/1.1 101 ");
const endOfHead = Buffer.from("\r\n\r\n");

export type LineOptions = Readonly<{ port: number; room: string; token: string; address: string }>;

/**
 * A WebSocket with nothing to it: a fuzzer opens hundreds of thousands of them, and the time that a proper one takes
 * would be most of its run.
 */
export class BareLine {
  /** Resolves with the close code. */
  readonly closed: Promise<number>;
  readonly #socket: Socket;
  readonly #onFrame: (frame: Buffer) => void;
  #rest: Buffer = Buffer.alloc(0);
  #isOpen = false;
  #code = closedWithoutWord;

  /** Resolves when the server has let it in. What is to be sent `first` goes along with the question. */
  static open(
    options: LineOptions,
    onFrame: (frame: Buffer) => void,
    first: readonly Uint8Array[] = [],
  ): Promise<BareLine> {
    return new Promise((resolve, reject) => {
      const socket = connect({ port: options.port, host: "127.0.0.1", noDelay: true });
      const line = new BareLine(socket, onFrame, () => resolve(line));
      socket.once("error", reject);
      socket.once("close", () => reject(new Error("A connection was not let in.")));
      socket.write(Buffer.concat([Buffer.from(upgradeOf(options)), asFrames(first)]));
    });
  }

  private constructor(socket: Socket, onFrame: (frame: Buffer) => void, onOpen: () => void) {
    this.#socket = socket;
    this.#onFrame = onFrame;
    socket.on("error", () => undefined); // told by `closed`
    socket.on("data", (chunk: Buffer) => this.#take(chunk, onOpen));
    this.closed = new Promise((resolve) => {
      socket.once("close", () => resolve(this.#code));
    });
  }

  /** Sends each as a frame of its own, in one packet. */
  send(...frames: readonly Uint8Array[]): void {
    this.#socket.write(asFrames(frames));
  }

  /** Ends it from here, in order. */
  close(code: number): void {
    this.#code = code;
    this.#answerClose();
  }

  #take(chunk: Buffer, onOpen: () => void): void {
    this.#rest = this.#rest.byteLength === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    if (!this.#isOpen) {
      const end = this.#rest.indexOf(endOfHead);
      if (end < 0) return;
      if (!this.#rest.subarray(0, letIn.byteLength).equals(letIn)) {
        this.#socket.destroy();
        return;
      }
      this.#rest = this.#rest.subarray(end + endOfHead.byteLength);
      this.#isOpen = true;
      onOpen();
    }
    for (let frame = this.#next(); frame !== undefined; frame = this.#next()) {
      this.#read(frame.opcode, frame.body);
    }
  }

  #read(opcode: number, body: Buffer): void {
    switch (opcode) {
      case pingOpcode:
        this.#socket.write(Buffer.concat([headOf(pongHead, 0), mask]));
        return;
      case closeOpcode:
        if (body.byteLength >= 2) this.#code = body.readUInt16BE(0);
        this.#answerClose();
        return;
      default:
        this.#onFrame(body);
    }
  }

  #next(): Readonly<{ opcode: number; body: Buffer }> | undefined {
    const rest = this.#rest;
    if (rest.byteLength < 2) return undefined;
    let [at, length] = [2, rest[1] ?? 0];
    if (length >= twoByteLength) {
      at = length === twoByteLength ? 4 : 10;
      if (rest.byteLength < at) return undefined;
      length = length === twoByteLength ? rest.readUInt16BE(2) : Number(rest.readBigUInt64BE(2));
    }
    if (rest.byteLength < at + length) return undefined;
    this.#rest = rest.subarray(at + length);
    return { opcode: (rest[0] ?? 0) & opcodeBits, body: rest.subarray(at, at + length) };
  }

  #answerClose(): void {
    this.#socket.end(Buffer.concat([headOf(maskedBit | closeOpcode, 0), mask]));
  }
}

function asFrames(frames: readonly Uint8Array[]): Buffer {
  return Buffer.concat(frames.flatMap((frame) => [headOf(binaryHead, frame.byteLength), mask, frame]));
}

function headOf(first: number, length: number): Buffer {
  if (length < twoByteLength) return Buffer.of(first, maskedBit | length);
  if (length < 0x1_0000) return Buffer.of(first, maskedBit | twoByteLength, length >> 8, length & 0xff);
  const head = Buffer.alloc(10);
  head[0] = first;
  head[1] = maskedBit | eightByteLength;
  head.writeBigUInt64BE(BigInt(length), 2);
  return head;
}

function upgradeOf({ port, room, token, address }: LineOptions): string {
  return [
    `GET ${syncPath}/${room} HTTP/1.1`,
    `Host: 127.0.0.1:${port}`,
    "Connection: Upgrade",
    "Upgrade: websocket",
    "Sec-WebSocket-Version: 13",
    // The RFC's own example; what the server makes of it is not looked at.
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
    `Sec-WebSocket-Protocol: ${subprotocol}, ${bearerPrefix}${token}`,
    `X-Forwarded-For: ${address}`,
    "",
    "",
  ].join("\r\n");
}
