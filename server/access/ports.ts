import type { LinkName } from "#shared/protocol/roles.ts";
import type { MapId } from "#shared/protocol/rooms.ts";

/** A capability link as it is stored: never its secret. Rotating a link raises its generation. */
export type StoredLink = Readonly<{ link: LinkName; generation: number; secretHash: string }>;

/** What is known of a map besides its document. Times are milliseconds since 1970. */
export type StoredMap = Readonly<{
  id: MapId;
  createdAt: number;
  deletedAt: number | undefined;
  links: readonly StoredLink[];
}>;

/** The right to a map that one of its links gave. It ends when that link's generation moves on. */
export type Grant = Readonly<{ link: LinkName; generation: number }>;

export type StoredSession = Readonly<{ expiresAt: number; grant: Grant | undefined }>;

/** Who may do what. Secrets and tokens arrive here hashed. The durability promise of `DocumentStore` holds as well. */
export interface AccessStore {
  /** Rejects when the id is taken. */
  createMap(id: MapId, createdAt: number, links: readonly StoredLink[]): Promise<void>;
  findMap(id: MapId): Promise<StoredMap | undefined>;
  /** Marks a map as deleted and ends every grant on it. */
  deleteMap(id: MapId, deletedAt: number): Promise<void>;
  /** Writes a grant into a session, in place of the one it had on that map, and sets when the session ends. */
  grant(tokenHash: string, expiresAt: number, map: MapId, grant: Grant): Promise<void>;
  /** The session, and what it may do with `map`. Ended sessions are not told apart: the caller knows the time. */
  findSession(tokenHash: string, map: MapId): Promise<StoredSession | undefined>;
  extendSession(tokenHash: string, expiresAt: number): Promise<void>;
  /** Forgets sessions that ended before `now`. */
  forgetEnded(now: number): Promise<void>;
}
