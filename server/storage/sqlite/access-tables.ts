import type { LinkName } from "#shared/protocol/roles.ts";
import type { MapId } from "#shared/protocol/rooms.ts";
import type { Grant, StoredLink, StoredMap, StoredSession } from "../../access/ports.ts";
import { StoreError } from "../../rooms/ports.ts";
import type { Database } from "./database.ts";

/** Access in the database; synchronous, for use in the store's own thread. */
export class AccessTables {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  createMap(id: MapId, createdAt: number, links: readonly StoredLink[]): void {
    this.#database.transact(() => {
      const added = this.#database.run(
        "INSERT OR IGNORE INTO map (id, created_at) VALUES (?, ?)",
        id,
        createdAt,
      );
      if (added === 0) throw new StoreError("failed", "The map id is taken.");
      for (const { link, generation, secretHash } of links) {
        this.#database.run(
          "INSERT INTO link (map, name, generation, secret_hash) VALUES (?, ?, ?, ?)",
          id,
          link,
          generation,
          secretHash,
        );
      }
    });
  }

  findMap(id: MapId): StoredMap | undefined {
    const row = this.#database.get("SELECT created_at, deleted_at FROM map WHERE id = ?", id);
    if (row === undefined) return undefined;
    const links = this.#database.all(
      "SELECT name, generation, secret_hash FROM link WHERE map = ? ORDER BY rowid",
      id,
    );
    return {
      id,
      createdAt: Number(row["created_at"]),
      deletedAt: row["deleted_at"] === null ? undefined : Number(row["deleted_at"]),
      links: links.map((link) => ({
        link: link["name"] as LinkName,
        generation: Number(link["generation"]),
        secretHash: String(link["secret_hash"]),
      })),
    };
  }

  deleteMap(id: MapId, deletedAt: number): void {
    this.#database.transact(() => {
      this.#database.run("UPDATE map SET deleted_at = ? WHERE id = ? AND deleted_at IS NULL", deletedAt, id);
      this.#database.run("DELETE FROM map_grant WHERE map = ?", id);
    });
  }

  grant(tokenHash: string, expiresAt: number, map: MapId, grant: Grant): void {
    this.#database.transact(() => {
      this.#database.run(
        `INSERT INTO session (token_hash, expires_at) VALUES (?, ?)
         ON CONFLICT (token_hash) DO UPDATE SET expires_at = excluded.expires_at`,
        tokenHash,
        expiresAt,
      );
      this.#database.run(
        `INSERT INTO map_grant (token_hash, map, link, generation) VALUES (?, ?, ?, ?)
         ON CONFLICT (token_hash, map) DO UPDATE SET link = excluded.link, generation = excluded.generation`,
        tokenHash,
        map,
        grant.link,
        grant.generation,
      );
    });
  }

  findSession(tokenHash: string, map: MapId): StoredSession | undefined {
    const row = this.#database.get(
      `SELECT session.expires_at, map_grant.link, map_grant.generation
       FROM session LEFT JOIN map_grant ON map_grant.token_hash = session.token_hash AND map_grant.map = ?
       WHERE session.token_hash = ?`,
      map,
      tokenHash,
    );
    if (row === undefined) return undefined;
    const grant =
      row["link"] === null
        ? undefined
        : { link: row["link"] as LinkName, generation: Number(row["generation"]) };
    return { expiresAt: Number(row["expires_at"]), grant };
  }

  extendSession(tokenHash: string, expiresAt: number): void {
    this.#database.run("UPDATE session SET expires_at = ? WHERE token_hash = ?", expiresAt, tokenHash);
  }

  forgetEnded(now: number): void {
    this.#database.run("DELETE FROM session WHERE expires_at < ?", now);
  }
}
