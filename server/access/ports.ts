import type { JoinCodeUse } from "#shared/protocol/audience.ts";
import type { LinkName } from "#shared/protocol/roles.ts";
import type { MapId } from "#shared/protocol/rooms.ts";

/**
 * A capability link as it is stored: never its secret. Changing a link raises its generation. `sealed` is the secret,
 * encrypted under the owner's, where it cannot be derived from that: links that are older than their owner's link.
 */
export type StoredLink = Readonly<{
  link: LinkName;
  generation: number;
  secretHash: string;
  sealed: string | undefined;
}>;

/** What is known of a map besides its document. Times are milliseconds since 1970. */
export type StoredMap = Readonly<{
  id: MapId;
  createdAt: number;
  deletedAt: number | undefined;
  /** Since when nobody but the owner may change it. */
  lockedAt: number | undefined;
  links: readonly StoredLink[];
}>;

/**
 * The right to a map that one of its links gave. It ends when that link's generation moves on; one that a join code gave,
 * at `endsAt` at the latest.
 */
export type Grant = Readonly<{ link: LinkName; generation: number; endsAt?: number | undefined }>;

export type StoredSession = Readonly<{ expiresAt: number; grant: Grant | undefined }>;

/** A map that somebody with an account has made or opened, by the right that gave them the most. `account` is a hash. */
export type AccountMap = Readonly<{
  id: MapId;
  /** What it was called when its title was last looked at. */
  title: string;
  link: LinkName;
  lockedAt: number | undefined;
  deletedAt: number | undefined;
  openedAt: number;
}>;

/** Where a page of a list begins: after this entry. */
export type ListPlace = Readonly<{ openedAt: number; id: MapId }>;

/** Who may do what. Secrets and tokens arrive here hashed. The durability promise of `DocumentStore` holds as well. */
export interface AccessStore {
  /** Rejects when the id is taken. */
  createMap(id: MapId, createdAt: number, links: readonly StoredLink[]): Promise<void>;
  findMap(id: MapId): Promise<StoredMap | undefined>;
  /**
   * Puts links in place of those of the same name, all or none. `false`, and nothing is changed, when the map's links
   * are no longer at the generations of `before`: somebody else was faster. What accounts have by a link that changed
   * leaves their lists.
   */
  replaceLinks(id: MapId, before: readonly StoredLink[], after: readonly StoredLink[]): Promise<boolean>;
  /** Locks a map, or with `undefined` unlocks it. */
  setLocked(id: MapId, lockedAt: number | undefined): Promise<void>;
  /** Marks a map as deleted and ends every grant on it. */
  deleteMap(id: MapId, deletedAt: number): Promise<void>;
  /** Takes the deletion of a map back; `false` when it was not deleted, or at `deletedBefore` or earlier. */
  restoreMap(id: MapId, deletedBefore: number): Promise<boolean>;
  /** Maps that were deleted at `deletedBefore` or earlier. */
  listDeleted(deletedBefore: number): Promise<readonly MapId[]>;
  /** Forgets that there was such a map. Its document is another matter. */
  eraseMap(id: MapId): Promise<void>;
  /** Writes a grant into a session, in place of the one it had on that map, and sets when the session ends. */
  grant(tokenHash: string, expiresAt: number, map: MapId, grant: Grant): Promise<void>;
  /** The session, and what it may do with `map`. Ended sessions are not told apart: the caller knows the time. */
  findSession(tokenHash: string, map: MapId): Promise<StoredSession | undefined>;
  extendSession(tokenHash: string, expiresAt: number): Promise<void>;
  /** Forgets sessions, and rights of sessions, that ended before `now`. */
  forgetEnded(now: number): Promise<void>;
}

/** A join code as it is stored: never itself. Whoever has it is given what its link gives, until it ends. */
export type StoredCode = Readonly<{
  hash: string;
  map: MapId;
  use: JoinCodeUse;
  grant: Readonly<{ link: LinkName; generation: number }>;
  expiresAt: number;
}>;

/** The codes by which people join talks. They are erased with their map. */
export interface CodeStore {
  /** Keeps a code; of a map with more than `most` of that use those go that end first. `false` when there is such a code already. */
  add(code: StoredCode, most: number): Promise<boolean>;
  /** Codes that have ended are not told apart: the caller knows the time. */
  find(hash: string): Promise<StoredCode | undefined>;
  /** Ends one code of a map. */
  remove(map: MapId, hash: string): Promise<void>;
  /** Ends all codes of a map, or all of one use. */
  removeAll(map: MapId, use?: JoinCodeUse): Promise<void>;
  /** Forgets codes that ended before `now`. */
  forgetEnded(now: number): Promise<void>;
}

/** Which maps accounts have made or opened; nothing where nobody has one. An entry is erased with its map. */
export interface AccountStore {
  /** Notes that an account has opened a map, in place of what was noted of the two before. */
  note(account: string, map: MapId, grant: Grant, openedAt: number): Promise<void>;
  /** By which right an account has a map, whether or not it still holds. */
  find(account: string, map: MapId): Promise<Grant | undefined>;
  /** The maps of an account whose right still holds, of deleted ones its own; the last opened first. */
  list(account: string, after: ListPlace | undefined, limit: number): Promise<readonly AccountMap[]>;
  forget(account: string, map: MapId): Promise<void>;
  /** What a map is called, for lists. */
  setTitle(map: MapId, title: string): Promise<void>;
}
