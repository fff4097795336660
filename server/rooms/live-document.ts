import * as Y from "yjs";
import { holdsReason, holdsRecord, isFromTheFuture, purge } from "#shared/doc/index.ts";
import type { RecordType } from "#shared/model/index.ts";
import { limits } from "#shared/protocol/limits.ts";
import { MalformedFrameError } from "./codec.ts";
import { LiveGlimpse, makeGlimpse } from "./glimpse.ts";
import { type LogRecord, type StoredDocument, StoreError } from "./ports.ts";
import { judge } from "./update-check.ts";
import { isSoundOn } from "./update-trial.ts";

/**
 * What an update did: what others must get and what the log must keep, each of which may be nothing. With a `fault`
 * a part of it was left out, so the client must not go on as if all had been taken.
 */
export type Applied = Readonly<{
  effective: Uint8Array | undefined;
  record: Uint8Array | undefined;
  fault: "malformed" | "overflow" | undefined;
  /** What it took to see that the update is not forged. */
  examination: Examination;
}>;

/**
 * An update that is not plainly harmless was tried on a copy. Where `let-go`, what waited for something missing did harm and
 * was let go; it has to go from the log as well, by way of a snapshot.
 */
type Examination = "plain" | "tried" | "let-go";

/** The size is measured again after this much growth at the earliest: encoding a large document takes 100 ms. */
const remeasureAfterBytes = 256 * 1024;

/** One map's Y.Doc at the server: it applies updates without looking into them, and says what to send and to log. */
export class LiveDocument {
  #doc = new Y.Doc();
  readonly #glimpse = new LiveGlimpse(() => makeGlimpse(this.#doc));
  #effective: Uint8Array[] = [];
  #fullState: Uint8Array | undefined;
  #measuredBytes = 0;
  #grownBytes = 0;

  constructor() {
    this.#doc.on("update", this.#note);
  }

