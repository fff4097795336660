import { WebSocket } from "ws";
import * as Y from "yjs";
import { syncType } from "#shared/protocol/messages.ts";
import { hocuspocusAnswer, hocuspocusDialect, readHocuspocus } from "../../bench/server/dialects.ts";
import type { Writer } from "./world.ts";

const writeEveryMs = 50;
const comeBackAfterMs = 100;

/** As a steady writer, for Hocuspocus: one key after the other, each said to be saved by the status that it answers with. */
export class HocuspocusWriter implements Writer {
  readonly #name: string;
  readonly #room: string;
  readonly #ydoc = new Y.Doc();
  readonly #timer: NodeJS.Timeout;
  #url: string;
  #ws: WebSocket | undefined;
  #hasEnded = false;
  #hasAnswered = false;
  #written = 0;
  #acknowledged = 0;
  /** How far what was sent on this line went, in the order of the statuses that answer it. */
  #open: number[] = [];

  constructor(name: string, url: string, room: string) {
    this.#name = name;
    this.#url = url;
    this.#room = room;
    this.#ydoc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin !== "server") this.#send(hocuspocusDialect.update(room, update));
    });
    this.#connect();
    this.#timer = setInterval(() => this.#write(), writeEveryMs);
  }

  get acknowledged(): readonly string[] {
    return Array.from({ length: this.#acknowledged }, (_, index) => this.#key(index + 1));
  }

  get acknowledgedCount(): number {
    return this.#acknowledged;
  }

  get writtenCount(): number {
    return this.#written;
  }

  get known(): number {
    return this.#ydoc.getMap("probe").size;
  }

  moveTo(url: string): void {
    this.#url = url;
  }

  stopWriting(): void {
    clearInterval(this.#timer);
  }

  end(): void {
    this.stopWriting();
    this.#hasEnded = true;
    this.#ws?.terminate();
  }

  #key(number: number): string {
    return `${this.#name}-${number}`;
  }

  #write(): void {
    this.#written++;
    this.#ydoc.getMap("probe").set(this.#key(this.#written), this.#written);
  }

  #connect(): void {
    const ws = new WebSocket(this.#url);
    ws.on("open", () => {
      this.#ws = ws;
      this.#open = [];
      this.#hasAnswered = false;
      for (const frame of hocuspocusDialect.hello(this.#room)) ws.send(frame);
    });
    ws.on("message", (frame: Buffer) => this.#hear(frame));
    ws.on("error", () => undefined); // told by `close`
    ws.on("close", () => {
      this.#ws = undefined;
      if (!this.#hasEnded) setTimeout(() => this.#connect(), comeBackAfterMs);
    });
  }

  #hear(frame: Buffer): void {
    const heard = readHocuspocus(frame);
    switch (heard?.step) {
      case "acknowledged":
        this.#acknowledged = Math.max(this.#acknowledged, this.#open.shift() ?? 0);
        return;
      case syncType.step1:
        this.#hasAnswered = true;
        this.#send(hocuspocusAnswer(this.#room, Y.encodeStateAsUpdate(this.#ydoc, heard.bytes)));
        return;
      case syncType.step2:
      case syncType.update:
        Y.applyUpdate(this.#ydoc, heard.bytes, "server");
        return;
    }
  }

  #send(frame: Uint8Array): void {
    if (this.#ws?.readyState !== WebSocket.OPEN) return;
    // Before the answer the server cannot know what was written offline, so its status would say nothing of that.
    this.#open.push(this.#hasAnswered ? this.#written : 0);
    this.#ws.send(frame);
  }
}
