import { linkNames } from "#shared/protocol/roles.ts";
import type { MapId } from "#shared/protocol/rooms.ts";
import type { AccessStore, Grant, StoredLink, StoredMap, StoredSession } from "../../access/ports.ts";
import { StoreError } from "../../rooms/ports.ts";
import { optionalNumber, readLink, readSession } from "../rows.ts";
import type { PostgresDatabase } from "./postgres-database.ts";

/** Who may do what, at PostgreSQL. */
export class PostgresAccessStore implements AccessStore {
  readonly #database: PostgresDatabase;

  constructor(database: PostgresDatabase) {
    this.#database = database;
  }

  async createMap(id: MapId, createdAt: number, links: readonly StoredLink[]): Promise<void> {
    await this.#database.transact(async (sql) => {
      const added = await sql(
        "INSERT INTO map (id, created_at) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING id",
        id,
        createdAt,
      );
      if (added.length === 0) throw new StoreError("failed", "The map id is taken.");
      for (const { link, generation, secretHash, sealed } of links) {
        await sql(
          "INSERT INTO link (map, name, generation, secret_hash, sealed) VALUES ($1, $2, $3, $4, $5)",
          id,
          link,
          generation,
          secretHash,
          sealed ?? null,
        );
      }
    });
  }

  /** One statement, so that a map and its links belong together. */
  async findMap(id: MapId): Promise<StoredMap | undefined> {
    const rows = await this.#database.sql(
      `SELECT map.created_at, map.deleted_at, map.locked_at,
              link.name, link.generation, link.secret_hash, link.sealed
       FROM map LEFT JOIN link ON link.map = map.id WHERE map.id = $1`,
      id,
    );
    const [first] = rows;
    if (first === undefined) return undefined;
    return {
      id,
      createdAt: Number(first["created_at"]),
      deletedAt: optionalNumber(first["deleted_at"]),
      lockedAt: optionalNumber(first["locked_at"]),
      links: rows
        .filter((row) => row["name"] !== null)
        .map(readLink)
        .sort((a, b) => linkNames.indexOf(a.link) - linkNames.indexOf(b.link)),
    };
  }

  async replaceLinks(
    id: MapId,
    before: readonly StoredLink[],
    after: readonly StoredLink[],
  ): Promise<boolean> {
    return this.#database.transact(async (sql) => {
      // The lock makes two changes of one map's links take turns.
      const rows = await sql("SELECT name, generation FROM link WHERE map = $1 FOR UPDATE", id);
      const isUnchanged = before.every(({ link, generation }) =>
        rows.some((row) => row["name"] === link && Number(row["generation"]) === generation),
      );
      if (!isUnchanged) return false;
      for (const { link, generation, secretHash, sealed } of after) {
        await sql(
          "UPDATE link SET generation = $3, secret_hash = $4, sealed = $5 WHERE map = $1 AND name = $2",
          id,
          link,
          generation,
          secretHash,
          sealed ?? null,
        );
        await sql(
          "DELETE FROM account_map WHERE map = $1 AND link = $2 AND generation <> $3",
          id,
          link,
          generation,
        );
      }
      return true;
    });
  }

  async setLocked(id: MapId, lockedAt: number | undefined): Promise<void> {
    await this.#database.sql("UPDATE map SET locked_at = $2 WHERE id = $1", id, lockedAt ?? null);
  }

  async deleteMap(id: MapId, deletedAt: number): Promise<void> {
    await this.#database.transact(async (sql) => {
      await sql("UPDATE map SET deleted_at = $2 WHERE id = $1 AND deleted_at IS NULL", id, deletedAt);
      await sql("DELETE FROM map_grant WHERE map = $1", id);
    });
  }

  async restoreMap(id: MapId, deletedBefore: number): Promise<boolean> {
    const restored = await this.#database.sql(
      "UPDATE map SET deleted_at = NULL WHERE id = $1 AND deleted_at > $2 RETURNING id",
      id,
      deletedBefore,
    );
    return restored.length > 0;
  }

  async listDeleted(deletedBefore: number): Promise<readonly MapId[]> {
    const rows = await this.#database.sql(
      'SELECT id FROM map WHERE deleted_at <= $1 ORDER BY id COLLATE "C"',
      deletedBefore,
    );
    return rows.map((row) => row["id"] as MapId);
  }

  async eraseMap(id: MapId): Promise<void> {
    await this.#database.transact(async (sql) => {
      await sql("DELETE FROM map_grant WHERE map = $1", id);
      await sql("DELETE FROM link WHERE map = $1", id);
      await sql("DELETE FROM map WHERE id = $1", id);
    });
  }

  async grant(tokenHash: string, expiresAt: number, map: MapId, grant: Grant): Promise<void> {
    await this.#database.transact(async (sql) => {
      await sql(
        `INSERT INTO session (token_hash, expires_at) VALUES ($1, $2)
         ON CONFLICT (token_hash) DO UPDATE SET expires_at = excluded.expires_at`,
        tokenHash,
        expiresAt,
      );
      await sql(
        `INSERT INTO map_grant (token_hash, map, link, generation, ends_at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (token_hash, map) DO UPDATE
         SET link = excluded.link, generation = excluded.generation, ends_at = excluded.ends_at`,
        tokenHash,
        map,
        grant.link,
        grant.generation,
        grant.endsAt ?? null,
      );
    });
  }

  async findSession(tokenHash: string, map: MapId): Promise<StoredSession | undefined> {
    const [row] = await this.#database.sql(
      `SELECT session.expires_at, map_grant.link, map_grant.generation, map_grant.ends_at
       FROM session LEFT JOIN map_grant ON map_grant.token_hash = session.token_hash AND map_grant.map = $2
       WHERE session.token_hash = $1`,
      tokenHash,
      map,
    );
    return row && readSession(row);
  }

  async extendSession(tokenHash: string, expiresAt: number): Promise<void> {
    await this.#database.sql(
      "UPDATE session SET expires_at = $2 WHERE token_hash = $1",
      tokenHash,
      expiresAt,
    );
  }

  async forgetEnded(now: number): Promise<void> {
    await this.#database.transact(async (sql) => {
      await sql("DELETE FROM session WHERE expires_at < $1", now);
      await sql("DELETE FROM map_grant WHERE ends_at < $1", now);
    });
  }
}
