import type { MapId } from "#shared/protocol/rooms.ts";
import type { Grant, StoredLink, StoredMap, StoredSession } from "../../access/ports.ts";
import { StoreError } from "../../rooms/ports.ts";
import { optionalNumber, readLink, readSession } from "../rows.ts";
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
      for (const { link, generation, secretHash, sealed } of links) {
        this.#database.run(
          "INSERT INTO link (map, name, generation, secret_hash, sealed) VALUES (?, ?, ?, ?, ?)",
          id,
          link,
          generation,
          secretHash,
          sealed ?? null,
        );
      }
    });
  }

  findMap(id: MapId): StoredMap | undefined {
    const row = this.#database.get("SELECT created_at, deleted_at, locked_at FROM map WHERE id = ?", id);
    if (row === undefined) return undefined;
    return {
      id,
      createdAt: Number(row["created_at"]),
      deletedAt: optionalNumber(row["deleted_at"]),
      lockedAt: optionalNumber(row["locked_at"]),
      links: this.#links(id),
    };
  }

  replaceLinks(id: MapId, before: readonly StoredLink[], after: readonly StoredLink[]): boolean {
    return this.#database.transact(() => {
      const stored = this.#links(id);
      const isUnchanged = before.every(({ link, generation }) =>
        stored.some((other) => other.link === link && other.generation === generation),
      );
      if (!isUnchanged) return false;
      for (const { link, generation, secretHash, sealed } of after) {
        this.#database.run(
          "UPDATE link SET generation = ?, secret_hash = ?, sealed = ? WHERE map = ? AND name = ?",
          generation,
          secretHash,
          sealed ?? null,
          id,
          link,
        );
        this.#database.run(
          "DELETE FROM account_map WHERE map = ? AND link = ? AND generation <> ?",
          id,
          link,
          generation,
        );
      }
      return true;
    });
  }

  setLocked(id: MapId, lockedAt: number | undefined): void {
    this.#database.run("UPDATE map SET locked_at = ? WHERE id = ?", lockedAt ?? null, id);
  }

  deleteMap(id: MapId, deletedAt: number): void {
    this.#database.transact(() => {
      this.#database.run("UPDATE map SET deleted_at = ? WHERE id = ? AND deleted_at IS NULL", deletedAt, id);
      this.#database.run("DELETE FROM map_grant WHERE map = ?", id);
    });
  }

  restoreMap(id: MapId, deletedBefore: number): boolean {
    const sql = "UPDATE map SET deleted_at = NULL WHERE id = ? AND deleted_at > ?";
    return this.#database.run(sql, id, deletedBefore) > 0;
  }

  listDeleted(deletedBefore: number): readonly MapId[] {
    const rows = this.#database.all("SELECT id FROM map WHERE deleted_at <= ? ORDER BY id", deletedBefore);
    return rows.map((row) => row["id"] as MapId);
  }

  eraseMap(id: MapId): void {
    this.#database.transact(() => {
      this.#database.run("DELETE FROM map_grant WHERE map = ?", id);
      this.#database.run("DELETE FROM link WHERE map = ?", id);
      this.#database.run("DELETE FROM map WHERE id = ?", id);
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
        `INSERT INTO map_grant (token_hash, map, link, generation, ends_at) VALUES (?, ?, ?, ?, ?)
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

  findSession(tokenHash: string, map: MapId): StoredSession | undefined {
    const row = this.#database.get(
      `SELECT session.expires_at, map_grant.link, map_grant.generation, map_grant.ends_at
       FROM session LEFT JOIN map_grant ON map_grant.token_hash = session.token_hash AND map_grant.map = ?
       WHERE session.token_hash = ?`,
      map,
      tokenHash,
    );
    return row && readSession(row);
  }

  extendSession(tokenHash: string, expiresAt: number): void {
    this.#database.run("UPDATE session SET expires_at = ? WHERE token_hash = ?", expiresAt, tokenHash);
  }

  forgetEnded(now: number): void {
    this.#database.transact(() => {
      this.#database.run("DELETE FROM session WHERE expires_at < ?", now);
      this.#database.run("DELETE FROM map_grant WHERE ends_at < ?", now);
    });
  }

  #links(id: MapId): readonly StoredLink[] {
    const rows = this.#database.all(
      "SELECT name, generation, secret_hash, sealed FROM link WHERE map = ? ORDER BY rowid",
      id,
    );
    return rows.map(readLink);
  }
}
