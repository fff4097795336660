import type { RoomId } from "#shared/protocol/rooms.ts";
import { type DocumentStore, type LogRecord, type StoredDocument, StoreError } from "../../rooms/index.ts";

/** What compaction put out of use, with the records that lead from it to what took its place. */
type Previous = {
  snapshot: Uint8Array | undefined;
  snapshotSequence: number;
  records: readonly LogRecord[];
  replacedAt: number;
};

type Row = {
  head: number;
  snapshot: Uint8Array | undefined;
  snapshotSequence: number;
  tail: LogRecord[];
  previous: Readonly<Previous> | undefined;
  setAside: Set<number>;
  glimpse: Readonly<{ data: Uint8Array; sequence: number }> | undefined;
};

/** Documents that live as long as the process: for tests, and for looking around without leaving anything. */
export class MemoryDocumentStore implements DocumentStore {
  readonly #rows = new Map<RoomId, Row>();

  load(id: RoomId, after = 0): Promise<StoredDocument | undefined> {
    const row = this.#rows.get(id);
    if (row === undefined) return Promise.resolve(undefined);
    const { head, snapshotSequence } = row;
    const snapshot = snapshotSequence > after ? row.snapshot : undefined;
    const tail = row.tail.filter(({ sequence }) => sequence > after && !row.setAside.has(sequence));
    return Promise.resolve({ snapshot, snapshotSequence, tail, head });
  }

  append(id: RoomId, records: readonly Uint8Array[]): Promise<number> {
    const row: Row = this.#rows.get(id) ?? {
      head: 0,
      snapshot: undefined,
      snapshotSequence: 0,
      tail: [],
      previous: undefined,
      setAside: new Set(),
      glimpse: undefined,
    };
    this.#rows.set(id, row);
    for (const record of records) {
      row.head++;
      row.tail.push({ sequence: row.head, data: record.slice() });
    }
    return Promise.resolve(row.head);
  }

  loadPrevious(id: RoomId): Promise<StoredDocument | undefined> {
    const row = this.#rows.get(id);
    if (row?.previous === undefined) return Promise.resolve(undefined);
    const { snapshot, snapshotSequence, records } = row.previous;
    const tail = [...records, ...row.tail].filter(({ sequence }) => !row.setAside.has(sequence));
    return Promise.resolve({ snapshot, snapshotSequence, tail, head: row.head });
  }

  forgetPrevious(before: number): Promise<void> {
    for (const row of this.#rows.values())
      if (row.previous !== undefined && row.previous.replacedAt < before) row.previous = undefined;
    return Promise.resolve();
  }

  compact(id: RoomId, state: Uint8Array, upTo: number): Promise<void> {
    const row = this.#rows.get(id);
    if (row === undefined || upTo > row.head)
      return Promise.reject(new StoreError("failed", "A snapshot cannot reach beyond the log."));
    if (upTo <= row.snapshotSequence) return Promise.resolve();
    const { snapshot, snapshotSequence } = row;
    const records = row.tail.filter(({ sequence }) => sequence <= upTo);
    row.previous = { snapshot, snapshotSequence, records, replacedAt: Date.now() };
    row.snapshot = state.slice();
    row.snapshotSequence = upTo;
    row.tail = row.tail.filter(({ sequence }) => sequence > upTo);
    return Promise.resolve();
  }

  quarantine(id: RoomId, sequence: number, _reason: string): Promise<void> {
    this.#rows.get(id)?.setAside.add(sequence);
    return Promise.resolve();
  }

  keepGlimpse(id: RoomId, data: Uint8Array | undefined, sequence: number): Promise<void> {
    const row = this.#rows.get(id);
    if (row !== undefined && sequence >= (row.glimpse?.sequence ?? 0))
      row.glimpse = data && { data: data.slice(), sequence };
    return Promise.resolve();
  }

  glimpse(id: RoomId): Promise<Uint8Array | undefined> {
    const row = this.#rows.get(id);
    return Promise.resolve(row?.glimpse?.sequence === row?.head ? row?.glimpse?.data : undefined);
  }

  list(): Promise<readonly RoomId[]> {
    return Promise.resolve([...this.#rows.keys()]);
  }

  heads(ids: readonly RoomId[]): Promise<ReadonlyMap<RoomId, number>> {
    const known = ids.flatMap((id) => {
      const row = this.#rows.get(id);
      return row === undefined ? [] : [[id, row.head] as const];
    });
    return Promise.resolve(new Map(known));
  }

  remove(id: RoomId): Promise<void> {
    this.#rows.delete(id);
    return Promise.resolve();
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
