import type { LinkName } from "#shared/protocol/roles.ts";
import type { MapId } from "#shared/protocol/rooms.ts";
import type { AccountMap, AccountStore, Grant, ListPlace } from "../../access/ports.ts";
import { readAccountMap } from "../rows.ts";
import type { PostgresDatabase } from "./postgres-database.ts";

/** The maps of accounts, at PostgreSQL. */
export class PostgresAccountStore implements AccountStore {
  readonly #database: PostgresDatabase;

  constructor(database: PostgresDatabase) {
    this.#database = database;
  }

  async note(account: string, map: MapId, grant: Grant, openedAt: number): Promise<void> {
    await this.#database.sql(
      `INSERT INTO account_map (account, map, link, generation, opened_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (account, map) DO UPDATE
       SET link = excluded.link, generation = excluded.generation, opened_at = excluded.opened_at`,
      account,
      map,
      grant.link,
      grant.generation,
      openedAt,
    );
  }

  async find(account: string, map: MapId): Promise<Grant | undefined> {
    const [row] = await this.#database.sql(
      "SELECT link, generation FROM account_map WHERE account = $1 AND map = $2",
      account,
      map,
    );
    return row && { link: row["link"] as LinkName, generation: Number(row["generation"]) };
  }

  /** The join leaves out what is void, also where a change of the link and its last use met. */
  async list(account: string, after: ListPlace | undefined, limit: number): Promise<readonly AccountMap[]> {
    const rows = await this.#database.sql(
      `SELECT map.id, map.title, map.locked_at, map.deleted_at, account_map.link, account_map.opened_at
       FROM account_map
       JOIN map ON map.id = account_map.map AND (map.deleted_at IS NULL OR account_map.link = 'owner')
       JOIN link ON link.map = account_map.map AND link.name = account_map.link
         AND link.generation = account_map.generation
       WHERE account_map.account = $1 AND (account_map.opened_at, account_map.map COLLATE "C") < ($2, $3)
       ORDER BY account_map.opened_at DESC, account_map.map COLLATE "C" DESC LIMIT $4`,
      account,
      after?.openedAt ?? Number.MAX_SAFE_INTEGER,
      after?.id ?? "",
      limit,
    );
    return rows.map(readAccountMap);
  }

  async forget(account: string, map: MapId): Promise<void> {
    await this.#database.sql("DELETE FROM account_map WHERE account = $1 AND map = $2", account, map);
  }

  async setTitle(map: MapId, title: string): Promise<void> {
    await this.#database.sql("UPDATE map SET title = $2 WHERE id = $1", map, title);
  }
}
