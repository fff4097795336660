import type { MapId } from "#shared/protocol/rooms.ts";
import type { VersionKind } from "#shared/protocol/versions.ts";

/** What is known of a kept version besides its content. `at` is in milliseconds since 1970. */
export type StoredVersion = Readonly<{
  id: string;
  at: number;
  kind: VersionKind;
  /** What people called it; empty for all but named ones. */
  name: string;
  /** Who asked for it, as they call themselves; empty where nobody did. */
  author: string;
  /** The last record of the log that is in it: two versions of one number are the same. */
  sequence: number;
  cards: number;
}>;

/** Where versions of maps are kept. Bytes in, bytes out. The durability promise of `DocumentStore` holds as well. */
export interface HistoryStore {
  /**
   * Keeps a version. With `unlessSince`, only if no automatic one of the map is of that time or later; `false`, and
   * nothing is kept, when there is: another process was faster.
   */
  add(map: MapId, version: StoredVersion, content: Uint8Array, unlessSince?: number): Promise<boolean>;
  /** All versions of a map, the newest first. */
  list(map: MapId): Promise<readonly StoredVersion[]>;
  /** The content of one version. */
  read(map: MapId, id: string): Promise<Uint8Array | undefined>;
  remove(map: MapId, ids: readonly string[]): Promise<void>;
  /** Lets go of all versions of all maps that are older than `before`, but for named ones. */
  forgetBefore(before: number): Promise<void>;
  /** Erases all versions of a map, named ones, too. */
  removeAll(map: MapId): Promise<void>;
}
