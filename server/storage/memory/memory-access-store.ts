import type { MapId } from "#shared/protocol/rooms.ts";
import type { AccessStore, Grant, StoredLink, StoredMap, StoredSession } from "../../access/ports.ts";
import { StoreError } from "../../rooms/index.ts";

type SessionRow = { expiresAt: number; grants: Map<MapId, Grant> };

/** Access that lives as long as the process. */
export class MemoryAccessStore implements AccessStore {
  readonly #maps = new Map<MapId, StoredMap>();
  readonly #sessions = new Map<string, SessionRow>();

  createMap(id: MapId, createdAt: number, links: readonly StoredLink[]): Promise<void> {
    if (this.#maps.has(id)) return Promise.reject(new StoreError("failed", "The map id is taken."));
    this.#maps.set(id, { id, createdAt, deletedAt: undefined, lockedAt: undefined, links: [...links] });
    return Promise.resolve();
  }

  findMap(id: MapId): Promise<StoredMap | undefined> {
    return Promise.resolve(this.#maps.get(id));
  }

  replaceLinks(id: MapId, before: readonly StoredLink[], after: readonly StoredLink[]): Promise<boolean> {
    const map = this.#maps.get(id);
    const isUnchanged = before.every(({ link, generation }) =>
      map?.links.some((stored) => stored.link === link && stored.generation === generation),
    );
    if (map === undefined || !isUnchanged) return Promise.resolve(false);
    const links = map.links.map((stored) => after.find(({ link }) => link === stored.link) ?? stored);
    this.#maps.set(id, { ...map, links });
    return Promise.resolve(true);
  }

  setLocked(id: MapId, lockedAt: number | undefined): Promise<void> {
    const map = this.#maps.get(id);
    if (map !== undefined) this.#maps.set(id, { ...map, lockedAt });
    return Promise.resolve();
  }

  deleteMap(id: MapId, deletedAt: number): Promise<void> {
    const map = this.#maps.get(id);
    if (map !== undefined && map.deletedAt === undefined) this.#maps.set(id, { ...map, deletedAt });
    for (const session of this.#sessions.values()) session.grants.delete(id);
    return Promise.resolve();
  }

  restoreMap(id: MapId, deletedBefore: number): Promise<boolean> {
    const map = this.#maps.get(id);
    if (map?.deletedAt === undefined || map.deletedAt <= deletedBefore) return Promise.resolve(false);
    this.#maps.set(id, { ...map, deletedAt: undefined });
    return Promise.resolve(true);
  }

  listDeleted(deletedBefore: number): Promise<readonly MapId[]> {
    const isExpired = ({ deletedAt }: StoredMap): boolean =>
      deletedAt !== undefined && deletedAt <= deletedBefore;
    return Promise.resolve([...this.#maps.values()].filter(isExpired).map(({ id }) => id));
  }

  eraseMap(id: MapId): Promise<void> {
    this.#maps.delete(id);
    for (const session of this.#sessions.values()) session.grants.delete(id);
    return Promise.resolve();
  }

  grant(tokenHash: string, expiresAt: number, map: MapId, grant: Grant): Promise<void> {
    const session = this.#sessions.get(tokenHash) ?? { expiresAt, grants: new Map<MapId, Grant>() };
    session.expiresAt = expiresAt;
    session.grants.set(map, grant);
    this.#sessions.set(tokenHash, session);
    return Promise.resolve();
  }

  findSession(tokenHash: string, map: MapId): Promise<StoredSession | undefined> {
    const session = this.#sessions.get(tokenHash);
    return Promise.resolve(session && { expiresAt: session.expiresAt, grant: session.grants.get(map) });
  }

  extendSession(tokenHash: string, expiresAt: number): Promise<void> {
    const session = this.#sessions.get(tokenHash);
    if (session !== undefined) session.expiresAt = expiresAt;
    return Promise.resolve();
  }

  forgetEnded(now: number): Promise<void> {
    for (const [tokenHash, session] of this.#sessions) {
      if (session.expiresAt < now) this.#sessions.delete(tokenHash);
      for (const [map, { endsAt }] of session.grants)
        if (endsAt !== undefined && endsAt < now) session.grants.delete(map);
    }
    return Promise.resolve();
  }
}
