import type { MapId } from "#shared/protocol/rooms.ts";
import type { StoredVersion } from "../../history/ports.ts";
import { readVersion } from "../rows.ts";
import { type Database, toBytes } from "./database.ts";

/** Versions of maps in the database; synchronous, for use in the store's own thread. */
export class HistoryTables {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  addVersion(
    map: MapId,
    version: StoredVersion,
    content: Uint8Array,
    unlessSince: number | undefined,
  ): boolean {
    const { id, at, kind, name, author, sequence, cards } = version;
    const added = this.#database.run(
      `INSERT INTO version (map, id, at, kind, name, author, sequence, cards, content)
       SELECT ?, ?, ?, ?, ?, ?, ?, ?, ? WHERE NOT EXISTS
         (SELECT 1 FROM version WHERE map = ? AND kind = 'automatic' AND at >= ?)`,
      map,
      id,
      at,
      kind,
      name,
      author,
      sequence,
      cards,
      content,
      map,
      unlessSince ?? Number.MAX_SAFE_INTEGER,
    );
    return added > 0;
  }

  listVersions(map: MapId): readonly StoredVersion[] {
    return this.#database
      .all(
        `SELECT id, at, kind, name, author, sequence, cards FROM version WHERE map = ?
         ORDER BY at DESC, sequence DESC, id`,
        map,
      )
      .map(readVersion);
  }

  readVersion(map: MapId, id: string): Uint8Array | undefined {
    const row = this.#database.get("SELECT content FROM version WHERE map = ? AND id = ?", map, id);
    return row && toBytes(row["content"]);
  }

  removeVersions(map: MapId, ids: readonly string[]): void {
    this.#database.transact(() => {
      for (const id of ids) this.#database.run("DELETE FROM version WHERE map = ? AND id = ?", map, id);
    });
  }

  forgetVersions(before: number): void {
    this.#database.run("DELETE FROM version WHERE at < ? AND kind <> 'named'", before);
  }

  removeAllVersions(map: MapId): void {
    this.#database.run("DELETE FROM version WHERE map = ?", map);
  }
}
