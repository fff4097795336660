import type { MapId } from "#shared/protocol/rooms.ts";
import type { AccessStore, AccountMap, AccountStore, Grant, ListPlace } from "../../access/ports.ts";

type Entry = Readonly<{ map: MapId; grant: Grant; openedAt: number }>;

/** The maps of accounts, as long as the process lives. */
export class MemoryAccountStore implements AccountStore {
  readonly #access: Pick<AccessStore, "findMap">;
  readonly #accounts = new Map<string, Map<MapId, Entry>>();
  readonly #titles = new Map<MapId, string>();

  constructor(access: Pick<AccessStore, "findMap">) {
    this.#access = access;
  }

  note(account: string, map: MapId, grant: Grant, openedAt: number): Promise<void> {
    const entries = this.#accounts.get(account) ?? new Map<MapId, Entry>();
    entries.set(map, { map, grant, openedAt });
    this.#accounts.set(account, entries);
    return Promise.resolve();
  }

  async find(account: string, map: MapId): Promise<Grant | undefined> {
    const entry = this.#accounts.get(account)?.get(map);
    return entry && (await this.#isAlive(entry)) ? entry.grant : undefined;
  }

  async list(account: string, after: ListPlace | undefined, limit: number): Promise<readonly AccountMap[]> {
    const listed: AccountMap[] = [];
    for (const entry of [...(this.#accounts.get(account)?.values() ?? [])].sort(newestFirst)) {
      const { map: id, grant, openedAt } = entry;
      const isAfter =
        after === undefined || newestFirst({ map: after.id, openedAt: after.openedAt }, entry) < 0;
      const map = isAfter && (await this.#isAlive(entry)) ? await this.#access.findMap(id) : undefined;
      if (map === undefined || (map.deletedAt !== undefined && grant.link !== "owner")) continue;
      const title = this.#titles.get(id) ?? "";
      const { lockedAt, deletedAt } = map;
      listed.push({ id, title, link: grant.link, lockedAt, deletedAt, openedAt });
      if (listed.length === limit) break;
    }
    return listed;
  }

  forget(account: string, map: MapId): Promise<void> {
    this.#accounts.get(account)?.delete(map);
    return Promise.resolve();
  }

  setTitle(map: MapId, title: string): Promise<void> {
    this.#titles.set(map, title);
    return Promise.resolve();
  }

  /** Databases let go of an entry together with its map or its link; here it is looked up. */
  async #isAlive({ map, grant }: Entry): Promise<boolean> {
    const links = (await this.#access.findMap(map))?.links ?? [];
    return links.some(({ link, generation }) => link === grant.link && generation === grant.generation);
  }
}

function newestFirst(a: Pick<Entry, "map" | "openedAt">, b: Pick<Entry, "map" | "openedAt">): number {
  if (a.openedAt !== b.openedAt || a.map === b.map) return b.openedAt - a.openedAt;
  return a.map < b.map ? 1 : -1;
}
