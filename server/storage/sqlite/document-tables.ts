import type { RoomId } from "#shared/protocol/rooms.ts";
import { type LogRecord, type StoredDocument, StoreError } from "../../rooms/ports.ts";
import { type Database, toBytes } from "./database.ts";

/** One caller's records, to be added in order. */
export type AppendRequest = Readonly<{ map: RoomId; records: readonly Uint8Array[] }>;

/** Documents in the database; synchronous, for use in the store's own thread. */
export class DocumentTables {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  load(map: RoomId, after: number): StoredDocument | undefined {
    return this.#database.transact(() => {
      const row = this.#database.get("SELECT head, snapshot_sequence FROM document WHERE map = ?", map);
      if (row === undefined) return undefined;
      const head = Number(row["head"]);
      const snapshotSequence = Number(row["snapshot_sequence"]);
      const snapshot = snapshotSequence > after ? this.#snapshot(map) : undefined;
      const tail = this.#tail(map, Math.max(after, snapshotSequence), head);
      return { snapshot, snapshotSequence, tail, head };
    });
  }

  loadPrevious(map: RoomId): StoredDocument | undefined {
    return this.#database.transact(() => {
      const row = this.#database.get(
        `SELECT previous_snapshot.sequence, previous_snapshot.data, document.head
         FROM previous_snapshot JOIN document USING (map) WHERE map = ?`,
        map,
      );
      if (row === undefined) return undefined;
      const snapshotSequence = Number(row["sequence"]);
      const snapshot = row["data"] === null ? undefined : toBytes(row["data"]);
      const head = Number(row["head"]);
      return { snapshot, snapshotSequence, tail: this.#tail(map, snapshotSequence, head), head };
    });
  }

  forgetPrevious(before: number): void {
    this.#database.transact(() => {
      this.#database.run(
        `DELETE FROM log_record WHERE map IN (SELECT map FROM previous_snapshot WHERE replaced_at < ?)
         AND sequence <= (SELECT snapshot_sequence FROM document WHERE document.map = log_record.map)`,
        before,
      );
      this.#database.run("DELETE FROM previous_snapshot WHERE replaced_at < ?", before);
    });
  }

  /** Adds the records of several callers in one transaction, so that they share one flush to the disk. */
  append(requests: readonly AppendRequest[]): readonly number[] {
    return this.#database.transact(() => requests.map((request) => this.#appendOne(request)));
  }

  compact(map: RoomId, state: Uint8Array, upTo: number): void {
    this.#database.transact(() => {
      const row = this.#database.get("SELECT head, snapshot_sequence FROM document WHERE map = ?", map);
      if (row === undefined || upTo > Number(row["head"]))
        throw new StoreError("failed", "A snapshot cannot reach beyond the log.");
      const replaced = Number(row["snapshot_sequence"]);
      if (upTo <= replaced) return;
      this.#database.run(
        `INSERT OR REPLACE INTO previous_snapshot (map, sequence, data, replaced_at)
         SELECT map, snapshot_sequence, snapshot.data, ? FROM document LEFT JOIN snapshot USING (map) WHERE map = ?`,
        Date.now(),
        map,
      );
      this.#database.run("INSERT OR REPLACE INTO snapshot (map, data) VALUES (?, ?)", map, state);
      this.#database.run("UPDATE document SET snapshot_sequence = ? WHERE map = ?", upTo, map);
      // Records that the new snapshot stands for stay beside the one before it, which they would have to complete.
      this.#database.run("DELETE FROM log_record WHERE map = ? AND sequence <= ?", map, replaced);
    });
  }

  quarantine(map: RoomId, sequence: number, reason: string): void {
    this.#database.run(
      `INSERT OR IGNORE INTO quarantine (map, sequence, data, reason)
       SELECT map, sequence, data, ? FROM log_record WHERE map = ? AND sequence = ?`,
      reason,
      map,
      sequence,
    );
  }

  keepGlimpse(map: RoomId, data: Uint8Array | undefined, sequence: number): void {
    if (data === undefined) {
      this.#database.run("DELETE FROM glimpse WHERE map = ? AND sequence <= ?", map, sequence);
      return;
    }
    this.#database.run(
      `INSERT INTO glimpse (map, sequence, data) SELECT map, ?, ? FROM document WHERE map = ?
       ON CONFLICT (map) DO UPDATE SET sequence = excluded.sequence, data = excluded.data
       WHERE excluded.sequence >= glimpse.sequence`,
      sequence,
      data,
      map,
    );
  }

  glimpse(map: RoomId): Uint8Array | undefined {
    const row = this.#database.get(
      `SELECT data FROM glimpse JOIN document USING (map)
       WHERE glimpse.map = ? AND glimpse.sequence = document.head`,
      map,
    );
    return row && toBytes(row["data"]);
  }

  list(): readonly RoomId[] {
    return this.#database.all("SELECT map FROM document ORDER BY map").map((row) => row["map"] as RoomId);
  }

  heads(maps: readonly RoomId[]): ReadonlyMap<RoomId, number> {
    const known = maps.flatMap((map) => {
      const head = this.#database.get("SELECT head FROM document WHERE map = ?", map)?.["head"];
      return head === undefined ? [] : [[map, Number(head)] as const];
    });
    return new Map(known);
  }

  remove(map: RoomId): void {
    this.#database.transact(() => {
      for (const table of [
        "log_record",
        "quarantine",
        "glimpse",
        "previous_snapshot",
        "snapshot",
        "document",
      ])
        this.#database.run(`DELETE FROM ${table} WHERE map = ?`, map);
    });
  }

  #appendOne({ map, records }: AppendRequest): number {
    // Head and records in one transaction: a head without its records would be a hole for ever.
    const row = this.#database.get(
      `INSERT INTO document (map, head) VALUES (?, ?)
       ON CONFLICT (map) DO UPDATE SET head = head + excluded.head RETURNING head`,
      map,
      records.length,
    );
    const head = Number(row?.["head"]);
    records.forEach((record, index) => {
      const sequence = head - records.length + index + 1;
      this.#database.run(
        "INSERT INTO log_record (map, sequence, data) VALUES (?, ?, ?)",
        map,
        sequence,
        record,
      );
    });
    return head;
  }

  #snapshot(map: RoomId): Uint8Array {
    return toBytes(this.#database.get("SELECT data FROM snapshot WHERE map = ?", map)?.["data"]);
  }

  #tail(map: RoomId, after: number, head: number): readonly LogRecord[] {
    const rows = this.#database.all(
      `SELECT log_record.sequence, log_record.data, quarantine.sequence IS NOT NULL AS set_aside
       FROM log_record LEFT JOIN quarantine USING (map, sequence)
       WHERE log_record.map = ? AND log_record.sequence > ? ORDER BY log_record.sequence`,
      map,
      after,
    );
    const isGapless = rows.every((row, index) => Number(row["sequence"]) === after + index + 1);
    if (!isGapless || after + rows.length < head)
      throw new StoreError(
        "corrupt",
        `Records of a map are missing from the database after number ${after}.`,
      );
    return rows
      .filter((row) => Number(row["set_aside"]) === 0)
      .map((row) => ({ sequence: Number(row["sequence"]), data: toBytes(row["data"]) }));
  }
}
