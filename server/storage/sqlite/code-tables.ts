import type { JoinCodeUse } from "#shared/protocol/audience.ts";
import type { MapId } from "#shared/protocol/rooms.ts";
import type { StoredCode } from "../../access/ports.ts";
import { readCode } from "../rows.ts";
import type { Database } from "./database.ts";

/** Join codes in the database; synchronous, for use in the store's own thread. */
export class CodeTables {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  addCode({ hash, map, use, grant, expiresAt }: StoredCode, most: number): boolean {
    return this.#database.transact(() => {
      const added = this.#database.run(
        `INSERT OR IGNORE INTO join_code (hash, map, purpose, link, generation, expires_at)
         VALUES (?, ?, ?, ?, ?, ?)`,
        hash,
        map,
        use,
        grant.link,
        grant.generation,
        expiresAt,
      );
      if (added === 0) return false;
      this.#database.run(
        `DELETE FROM join_code WHERE map = ? AND purpose = ? AND hash <> ? AND hash NOT IN
           (SELECT hash FROM join_code WHERE map = ? AND purpose = ? AND hash <> ?
            ORDER BY expires_at DESC LIMIT ?)`,
        map,
        use,
        hash,
        map,
        use,
        hash,
        most - 1,
      );
      return true;
    });
  }

  findCode(hash: string): StoredCode | undefined {
    const row = this.#database.get("SELECT * FROM join_code WHERE hash = ?", hash);
    return row && readCode(row);
  }

  removeCode(map: MapId, hash: string): void {
    this.#database.run("DELETE FROM join_code WHERE map = ? AND hash = ?", map, hash);
  }

  removeAllCodes(map: MapId, use?: JoinCodeUse): void {
    if (use === undefined) this.#database.run("DELETE FROM join_code WHERE map = ?", map);
    else this.#database.run("DELETE FROM join_code WHERE map = ? AND purpose = ?", map, use);
  }

  forgetEndedCodes(now: number): void {
    this.#database.run("DELETE FROM join_code WHERE expires_at < ?", now);
  }
}
