import * as Y from "yjs";
import { writeUpdate } from "./codec.ts";

/** One frame for everybody but `onlyAuthor`, who wrote all of it. */
export type OutgoingFrame<Author> = Readonly<{ frame: Uint8Array; onlyAuthor: Author | undefined }>;

type Entry<Author> = Readonly<{ update: Uint8Array; author: Author | undefined }>;

/** Merging costs more than it saves on large updates; above this a new frame is begun. */
const maxMergedBytes = 256 * 1024;

/**
 * Updates of one turn of the event loop, to leave as few frames: a frame to a client costs far more than its bytes.
 */
export class Outbox<Author> {
  #updates: Entry<Author>[] = [];

  add(update: Uint8Array, author: Author | undefined): void {
    this.#updates.push({ update, author });
  }

  /** Empties the box into frames, in order. */
  takeFrames(): readonly OutgoingFrame<Author>[] {
    const frames: OutgoingFrame<Author>[] = [];
    let batch: Entry<Author>[] = [];
    let bytes = 0;
    for (const entry of this.#updates) {
      if (bytes > 0 && bytes + entry.update.byteLength > maxMergedBytes) {
        frames.push(toFrame(batch));
        batch = [];
        bytes = 0;
      }
      batch.push(entry);
      bytes += entry.update.byteLength;
    }
    if (batch.length > 0) frames.push(toFrame(batch));
    this.#updates = [];
    return frames;
  }
}

function toFrame<Author>(batch: readonly Entry<Author>[]): OutgoingFrame<Author> {
  const [first] = batch;
  const updates = batch.map((entry) => entry.update);
  const isByOne = batch.every((entry) => entry.author === first?.author);
  const merged = updates.length === 1 && first !== undefined ? first.update : Y.mergeUpdates(updates);
  return { frame: writeUpdate(merged), onlyAuthor: isByOne ? first?.author : undefined };
}
