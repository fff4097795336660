import type { RoomId } from "#shared/protocol/rooms.ts";
import { type DocumentStore, type StoredDocument, StoreError } from "../../rooms/ports.ts";
import type { Row } from "../rows.ts";
import { fromBytes, type PostgresDatabase, toBytes } from "./postgres-database.ts";

/**
 * Documents at PostgreSQL, for any number of processes. The lock on a document's row, taken with its head, makes the
 * log's numbers gapless and visible in their order: no reader can see 7 before 6.
 */
export class PostgresDocumentStore implements DocumentStore {
  readonly #database: PostgresDatabase;

  constructor(database: PostgresDatabase) {
    this.#database = database;
  }

  async load(id: RoomId, after = 0): Promise<StoredDocument | undefined> {
    return this.#read(
      id,
      `SELECT head, snapshot_sequence, CASE WHEN snapshot_sequence > $2 THEN snapshot END AS snapshot
       FROM document WHERE map = $1`,
      after,
    );
  }

  async loadPrevious(id: RoomId): Promise<StoredDocument | undefined> {
    return this.#read(
      id,
      `SELECT head, previous_snapshot.sequence AS snapshot_sequence, previous_snapshot.data AS snapshot
       FROM previous_snapshot JOIN document USING (map) WHERE map = $1`,
      0,
    );
  }

  async forgetPrevious(before: number): Promise<void> {
    await this.#database.transact(async (sql) => {
      await sql(
        `DELETE FROM log_record USING previous_snapshot, document
         WHERE previous_snapshot.map = log_record.map AND previous_snapshot.replaced_at < $1
         AND document.map = log_record.map AND log_record.sequence <= document.snapshot_sequence`,
        before,
      );
      await sql("DELETE FROM previous_snapshot WHERE replaced_at < $1", before);
    });
  }

  async append(id: RoomId, records: readonly Uint8Array[]): Promise<number> {
    const [row] = await this.#database.sql(
      `WITH numbered AS (
         INSERT INTO document (map, head) VALUES ($1, $2)
         ON CONFLICT (map) DO UPDATE SET head = document.head + excluded.head RETURNING head
       ), added AS (
         INSERT INTO log_record (map, sequence, data)
         SELECT $1, numbered.head - $2 + record.place, record.data
         FROM numbered, unnest($3::bytea[]) WITH ORDINALITY AS record (data, place)
       )
       SELECT head FROM numbered`,
      id,
      records.length,
      records.map(fromBytes),
    );
    return Number(row?.["head"]);
  }

  async compact(id: RoomId, state: Uint8Array, upTo: number): Promise<void> {
    await this.#database.transact(async (sql) => {
      const [row] = await sql("SELECT head, snapshot_sequence FROM document WHERE map = $1 FOR UPDATE", id);
      if (row === undefined || upTo > Number(row["head"]))
        throw new StoreError("failed", "A snapshot cannot reach beyond the log.");
      const replaced = Number(row["snapshot_sequence"]);
      if (upTo <= replaced) return;
      await sql(
        `INSERT INTO previous_snapshot (map, sequence, data, replaced_at)
         SELECT map, snapshot_sequence, snapshot, $2 FROM document WHERE map = $1
         ON CONFLICT (map) DO UPDATE
         SET sequence = excluded.sequence, data = excluded.data, replaced_at = excluded.replaced_at`,
        id,
        Date.now(),
      );
      await sql(
        "UPDATE document SET snapshot = $2, snapshot_sequence = $3 WHERE map = $1",
        id,
        fromBytes(state),
        upTo,
      );
      // Records that the new snapshot stands for stay beside the one before it, which they would have to complete.
      await sql("DELETE FROM log_record WHERE map = $1 AND sequence <= $2", id, replaced);
    });
  }

  async quarantine(id: RoomId, sequence: number, reason: string): Promise<void> {
    await this.#database.sql(
      `INSERT INTO quarantine (map, sequence, data, reason)
       SELECT map, sequence, data, $3 FROM log_record WHERE map = $1 AND sequence = $2
       ON CONFLICT DO NOTHING`,
      id,
      sequence,
      reason,
    );
  }

  async keepGlimpse(id: RoomId, data: Uint8Array | undefined, sequence: number): Promise<void> {
    if (data === undefined) {
      await this.#database.sql("DELETE FROM glimpse WHERE map = $1 AND sequence <= $2", id, sequence);
      return;
    }
    await this.#database.sql(
      `INSERT INTO glimpse (map, sequence, data) SELECT map, $2::bigint, $3::bytea FROM document WHERE map = $1
       ON CONFLICT (map) DO UPDATE SET sequence = excluded.sequence, data = excluded.data
       WHERE excluded.sequence >= glimpse.sequence`,
      id,
      sequence,
      fromBytes(data),
    );
  }

  async glimpse(id: RoomId): Promise<Uint8Array | undefined> {
    const [row] = await this.#database.sql(
      `SELECT data FROM glimpse JOIN document USING (map)
       WHERE glimpse.map = $1 AND glimpse.sequence = document.head`,
      id,
    );
    return row && toBytes(row["data"]);
  }

  async list(): Promise<readonly RoomId[]> {
    const rows = await this.#database.sql('SELECT map FROM document ORDER BY map COLLATE "C"');
    return rows.map((row) => row["map"] as RoomId);
  }

  async heads(ids: readonly RoomId[]): Promise<ReadonlyMap<RoomId, number>> {
    const rows = await this.#database.sql("SELECT map, head FROM document WHERE map = ANY($1)", ids);
    return new Map(rows.map((row) => [row["map"] as RoomId, Number(row["head"])]));
  }

  async remove(id: RoomId): Promise<void> {
    await this.#database.transact(async (sql) => {
      // The row first: whoever appends at the same time waits, and then begins a new log.
      for (const table of ["document", "log_record", "quarantine", "glimpse", "previous_snapshot"])
        await sql(`DELETE FROM ${table} WHERE map = $1`, id);
    });
  }

  close(): Promise<void> {
    return this.#database.close();
  }

  /**
   * A snapshot and the records after it. One statement, hence one view of the database, however others write meanwhile:
   * its first row is the document's own, the others are records.
   */
  async #read(id: RoomId, known: string, after: number): Promise<StoredDocument | undefined> {
    const [row, ...records] = await this.#database.sql(
      `WITH known AS (${known})
       SELECT 0::bigint AS sequence, head, snapshot_sequence, false AS set_aside, snapshot AS data FROM known
       UNION ALL
       SELECT log_record.sequence, NULL, NULL, quarantine.sequence IS NOT NULL, log_record.data
       FROM known
       JOIN log_record ON log_record.map = $1 AND log_record.sequence > greatest($2::bigint, snapshot_sequence)
       LEFT JOIN quarantine ON quarantine.map = $1 AND quarantine.sequence = log_record.sequence
       ORDER BY sequence`,
      id,
      after,
    );
    if (row === undefined) return undefined;
    const head = Number(row["head"]);
    const snapshotSequence = Number(row["snapshot_sequence"]);
    const snapshot = row["data"] === null ? undefined : toBytes(row["data"]);
    refuseGaps(records, Math.max(after, snapshotSequence), head);
    const tail = records
      .filter((record) => record["set_aside"] !== true)
      .map((record) => ({ sequence: Number(record["sequence"]), data: toBytes(record["data"]) }));
    return { snapshot, snapshotSequence, tail, head };
  }
}

function refuseGaps(records: readonly Row[], after: number, head: number): void {
  const isGapless = records.every((row, index) => Number(row["sequence"]) === after + index + 1);
  if (!isGapless || after + records.length < head)
    throw new StoreError("corrupt", `Records of a map are missing from the database after number ${after}.`);
}
