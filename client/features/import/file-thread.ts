import type { MapRecord, PlainMap, Point } from "#shared/model/index.ts";
import { unpackPlainMap } from "../../canvas/packed-map.ts";
import { inIdleTime } from "../../session/idle-time.ts";
import type { FileReply, FileWord } from "./file-desk.ts";
import type { FileAnswer, FileToRead, ReadMaps } from "./read-file.ts";

/** Some ten times what the largest files take. */
const deadlineMs = 60_000;
/** The thread is told as many records of the open map at once, which takes the page a millisecond or two. */
const recordsAPart = 500;

type Unanswered = "too-slow" | "failed";
type ReplyTo<Type extends FileReply["type"]> = Extract<FileReply, { type: Type }>;

/**
 * Another thread that reads one file and keeps what it read, until the signal ends it. One question at a time.
 */
export class FileThread {
  readonly #worker: Worker;
  readonly #signal: AbortSignal;
  #giveUp: () => void = () => undefined;

  constructor(signal: AbortSignal) {
    this.#worker = new Worker(new URL("./read-file-worker.ts", import.meta.url), { type: "module" });
    this.#signal = signal;
    signal.addEventListener("abort", () => {
      this.#worker.terminate();
      this.#giveUp();
    });
  }

  /** Tells it what is on the open map, part by part while the page has nothing else to do. */
  async know(records: Iterable<MapRecord>): Promise<void> {
    // As it is now, though others go on with it.
    const all = [...records];
    for (let at = 0; at < all.length; at += recordsAPart) {
      await new Promise<void>((resolve) => inIdleTime(() => resolve()));
      if (this.#signal.aborted) return;
      this.#tell({ type: "known", records: JSON.stringify(all.slice(at, at + recordsAPart)) });
    }
  }

  async read(file: FileToRead): Promise<FileAnswer | Unanswered> {
    const reply = await this.#ask<"read">({ type: "read", file });
    return typeof reply === "string" ? reply : (reply.answer ?? "failed");
  }

  /** What it read, in pieces that can be brought in one after the other; throws where one does not come. */
  async *pieces(of: keyof ReadMaps, move: Point): AsyncGenerator<PlainMap> {
    for (let index = 0; ; index++) {
      const reply = await this.#ask<"piece">({ type: "piece", wanted: { of, index, move } });
      if (typeof reply === "string") throw new Error("The thread that has read the file does not answer.");
      if (reply.map === undefined) return;
      yield unpackPlainMap(reply.map);
    }
  }

  #ask<Type extends FileReply["type"]>(
    question: Extract<FileWord, { type: Type }>,
  ): Promise<Unanswered | ReplyTo<Type>> {
    return new Promise((resolve) => {
      const timer = window.setTimeout(() => resolve("too-slow"), deadlineMs);
      const end = (reply: Unanswered | ReplyTo<Type>): void => {
        window.clearTimeout(timer);
        resolve(reply);
      };
      this.#giveUp = () => end("failed");
      this.#worker.onmessage = ({ data }: MessageEvent<ReplyTo<Type>>) => end(data);
      this.#worker.onerror = this.#giveUp;
      this.#tell(question);
    });
  }

  #tell(word: FileWord): void {
    this.#worker.postMessage(word);
  }
}
