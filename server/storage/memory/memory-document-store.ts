import type { MapId } from "#shared/protocol/rooms.ts";
import { type DocumentStore, type LogRecord, type StoredDocument, StoreError } from "../../rooms/index.ts";

type Row = {
  head: number;
  snapshot: Uint8Array | undefined;
  snapshotSequence: number;
  tail: LogRecord[];
  setAside: Set<number>;
  glimpse: Readonly<{ data: Uint8Array; sequence: number }> | undefined;
};

/** Documents that live as long as the process: for tests, and for looking around without leaving anything. */
export class MemoryDocumentStore implements DocumentStore {
  readonly #rows = new Map<MapId, Row>();

  load(id: MapId, after = 0): Promise<StoredDocument | undefined> {
    const row = this.#rows.get(id);
    if (row === undefined) return Promise.resolve(undefined);
    const { head, snapshotSequence } = row;
    const snapshot = snapshotSequence > after ? row.snapshot : undefined;
    const tail = row.tail.filter(({ sequence }) => sequence > after && !row.setAside.has(sequence));
    return Promise.resolve({ snapshot, snapshotSequence, tail, head });
  }

  append(id: MapId, records: readonly Uint8Array[]): Promise<number> {
    const row: Row = this.#rows.get(id) ?? {
      head: 0,
      snapshot: undefined,
      snapshotSequence: 0,
      tail: [],
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

  compact(id: MapId, state: Uint8Array, upTo: number): Promise<void> {
    const row = this.#rows.get(id);
    if (row === undefined || upTo > row.head)
      return Promise.reject(new StoreError("failed", "A snapshot cannot reach beyond the log."));
    if (upTo <= row.snapshotSequence) return Promise.resolve();
    row.snapshot = state.slice();
    row.snapshotSequence = upTo;
    row.tail = row.tail.filter(({ sequence }) => sequence > upTo);
    return Promise.resolve();
  }

  quarantine(id: MapId, sequence: number, _reason: string): Promise<void> {
    this.#rows.get(id)?.setAside.add(sequence);
    return Promise.resolve();
  }

  keepGlimpse(id: MapId, data: Uint8Array | undefined, sequence: number): Promise<void> {
    const row = this.#rows.get(id);
    if (row !== undefined && sequence >= (row.glimpse?.sequence ?? 0))
      row.glimpse = data && { data: data.slice(), sequence };
    return Promise.resolve();
  }

  glimpse(id: MapId): Promise<Uint8Array | undefined> {
    const row = this.#rows.get(id);
    return Promise.resolve(row?.glimpse?.sequence === row?.head ? row?.glimpse?.data : undefined);
  }

  list(): Promise<readonly MapId[]> {
    return Promise.resolve([...this.#rows.keys()]);
  }

  heads(ids: readonly MapId[]): Promise<ReadonlyMap<MapId, number>> {
    const known = ids.flatMap((id) => {
      const row = this.#rows.get(id);
      return row === undefined ? [] : [[id, row.head] as const];
    });
    return Promise.resolve(new Map(known));
  }

  remove(id: MapId): Promise<void> {
    this.#rows.delete(id);
    return Promise.resolve();
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
