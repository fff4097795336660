import type { MapRecord, PlainMap, Point } from "#shared/model/index.ts";
import { unpackPlainMap } from "../../canvas/packed-map.ts";
import { inIdleTime } from "../../session/idle-time.ts";
import type { FileReply, FileWord } from "./file-desk.ts";
import type { FileAnswer, FileToRead, ReadMaps } from "./read-file.ts";

/** Some ten times what the largest files take. */
const deadlineMs = 60_000;
/** The thread is told as many records of the open map at once, which takes the page a millisecond or two. */
const recordsAPart = 500;
/** A page that is never idle does not keep a file from being read. */
const maxWaitMs = 200;

type Unanswered = "too-slow" | "failed";
type ReplyTo<Type extends FileReply["type"]> = Extract<FileReply, { type: Type }>;

/**
 * Another thread that reads one file and keeps what it read, until the signal ends it, or it fails or is too slow; from
 * then on it answers so at once.
 */
export class FileThread {
  readonly #worker: Worker;
  #ended: Unanswered | null = null;
  #giveUp: (how: Unanswered) => void = () => undefined;
  #lastTurn: Promise<unknown> = Promise.resolve();

  constructor(signal: AbortSignal) {
    this.#worker = new Worker(new URL("./read-file-worker.ts", import.meta.url), { type: "module" });
    // From the beginning: a program that cannot be fetched may say so before the first question.
    this.#worker.onerror = () => this.#end("failed");
    signal.addEventListener("abort", () => this.#end("failed"));
  }

  /** Tells it what is on the open map, part by part while the page has nothing else to do. */
  async know(records: Iterable<MapRecord>): Promise<void> {
    // As it is now, though others go on with it.
    const all = [...records];
    for (let at = 0; at < all.length; at += recordsAPart) {
      await idleTime();
      if (this.#ended) return;
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

  /** One question at a time, because replies do not say what they are to: nobody may wait for the last one any more. */
  #ask<Type extends FileReply["type"]>(
    question: Extract<FileWord, { type: Type }>,
  ): Promise<Unanswered | ReplyTo<Type>> {
    const answered = this.#lastTurn.then(() => this.#askNow<Type>(question));
    this.#lastTurn = answered;
    return answered;
  }

  #askNow<Type extends FileReply["type"]>(
    question: Extract<FileWord, { type: Type }>,
  ): Promise<Unanswered | ReplyTo<Type>> {
    if (this.#ended) return Promise.resolve(this.#ended);
    return new Promise((resolve) => {
      const timer = window.setTimeout(() => this.#end("too-slow"), deadlineMs);
      const answer = (reply: Unanswered | ReplyTo<Type>): void => {
        window.clearTimeout(timer);
        resolve(reply);
      };
      this.#giveUp = answer;
      this.#worker.onmessage = ({ data }: MessageEvent<ReplyTo<Type>>) => answer(data);
      this.#tell(question);
    });
  }

  #end(how: Unanswered): void {
    this.#ended ??= how;
    this.#worker.terminate();
    this.#giveUp(this.#ended);
  }

  #tell(word: FileWord): void {
    this.#worker.postMessage(word);
  }
}

/** Not waited for where nobody sees the page, which then has next to none. */
function idleTime(): Promise<void> {
  if (document.hidden) return Promise.resolve();
  return new Promise((resolve) => inIdleTime(() => resolve(), maxWaitMs));
}
