import type { JoinCodeUse } from "#shared/protocol/audience.ts";
import type { MapId } from "#shared/protocol/rooms.ts";
import type { CodeStore, StoredCode } from "../../access/ports.ts";
import { readCode } from "../rows.ts";
import type { PostgresDatabase } from "./postgres-database.ts";

/** Join codes, at PostgreSQL. */
export class PostgresCodeStore implements CodeStore {
  readonly #database: PostgresDatabase;

  constructor(database: PostgresDatabase) {
    this.#database = database;
  }

  add({ hash, map, use, grant, expiresAt }: StoredCode, most: number): Promise<boolean> {
    return this.#database.transact(async (sql) => {
      const added = await sql(
        `INSERT INTO join_code (hash, map, purpose, link, generation, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING RETURNING hash`,
        hash,
        map,
        use,
        grant.link,
        grant.generation,
        expiresAt,
      );
      if (added.length === 0) return false;
      await sql(
        `DELETE FROM join_code WHERE map = $1 AND purpose = $2 AND hash <> $3 AND hash NOT IN
           (SELECT hash FROM join_code WHERE map = $1 AND purpose = $2 AND hash <> $3
            ORDER BY expires_at DESC LIMIT $4)`,
        map,
        use,
        hash,
        most - 1,
      );
      return true;
    });
  }

  async find(hash: string): Promise<StoredCode | undefined> {
    const [row] = await this.#database.sql("SELECT * FROM join_code WHERE hash = $1", hash);
    return row && readCode(row);
  }

  async remove(map: MapId, hash: string): Promise<void> {
    await this.#database.sql("DELETE FROM join_code WHERE map = $1 AND hash = $2", map, hash);
  }

  async removeAll(map: MapId, use?: JoinCodeUse): Promise<void> {
    if (use === undefined) await this.#database.sql("DELETE FROM join_code WHERE map = $1", map);
    else await this.#database.sql("DELETE FROM join_code WHERE map = $1 AND purpose = $2", map, use);
  }

  async forgetEnded(now: number): Promise<void> {
    await this.#database.sql("DELETE FROM join_code WHERE expires_at < $1", now);
  }
}
