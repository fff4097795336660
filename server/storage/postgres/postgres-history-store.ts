import type { MapId } from "#shared/protocol/rooms.ts";
import type { HistoryStore, StoredVersion } from "../../history/ports.ts";
import { readVersion } from "../rows.ts";
import { fromBytes, type PostgresDatabase, toBytes } from "./postgres-database.ts";

/** Versions of maps, at PostgreSQL. */
export class PostgresHistoryStore implements HistoryStore {
  readonly #database: PostgresDatabase;

  constructor(database: PostgresDatabase) {
    this.#database = database;
  }

  async add(map: MapId, version: StoredVersion, content: Uint8Array, unlessSince?: number): Promise<boolean> {
    const { id, at, kind, name, author, sequence, cards } = version;
    return this.#database.transact(async (sql) => {
      // Two processes that find at once that one is due take turns, so that the second sees the first one's.
      await sql("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", map);
      const added = await sql(
        `INSERT INTO version (map, id, at, kind, name, author, sequence, cards, content)
         SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9 WHERE NOT EXISTS
           (SELECT 1 FROM version WHERE map = $1 AND kind = 'automatic' AND at >= $10)
         RETURNING id`,
        map,
        id,
        at,
        kind,
        name,
        author,
        sequence,
        cards,
        fromBytes(content),
        unlessSince ?? Number.MAX_SAFE_INTEGER,
      );
      return added.length > 0;
    });
  }

  async list(map: MapId): Promise<readonly StoredVersion[]> {
    const rows = await this.#database.sql(
      `SELECT id, at, kind, name, author, sequence, cards FROM version WHERE map = $1
       ORDER BY at DESC, sequence DESC, id COLLATE "C"`,
      map,
    );
    return rows.map(readVersion);
  }

  async read(map: MapId, id: string): Promise<Uint8Array | undefined> {
    const [row] = await this.#database.sql("SELECT content FROM version WHERE map = $1 AND id = $2", map, id);
    return row && toBytes(row["content"]);
  }

  async remove(map: MapId, ids: readonly string[]): Promise<void> {
    await this.#database.sql("DELETE FROM version WHERE map = $1 AND id = ANY($2)", map, ids);
  }

  async forgetBefore(before: number): Promise<void> {
    await this.#database.sql("DELETE FROM version WHERE at < $1 AND kind <> 'named'", before);
  }

  async removeAll(map: MapId): Promise<void> {
    await this.#database.sql("DELETE FROM version WHERE map = $1", map);
  }
}
