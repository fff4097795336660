import { limits } from "#shared/protocol/limits.ts";
import type { RoomId } from "#shared/protocol/rooms.ts";
import type { Log } from "../logging.ts";
import type { LiveDocument } from "./live-document.ts";
import type { Meter } from "./meter.ts";
import {
  type DocumentStore,
  type LogRecord,
  type Scheduler,
  type StoredDocument,
  StoreError,
} from "./ports.ts";
import type { SavePace } from "./save-pace.ts";
import { SaveQueue, type Trial } from "./save-queue.ts";

/** After a failed compaction the log is left to grow for this long. */
const compactionPauseMs = 60_000;

const neverStored: StoredDocument = { snapshot: undefined, snapshotSequence: 0, tail: [], head: 0 };

/** A record that says nothing; a snapshot can only be taken of a log that has grown. */
const emptyUpdate = Uint8Array.of(0, 0);

export type DocumentLogOptions = Readonly<{
  id: RoomId;
  store: DocumentStore;
  scheduler: Scheduler;
  pace: SavePace;
  log: Log;
  meter: Meter;
  document: LiveDocument;
  /** Where nothing was ever stored, the document is an empty one. */
  mayBeNew: boolean;
  /** Our records are committed; tell the other processes. */
  onCommitted: (first: number, records: readonly Uint8Array[]) => void;
  /** Something came in that other processes committed. */
  onForeign: () => void;
}>;

/** Keeps one open document and its stored log together: saving, compaction, and what other processes wrote. */
export class DocumentLog {
  readonly #options: DocumentLogOptions;
  readonly #queue: SaveQueue;
  /** Every record up to and including this one is in the document. */
  #head = 0;
  #tailRecords = 0;
  #tailBytes = 0;
  #isCompacting = false;
  #compactAfter = 0;
  #isLoaded = false;
  #catchingUp: Promise<void> | undefined;
  /** Something was heard of while we could not look, or looked already. */
  #mustLookAgain = false;

