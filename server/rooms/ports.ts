import type { CloseCode } from "#shared/protocol/close-codes.ts";
import type { RoomId } from "#shared/protocol/rooms.ts";

/** One update as it lies in the log. `sequence` counts from 1 without gaps. */
export type LogRecord = Readonly<{ sequence: number; data: Uint8Array }>;

/** What a store holds of one document. */
export type StoredDocument = Readonly<{
  /** The document's state up to and including `snapshotSequence`; absent before the first compaction. */
  snapshot: Uint8Array | undefined;
  snapshotSequence: number;
  /** Every record after the snapshot (and after `after`, when that was asked), in order. */
  tail: readonly LogRecord[];
  /** The last sequence number given out. */
  head: number;
}>;

/** Where documents outlive the process. Bytes in, bytes out: a store knows nothing of Yjs. */
export interface DocumentStore {
  /**
   * What is stored of a document, or `undefined` when nothing ever was. With `after`, only what came later, and the
   * snapshot only if it reaches beyond `after`. Rejects with `corrupt` when records are missing.
   */
  load(id: RoomId, after?: number): Promise<StoredDocument | undefined>;
  /**
   * Adds records in order, all or none. Once it resolves, with the sequence number of the last one, a new process
   * sees them, whatever happens to this one.
   */
  append(id: RoomId, records: readonly Uint8Array[]): Promise<number>;
  /**
   * Puts `state` in place of every record up to and including `upTo`; an older snapshot never replaces a newer one.
   * What it replaces is kept beside it until the next time, or `forgetPrevious`.
   */
  compact(id: RoomId, state: Uint8Array, upTo: number): Promise<void>;
  /**
   * The document by way of what `compact` last replaced: the snapshot before, if there was one, and every record since.
   * For when the newer snapshot proves unreadable. Rejects with `corrupt` when records are missing.
   */
  loadPrevious(id: RoomId): Promise<StoredDocument | undefined>;
  /** Lets go of what was replaced before a time (ms since 1970, by the store's clock), in all documents. */
  forgetPrevious(before: number): Promise<void>;
  /** Sets a record aside that cannot be read: `load` skips it from now on, and it is kept for whoever looks into it. */
  quarantine(id: RoomId, sequence: number, reason: string): Promise<void>;
  /**
   * Keeps what can be shown of the map before it is loaded, made from all records up to `sequence`; an older one never
   * replaces a newer one, and where there is no document nothing is kept. Without `data` what was kept is erased.
   */
  keepGlimpse(id: RoomId, data: Uint8Array | undefined, sequence: number): Promise<void>;
  /** What `keepGlimpse` kept, only as long as no record has come since: nobody is shown what was deleted. */
  glimpse(id: RoomId): Promise<Uint8Array | undefined>;
  list(): Promise<readonly RoomId[]>;
  /** The last sequence number given out for each of these documents; those never written are left out. */
  heads(ids: readonly RoomId[]): Promise<ReadonlyMap<RoomId, number>>;
  /** Erases a document. */
  remove(id: RoomId): Promise<void>;
  close(): Promise<void>;
}

/** `full`: no space left. `corrupt`: what is stored cannot be the whole. `failed`: everything else, may heal. */
export type StoreErrorCode = "full" | "corrupt" | "failed" | "closed";

export class StoreError extends Error {
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = "StoreError";
    this.code = code;
  }
}

/** An edit by the server would make a map larger than a map may be. */
export class DocumentFullError extends Error {
  constructor() {
    super("This map would become larger than a map may be.");
    this.name = "DocumentFullError";
  }
}

/** One client's connection as a room sees it. */
export interface Socket {
  send(frame: Uint8Array): void;
  close(code: CloseCode, reason: string): void;
  /** Bytes handed to `send` that have not left the process. */
  readonly bufferedBytes: number;
}

/** Carries news between server processes: of a room, to the same room there. Lossy: the store is the truth. */
export interface Bus {
  /** `onMessage` is told which process speaks. */
  subscribe(
    topic: string,
    onMessage: (message: Uint8Array, from: string) => void,
    events?: BusEvents,
  ): BusSubscription;
  /** Whether what is published reaches the other processes at present. */
  readonly isUp: boolean;
  close(): Promise<void>;
}

export type BusEvents = Readonly<{
  /** The subscription hears from now on, for the first time or again. What was said before has passed it by. */
  onOpen?: () => void;
  /** A process that was heard of has ended, or has been silent for too long. */
  onGone?: (process: string) => void;
}>;

export interface BusSubscription {
  /** Tells every other subscriber of the topic; this subscription does not hear itself. */
  publish(message: Uint8Array): void;
  end(): void;
}

/** Time, handed in so that tests drive it. */
export interface Scheduler {
  /** The date. It jumps when somebody sets the clock, so it is only for writing down. */
  now(): number;
  /** Milliseconds from some moment on, whatever becomes of the clock: how long something takes is told by this. */
  elapsed(): number;
  /** Runs `task` once this turn of the event loop has taken in what was there to read. */
  defer(task: () => void): void;
  /** Runs `task` once after `delayMs`; the function returned takes it back. */
  after(delayMs: number, task: () => void): () => void;
}
