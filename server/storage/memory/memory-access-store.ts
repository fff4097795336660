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
    this.#maps.set(id, { id, createdAt, deletedAt: undefined, links: [...links] });
    return Promise.resolve();
  }

  findMap(id: MapId): Promise<StoredMap | undefined> {
    return Promise.resolve(this.#maps.get(id));
  }

  deleteMap(id: MapId, deletedAt: number): Promise<void> {
    const map = this.#maps.get(id);
    if (map !== undefined && map.deletedAt === undefined) this.#maps.set(id, { ...map, deletedAt });
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
    for (const [tokenHash, session] of this.#sessions)
      if (session.expiresAt < now) this.#sessions.delete(tokenHash);
    return Promise.resolve();
  }
}
