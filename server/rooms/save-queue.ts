import type { RoomId } from "#shared/protocol/rooms.ts";
import type { Log } from "../logging.ts";
import { type DocumentStore, type Scheduler, StoreError } from "./ports.ts";
import type { SavePace } from "./save-pace.ts";

/**
 * A record that nobody has seen yet, where a clear refusal is better than a promise: it is given up after one failed
 * attempt. `onCommitted` runs before anything learns that the log has grown, so that whoever takes the document for
 * the log's content finds the record in it.
 */
export type Trial = Readonly<{ onCommitted: () => void; onFailed: (error: StoreError) => void }>;

type Waiting = Readonly<{ ticket: number; record: Uint8Array; trial: Trial | undefined; since: number }>;
type Promised = Readonly<{ ticket: number; onSaved: () => void }>;

const firstRetryMs = 100;
const lastRetryMs = 5_000;
/** Bounds one transaction, so that a long queue after an outage does not become one huge write. */
const maxBatchBytes = 4 * 1024 * 1024;

/**
 * What a room holds that is not on disk yet. One batch is in flight at a time, so batches grow under load; a failed
 * batch is tried again until it succeeds, because what is in the room has been seen by people.
 */
export class SaveQueue {
  readonly #id: RoomId;
  readonly #store: DocumentStore;
  readonly #scheduler: Scheduler;
  readonly #pace: SavePace;
  readonly #log: Log;
  readonly #onCommitted: (records: readonly Uint8Array[], head: number) => void;
  #waiting: Waiting[] = [];
  #promised: Promised[] = [];
  /** Of the record queued last; tickets only rise, and what waits is in their order. */
  #ticket = 0;
  #bytes = 0;
  #inFlight = false;
  /** In flight, but still here. */
  #isPaced = false;
  /** How many of those that wait are trials. */
  #trials = 0;
  #retryMs = firstRetryMs;
  #failure: StoreError | undefined;

  constructor(
    id: RoomId,
    store: DocumentStore,
    scheduler: Scheduler,
    pace: SavePace,
    log: Log,
    onCommitted: (records: readonly Uint8Array[], head: number) => void,
  ) {
    this.#id = id;
    this.#store = store;
    this.#scheduler = scheduler;
    this.#pace = pace;
    this.#log = log;
    this.#onCommitted = onCommitted;
  }

  /** Bytes that would be lost if the process died now. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Records that wait. */
  get length(): number {
    return this.#waiting.length;
  }

  /** When the one that has waited longest was queued. */
  get oldestAt(): number | undefined {
    return this.#waiting[0]?.since;
  }

  /** Why the last attempt to save failed, while that stands. */
  get failure(): StoreError | undefined {
    return this.#failure;
  }

  get isEmpty(): boolean {
    return this.#waiting.length === 0;
  }

  /** Queues one record; what is not a `trial` is tried until it is saved. */
  add(record: Uint8Array, trial?: Trial): void {
    this.#ticket++;
    this.#waiting.push({ ticket: this.#ticket, record, trial, since: this.#scheduler.elapsed() });
    this.#bytes += record.byteLength;
    if (trial !== undefined) this.#trials++;
    this.#pump();
    this.#hurryIfAwaited();
  }

  /** Calls back once everything queued so far is committed; at once when it is. */
  whenSaved(onSaved: () => void): void {
    if (this.isEmpty) {
      onSaved();
      return;
    }
    this.#promised.push({ ticket: this.#ticket, onSaved });
    this.#hurryIfAwaited();
  }

  #pump(): void {
    if (this.#inFlight || this.#waiting.length === 0) return;
    this.#inFlight = true;
    this.#isPaced = true;
    this.#pace.await(() => {
      this.#isPaced = false;
      // Storing itself is retried below; what lands here is whoever was told of it.
      this.#save().catch((error: unknown) =>
        this.#log.error("What waited for saving failed.", { map: this.#id, error }),
      );
    });
    this.#hurryIfAwaited();
  }

  /** Whoever asked whether all is saved is told as soon as can be, and so is whoever made an edit that nobody has seen. */
  #hurryIfAwaited(): void {
    if (this.#isPaced && (this.#promised.length > 0 || this.#trials > 0)) this.#pace.hurry();
  }

  async #save(): Promise<void> {
    const batch = this.#nextBatch();
    const records = batch.map((entry) => entry.record);
    let head: number;
    try {
      head = await this.#store.append(this.#id, records);
    } catch (error) {
      this.#retryLater(batch, asStoreError(error));
      return;
    }
    if (this.#failure !== undefined) this.#log.info("Saving works again.", { map: this.#id });
    this.#failure = undefined;
    this.#retryMs = firstRetryMs;
    this.#inFlight = false;
    this.#drop(batch);
    for (const { trial } of batch) trial?.onCommitted();
    this.#onCommitted(records, head);
    this.#answer();
    this.#pump();
  }

  #nextBatch(): readonly Waiting[] {
    let bytes = 0;
    let count = 0;
    for (const { record } of this.#waiting) {
      if (count > 0 && bytes + record.byteLength > maxBatchBytes) break;
      bytes += record.byteLength;
      count++;
    }
    return this.#waiting.slice(0, count);
  }

  #drop(done: readonly Waiting[]): void {
    const tickets = new Set(done.map((entry) => entry.ticket));
    this.#waiting = this.#waiting.filter((entry) => !tickets.has(entry.ticket));
    for (const { record, trial } of done) {
      this.#bytes -= record.byteLength;
      if (trial !== undefined) this.#trials--;
    }
  }

  #answer(): void {
    const firstWaiting = this.#waiting[0]?.ticket ?? Number.POSITIVE_INFINITY;
    const due = this.#promised.filter((promised) => promised.ticket < firstWaiting);
    this.#promised = this.#promised.filter((promised) => promised.ticket >= firstWaiting);
    for (const { onSaved } of due) onSaved();
  }

  #retryLater(batch: readonly Waiting[], error: StoreError): void {
    this.#failure = error;
    this.#log.error("Saving failed; it will be tried again.", {
      map: this.#id,
      code: error.code,
      waitingBytes: this.#bytes,
      retryMs: this.#retryMs,
      error,
    });
    const givenUp = batch.filter((entry) => entry.trial !== undefined);
    this.#drop(givenUp);
    this.#scheduler.after(this.#retryMs, () => {
      this.#inFlight = false;
      this.#pump();
    });
    this.#retryMs = Math.min(this.#retryMs * 2, lastRetryMs);
    for (const { trial } of givenUp) trial?.onFailed(error);
    this.#answer();
  }
}

function asStoreError(error: unknown): StoreError {
  return error instanceof StoreError ? error : new StoreError("failed", "The store failed.", error);
}