  readonly #note = (update: Uint8Array): void => {
    this.#fullState = undefined;
    this.#glimpse.outdate();
    this.#grownBytes += update.byteLength;
    this.#effective.push(update);
  };

  /**
   * Fills the empty document with what a store holds, as `read` does, in half the time: most stores can be read, so
   * nothing is looked at twice, and nobody waits for the effective update, which would be encoded.
   */
  fill(stored: Pick<StoredDocument, "snapshot" | "tail">): readonly LogRecord[] {
    const { snapshot, tail } = stored;
    const parts = [...(snapshot === undefined ? [] : [snapshot]), ...tail.map(({ data }) => data)];
    const filled = new Y.Doc();
    try {
      // Each by itself, as it came in: what is forged may mean something else in one go.
      for (const part of parts) Y.applyUpdate(filled, part);
    } catch {
      // Something cannot be read. What of it came in nobody can say, so all is read again with care.
      filled.destroy();
      return this.read(stored);
    }
    this.#doc.destroy();
    this.#doc = filled;
    filled.on("update", this.#note);
    for (const { byteLength } of parts) this.#grownBytes += byteLength;
    // One part is the whole as it stands: the first client gets it without its being encoded.
    this.#fullState = parts.length === 1 ? parts[0] : undefined;
    return [];
  }

  /**
   * Reads what a store holds, and returns the records that cannot be read. A snapshot that cannot be read throws:
   * going on without it would show an empty map and let people write over a full one.
   */
  read(stored: Pick<StoredDocument, "snapshot" | "tail">): readonly LogRecord[] {
    const unreadable: LogRecord[] = [];
    this.#fullState = undefined;
    this.#doc.transact(() => {
      if (stored.snapshot !== undefined) {
        try {
          Y.applyUpdate(this.#doc, stored.snapshot);
        } catch (cause) {
          throw new StoreError("corrupt", "The stored snapshot cannot be decoded.", cause);
        }
      }
      for (const record of stored.tail) {
        try {
          Y.decodeUpdate(record.data);
          Y.applyUpdate(this.#doc, record.data);
        } catch {
          unreadable.push(record); // named by the caller, who knows the map
        }
      }
    });
    return unreadable;
  }

  /** What came out of `read` or `apply` since the last call, as one update. */
  takeEffective(): Uint8Array | undefined {
    const updates = this.#effective;
    this.#effective = [];
    return updates.length > 1 ? Y.mergeUpdates(updates) : updates[0];
  }

  /**
   * Applies one client's update, unless it is forged: `MalformedFrameError`. I3: while anything is pending the client's own
   * bytes are logged, because pending content fires no event and would later come in under somebody else's update.
   */
  apply(update: Uint8Array): Applied {
    const { store } = this.#doc;
    const examination = this.#examine(update);
    const before = this.#pending();
    const isBroken = !this.#try(update);
    const isPending = this.pendingBytes > 0;
    const overflows = this.pendingBytes > limits.maxPendingBytes && this.pendingBytes > before.bytes;
    if (overflows) {
      store.pendingStructs = before.structs;
      store.pendingDs = before.deletions;
    }
    const effective = this.takeEffective();
    // The `update` event tells nothing of what is pending, so the cached state may lack it.
    if (isPending || before.bytes > 0) this.#fullState = undefined;
    if (isBroken) {
      // After a throw nobody can say which part came in; the log then gets all there is, which holds that part.
      const hasChanged = effective !== undefined || isPending || before.bytes > 0;
      return {
        effective,
        record: hasChanged ? this.fullState() : undefined,
        fault: "malformed",
        examination,
      };
    }
    if (overflows) return { effective, record: effective, fault: "overflow", examination };
    const record = isPending || before.bytes > 0 ? update : effective;
    return { effective, record, fault: undefined, examination };
  }

  /** Applies what this server computed itself and has committed. */
  applyOwn(update: Uint8Array): Uint8Array | undefined {
    Y.applyUpdate(this.#doc, update);
    return this.takeEffective();
  }

  /** Takes out what was deleted before a time, for good; what that changed, if anything. Not while people are here. */
  purge(before: number): Uint8Array | undefined {
    if (!isFromTheFuture(this.#doc)) purge(this.#doc, before);
    return this.takeEffective();
  }

  /** Whether the map holds a record that is not deleted. */
  holds(type: RecordType, id: string): boolean {
    return holdsRecord(this.#doc, type, id);
  }

  /** Whether the map holds an argument for or against this very card. */
  holdsReason(argument: string, card: string): boolean {
    return holdsReason(this.#doc, argument, card);
  }

  /** Whether the update holds anything that this document lacks, deletions aside. */
  bringsContent(update: Uint8Array): boolean {
    return decode(update).structs.some(
      (struct) =>
        !(struct instanceof Y.Skip) &&
        struct.id.clock + struct.length > Y.getState(this.#doc.store, struct.id.client),
    );
  }

  /** The whole document; cached until the next update, for when a classroom opens one link. */
  fullState(): Uint8Array {
    this.#fullState ??= Y.encodeStateAsUpdate(this.#doc);
    return this.#fullState;
  }

  /** What a client with that state vector lacks. */
  answer(stateVector: Uint8Array): Uint8Array {
    const isEmpty = stateVector.byteLength <= 1;
    return isEmpty ? this.fullState() : Y.encodeStateAsUpdate(this.#doc, stateVector);
  }

  stateVector(): Uint8Array {
    return Y.encodeStateVector(this.#doc);
  }

  /** What can be shown of the map before it has come, at most a few seconds old; nothing of a small one. */
  glimpse(now: number): Uint8Array | undefined {
    return this.#glimpse.get(now);
  }

  /** The same, of the map as it is now. */
  exactGlimpse(now: number): Uint8Array | undefined {
    return this.#glimpse.getExact(now);
  }

  /** A separate document with the same content, to read from or to try an edit on. */
  fork(): Y.Doc {
    const fork = new Y.Doc();
    Y.applyUpdate(fork, this.fullState());
    return fork;
  }

  /**
   * Whether the map may grow by this update. A full one still takes small updates, because deleting writes, too.
   * Never refused on an estimate: an update may overwrite more than it brings.
   */
  hasRoomFor(update: Uint8Array): boolean {
    const { maxDocumentBytes, maxFullDocumentBytes, maxUpdateBytesWhenFull } = limits;
    const mostBytes = this.#measuredBytes + this.#grownBytes + update.byteLength;
    if (mostBytes <= maxDocumentBytes || !this.bringsContent(update)) return true;
    if (update.byteLength < maxUpdateBytesWhenFull)
      return this.isWithin(maxFullDocumentBytes - update.byteLength);
    if (this.#isFull) return false;
    return mostBytes <= maxFullDocumentBytes || this.#bytesWith(update) <= maxFullDocumentBytes;
  }

  /** Whether the encoded document is no larger than that; it is measured only where what is known does not tell. */
  isWithin(bytes: number): boolean {
    if (this.#measuredBytes + this.#grownBytes <= bytes) return true;
    if (this.#grownBytes > 0) this.#measure();
    return this.#measuredBytes <= bytes;
  }

  /** The encoded size, or a bound above it where it has grown since it was measured. */
  get encodedBytes(): number {
    return this.#measuredBytes + this.#grownBytes;
  }

  get pendingBytes(): number {
    const { pendingStructs, pendingDs } = this.#doc.store;
    return (pendingStructs?.update.byteLength ?? 0) + (pendingDs?.byteLength ?? 0);
  }

  destroy(): void {
    this.#doc.destroy();
  }

  get #isFull(): boolean {
    const isSurelyFull = this.#measuredBytes > limits.maxDocumentBytes;
    if (!isSurelyFull && this.#grownBytes < remeasureAfterBytes) return false;
    return !this.isWithin(limits.maxDocumentBytes);
  }

  #measure(): void {
    this.#measuredBytes = this.fullState().byteLength;
    this.#grownBytes = 0;
  }

  /** What the document would come to; takes as long as encoding it twice. */
  #bytesWith(update: Uint8Array): number {
    const copy = this.fork();
    try {
      Y.applyUpdate(copy, update);
      return Y.encodeStateAsUpdate(copy).byteLength;
    } catch {
      return 0; // decoded, yet impossible; `apply` deals with it
    } finally {
      copy.destroy();
    }
  }

  /**
   * What is forged would read otherwise from the store than it does here, or not at all, and is refused. Where that is
   * what waited for something missing, it is let go: whoever brings what it waited for has done nothing wrong.
   */
  #examine(update: Uint8Array): Examination {
    const { store } = this.#doc;
    const verdict = judge(decode(update).structs, store);
    if (verdict === "harmless") return "plain";
    if (verdict === "unclear") {
      if (isSoundOn(this.fork(), update)) return "tried";
      const waiting = store.pendingStructs;
      this.#setWaiting(null);
      if (waiting !== null && isSoundOn(this.fork(), update)) return "let-go";
      this.#setWaiting(waiting);
    }
    throw new MalformedFrameError("the update is forged");
  }

  #setWaiting(structs: Y.Doc["store"]["pendingStructs"]): void {
    this.#doc.store.pendingStructs = structs;
    this.#fullState = undefined;
  }

  #try(update: Uint8Array): boolean {
    try {
      Y.applyUpdate(this.#doc, update);
      return true;
    } catch {
      return false; // decoded, yet impossible: a forged update; the caller closes its sender
    }
  }

  #pending(): { structs: Y.Doc["store"]["pendingStructs"]; deletions: Uint8Array | null; bytes: number } {
    const { pendingStructs, pendingDs } = this.#doc.store;
    // Yjs changes `missing` in place, so keeping the object alone would not keep its content.
    const structs =
      pendingStructs === null ? null : { ...pendingStructs, missing: new Map(pendingStructs.missing) };
    return { structs, deletions: pendingDs, bytes: this.pendingBytes };
  }
}

function decode(update: Uint8Array): ReturnType<typeof Y.decodeUpdate> {
  try {
    return Y.decodeUpdate(update);
  } catch (cause) {
    throw new MalformedFrameError("the update cannot be decoded", { cause });
  }
}
