import type { LinkName } from "#shared/protocol/roles.ts";
import type { MapId } from "#shared/protocol/rooms.ts";
import type { AccountMap, Grant, ListPlace } from "../../access/ports.ts";
import { readAccountMap } from "../rows.ts";
import type { Database } from "./database.ts";

/** The maps of accounts in the database; synchronous, for use in the store's own thread. */
export class AccountTables {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  noteAccountMap(account: string, map: MapId, grant: Grant, openedAt: number): void {
    this.#database.run(
      `INSERT INTO account_map (account, map, link, generation, opened_at) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (account, map) DO UPDATE
       SET link = excluded.link, generation = excluded.generation, opened_at = excluded.opened_at`,
      account,
      map,
      grant.link,
      grant.generation,
      openedAt,
    );
  }

  findAccountMap(account: string, map: MapId): Grant | undefined {
    const row = this.#database.get(
      "SELECT link, generation FROM account_map WHERE account = ? AND map = ?",
      account,
      map,
    );
    return row && { link: row["link"] as LinkName, generation: Number(row["generation"]) };
  }

  /** The join leaves out what is void, also where a change of the link and its last use met. */
  listAccountMaps(account: string, after: ListPlace | undefined, limit: number): readonly AccountMap[] {
    const rows = this.#database.all(
      `SELECT map.id, map.title, map.locked_at, map.deleted_at, account_map.link, account_map.opened_at
       FROM account_map
       JOIN map ON map.id = account_map.map AND (map.deleted_at IS NULL OR account_map.link = 'owner')
       JOIN link ON link.map = account_map.map AND link.name = account_map.link
         AND link.generation = account_map.generation
       WHERE account_map.account = ? AND (account_map.opened_at, account_map.map) < (?, ?)
       ORDER BY account_map.opened_at DESC, account_map.map DESC LIMIT ?`,
      account,
      after?.openedAt ?? Number.MAX_SAFE_INTEGER,
      after?.id ?? "",
      limit,
    );
    return rows.map(readAccountMap);
  }

  forgetAccountMap(account: string, map: MapId): void {
    this.#database.run("DELETE FROM account_map WHERE account = ? AND map = ?", account, map);
  }

  setTitle(map: MapId, title: string): void {
    this.#database.run("UPDATE map SET title = ? WHERE id = ?", title, map);
  }
}