  constructor(options: DocumentLogOptions) {
    this.#options = options;
    const { id, store, scheduler, pace, log } = options;
    this.#queue = new SaveQueue(id, store, scheduler, pace, log, (records, head) =>
      this.#handleCommitted(records, head),
    );
  }

  /** Fills the document from the store. Rejects rather than let an empty map stand for one that was not read. */
  async load(): Promise<void> {
    const { id, store, mayBeNew } = this.#options;
    const stored = await store.load(id);
    // Only here: a document of which something cannot be read is none that was never stored.
    await this.#fill(stored ?? (mayBeNew ? neverStored : undefined));
  }

  /**
   * As `load`, by way of the snapshot before the last one, and puts a new snapshot in place of the last: it could not be
   * read, and what leads there by another way is not kept for long.
   */
  async loadPrevious(): Promise<void> {
    const { id, store } = this.#options;
    await this.#fill(await store.loadPrevious(id));
    this.addInPlaceOfAll(emptyUpdate);
  }

  async #fill(stored: StoredDocument | undefined): Promise<void> {
    if (stored === undefined)
      throw new StoreError("corrupt", "The map is known but its document is not in the store.");
    await this.#take(stored, this.#options.document.fill(stored));
    this.#options.document.takeEffective();
    this.#isLoaded = true;
    if (this.#mustLookAgain) this.catchUp();
  }

  /** The number of the last record that is in the document. */
  get head(): number {
    return this.#head;
  }

  /** Bytes that are not on disk yet. */
  get unsavedBytes(): number {
    return this.#queue.bytes;
  }

  /** How many records those bytes are in. */
  get unsavedRecords(): number {
    return this.#queue.length;
  }

  /** Since when the oldest of them waits. */
  get unsavedSince(): number | undefined {
    return this.#queue.oldestAt;
  }

  /** Why the last attempt to save failed, while that stands. */
  get failure(): StoreError | undefined {
    return this.#queue.failure;
  }

  /** Whether nothing is being written or read for this document. */
  get isSettled(): boolean {
    return this.#queue.isEmpty && !this.#isCompacting && this.#catchingUp === undefined;
  }

  add(record: Uint8Array, trial?: Trial): void {
    this.#queue.add(record, trial);
  }

  /** As `add`, where the log before it is to be read no more: a snapshot takes its place as soon as it is stored. */
  addInPlaceOfAll(record: Uint8Array): void {
    this.#tailRecords = limits.maxTailRecords;
    this.add(record);
  }

  whenSaved(onSaved: () => void): void {
    this.#queue.whenSaved(onSaved);
  }

  /** Records that another process says it has committed. I1b: nothing else of another process may come in. */
  receive(first: number, records: readonly Uint8Array[]): void {
    const head = first + records.length - 1;
    if (!this.#isLoaded || first > this.#head + 1) {
      this.notice(head);
      return;
    }
    const tail = records
      .map((data, index) => ({ sequence: first + index, data }))
      .filter(({ sequence }) => sequence > this.#head);
    if (tail.length === 0) return;
    const stored = { snapshot: undefined, snapshotSequence: 0, tail, head };
    void this.#take(stored, this.#options.document.read(stored));
    this.#options.onForeign();
  }

  /** The log is said to reach so far. */
  notice(head: number): void {
    if (head > this.#head) this.catchUp();
  }

  /** Reads from the store whatever others have added since. */
  catchUp(): void {
    if (!this.#isLoaded || this.#catchingUp !== undefined) {
      this.#mustLookAgain = true;
      return;
    }
    const { id, store, log } = this.#options;
    this.#mustLookAgain = false;
    this.#catchingUp = store
      .load(id, this.#head)
      .then(async (stored) => {
        if (stored === undefined) return;
        await this.#take(stored, this.#options.document.read(stored));
        this.#options.onForeign();
      })
      .catch((error: unknown) => log.error("Reading what others wrote failed.", { map: id, error }))
      .finally(() => {
        this.#catchingUp = undefined;
        if (this.#mustLookAgain) this.catchUp();
      });
  }

  #handleCommitted(records: readonly Uint8Array[], head: number): void {
    const first = head - records.length + 1;
    this.#options.meter.recordsStored(records.length);
    this.#options.onCommitted(first, records);
    if (first === this.#head + 1) this.#grow(records);
    else this.notice(head);
    this.#compactIfLong();
  }

  #grow(records: readonly Uint8Array[]): void {
    this.#head += records.length;
    this.#tailRecords += records.length;
    for (const record of records) this.#tailBytes += record.byteLength;
  }

  async #take(stored: StoredDocument, unreadable: readonly LogRecord[]): Promise<void> {
    // What was read may be older than what has come in meanwhile.
    const head = Math.max(this.#head, stored.head);
    this.#grow(stored.tail.map((record) => record.data));
    this.#head = head;
    for (const record of unreadable) await this.#setAside(record);
  }

  async #setAside(record: LogRecord): Promise<void> {
    const { id, store, log } = this.#options;
    log.error("A stored record cannot be read and is set aside; the map opens without it.", {
      map: id,
      sequence: record.sequence,
      bytes: record.data.byteLength,
    });
    // A store that cannot write must not keep a map from being read.
    await store
      .quarantine(id, record.sequence, "The record does not decode as a Yjs update.")
      .catch((error: unknown) => log.error("The record could not be set aside.", { map: id, error }));
  }

  /** I5: the state may hold more than the records it stands for, never less. */
  #compactIfLong(): void {
    const { id, store, log, scheduler, document } = this.#options;
    const isLong = this.#tailRecords >= limits.maxTailRecords || this.#tailBytes >= limits.maxTailBytes;
    if (!isLong || this.#isCompacting || scheduler.elapsed() < this.#compactAfter) return;
    this.#isCompacting = true;
    this.#tailRecords = 0;
    this.#tailBytes = 0;
    store
      .compact(id, document.fullState(), this.#head)
      .catch((error: unknown) => {
        this.#compactAfter = scheduler.elapsed() + compactionPauseMs;
        log.warn("Compacting the log failed; it stays long for now.", { map: id, error });
      })
      .finally(() => {
        this.#isCompacting = false;
      });
  }
}
