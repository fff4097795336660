import { err, type Result } from "#shared/lib/result.ts";
import { type Role, roleOfLink, roles } from "#shared/protocol/roles.ts";
import type { MapId } from "#shared/protocol/rooms.ts";
import type { Access, PageSession } from "./access.ts";
import type { AccountMap, AccountStore, Grant, ListPlace, StoredMap } from "./ports.ts";
import { type AccessFault, firstGeneration, isCurrent, roleIn } from "./rights.ts";

/** A map on somebody's list, with what they may do there at present. */
export type ListedMap = Omit<AccountMap, "link"> & Readonly<{ role: Role }>;

/**
 * The maps of people with accounts. An entry is a right, as a device's is: it holds no secret, shows no links, and ends
 * with the link that gave it.
 */
export class Accounts {
  readonly #store: AccountStore;
  readonly #access: Access;
  readonly #now: () => number;

  constructor(store: AccountStore, access: Access, now: () => number) {
    this.#store = store;
    this.#access = access;
    this.#now = now;
  }

  /** Notes that somebody has made a map: it is theirs. */
  async noteMade(account: string, id: MapId, title: string): Promise<void> {
    await this.#store.note(account, id, { link: "owner", generation: firstGeneration }, this.#now());
    await this.#store.setTitle(id, title);
  }

  /** Notes that somebody came by a link. Who was given more before keeps it while that link holds. */
  async note(account: string, map: StoredMap, grant: Grant): Promise<void> {
    const before = await this.#store.find(account, map.id);
    const isLess = before !== undefined && isCurrent(map, before) && isStronger(before, grant);
    await this.#store.note(account, map.id, isLess ? before : grant, this.#now());
  }

  /** The last opened first. */
  async list(account: string, after: ListPlace | undefined, limit: number): Promise<readonly ListedMap[]> {
    const listed = await this.#store.list(account, after, limit);
    return listed.map(({ link, ...map }) => ({ ...map, role: roleIn(map, link) }));
  }

  /** Opens a map of the list for one page: nothing stays on the device. */
  async openSession(account: string, id: MapId): Promise<Result<PageSession, AccessFault>> {
    const grant = await this.#store.find(account, id);
    // Whether there is such a map is nobody's business who does not have it.
    if (grant === undefined) return err("not-found");
    const opened = await this.#access.openByGrant(id, grant);
    if (opened.ok) await this.#store.note(account, id, grant, this.#now());
    return opened;
  }

  /** By which right an account has a map, whether or not it still holds. */
  rightOf(account: string, id: MapId): Promise<Grant | undefined> {
    return this.#store.find(account, id);
  }

  forget(account: string, id: MapId): Promise<void> {
    return this.#store.forget(account, id);
  }
}

function isStronger(a: Grant, b: Grant): boolean {
  return roles.indexOf(roleOfLink[a.link]) < roles.indexOf(roleOfLink[b.link]);
}
