import { nanoid } from "nanoid";
import { type ArgumentDoc, restoreMap } from "#shared/doc/index.ts";
import { err, ok, type Result } from "#shared/lib/result.ts";
import {
  type CommandFault,
  differenceBetween,
  type MapDifference,
  type PlainMap,
  restorationOf,
} from "#shared/model/index.ts";
import { limits } from "#shared/protocol/limits.ts";
import { type MapId, mapOfRoom } from "#shared/protocol/rooms.ts";
import type { Log } from "../logging.ts";
import type { Room } from "../rooms/index.ts";
import { readContent, unpackContent } from "./content.ts";
import { contentOf } from "./make-version.ts";
import type { HistoryStore, StoredVersion } from "./ports.ts";
import { versionsToForget } from "./retention.ts";
import { makeVersionAside } from "./version-thread.ts";

export type MapHistoryOptions = Readonly<{
  store: HistoryStore;
  now: () => number;
  log: Log;
  /** How long versions are kept that nobody named; 0 keeps none. */
  keepMs: number;
}>;

/** What a restoration changed, and the version that holds what was there before, if anything was changed. */
export type Restored = Readonly<{ before: StoredVersion | undefined; changes: MapDifference }>;

/** What a room is to its history. */
type OpenMap = Pick<Room, "id" | "head" | "read" | "edit" | "saved" | "stored">;

type VersionRequest = Pick<StoredVersion, "kind" | "name" | "author">;

const automatic: VersionRequest = { kind: "automatic", name: "", author: "" };
const unchanged: MapDifference = { added: [], removed: [], edited: [], moved: [], retitled: false };

/** The versions of maps: keeping them, letting go of old ones, and bringing one back. */
export class MapHistory {
  readonly #store: HistoryStore;
  readonly #now: () => number;
  readonly #log: Log;
  readonly #keepMs: number;

  constructor({ store, now, log, keepMs }: MapHistoryOptions) {
    this.#store = store;
    this.#now = now;
    this.#log = log;
    this.#keepMs = keepMs;
  }

  /**
   * Keeps the map as it is, if it has changed since a version was kept and the last automatic one is older than
   * `gapMs`. Never rejects: a map goes on without its history.
   */
  async keep(room: OpenMap, gapMs: number): Promise<void> {
    try {
      if (this.#keepMs > 0) await this.#keepIfDue(room, gapMs);
    } catch (error) {
      this.#log.warn("A version of a map could not be kept.", { map: room.id, error });
    }
  }

  /** Keeps the map as it is, under a name. */
  async name(
    room: OpenMap,
    name: string,
    author: string,
  ): Promise<Result<StoredVersion, "too-many" | "read-only">> {
    const named = (await this.#store.list(mapOfRoom(room.id))).filter(({ kind }) => kind === "named");
    if (named.length >= limits.maxNamedVersionsPerMap) return err("too-many");
    await room.saved();
    const version = await this.#add(room, { kind: "named", name, author });
    return version === undefined ? err("read-only") : ok(version);
  }

  /** All versions of a map, the newest first. */
  list(map: MapId): Promise<readonly StoredVersion[]> {
    return this.#store.list(map);
  }

  /** A version as our own JSON. */
  async readText(map: MapId, id: string): Promise<string | undefined> {
    const content = await this.#store.read(map, id);
    return content && unpackContent(content);
  }

  async read(map: MapId, id: string): Promise<PlainMap | undefined> {
    const content = await this.#store.read(map, id);
    return content && readContent(content);
  }

  remove(map: MapId, id: string): Promise<void> {
    return this.#store.remove(map, [id]);
  }

  /**
   * Makes the map what `wanted` was, by an ordinary edit: everybody sees it, and what they do at the same time is kept.
   * What is there now is kept as a version first. `since` as in `restorationOf`.
   */
  async restore(
    room: OpenMap,
    wanted: PlainMap,
    since: PlainMap | undefined,
    author: string,
  ): Promise<Result<Restored, CommandFault>> {
    const now = room.read(contentOf);
    if (now !== undefined && restorationOf(now, wanted, since) === undefined)
      return ok({ before: undefined, changes: unchanged });
    await room.saved();
    const before = await this.#add(room, { kind: "before-restoring", name: "", author });
    const changes = await room.edit((document) => bringBack(document, wanted, since ?? now));
    return changes.ok ? ok({ before, changes: changes.value }) : changes;
  }

  /** Lets go of what is too old, in all maps. */
  async forgetOld(): Promise<void> {
    await this.#store.forgetBefore(this.#now() - this.#keepMs);
  }

  async #keepIfDue(room: OpenMap, gapMs: number): Promise<void> {
    const versions = await this.#store.list(mapOfRoom(room.id));
    const last = versions.find(({ kind }) => kind === "automatic");
    const since = this.#now() - gapMs;
    const isKept = versions.some(({ sequence }) => sequence >= room.head);
    if (isKept || (last !== undefined && last.at > since)) return;
    const version = await this.#add(room, automatic, since + 1);
    if (version !== undefined) await this.#forget(mapOfRoom(room.id), [version, ...versions]);
  }

  /** Keeps the map as it is stored; nothing of one that a later program wrote. */
  async #add(
    room: OpenMap,
    request: VersionRequest,
    unlessSince?: number,
  ): Promise<StoredVersion | undefined> {
    const at = this.#now();
    const stored = await room.stored();
    const made = stored && (await makeVersionAside({ stored, at }));
    if (stored === undefined || made === undefined) return undefined;
    const version = { id: nanoid(), at, sequence: stored.head, cards: made.cards, ...request };
    await this.#store.add(mapOfRoom(room.id), version, made.content, unlessSince);
    return version;
  }

  async #forget(map: MapId, versions: readonly StoredVersion[]): Promise<void> {
    const ids = versionsToForget(versions, this.#now(), this.#keepMs);
    if (ids.length > 0) await this.#store.remove(map, ids);
  }
}

function bringBack(
  document: ArgumentDoc,
  wanted: PlainMap,
  since: PlainMap | undefined,
): Result<MapDifference, CommandFault> {
  const now = document.toPlainMap();
  const restored = restoreMap(document, wanted, since);
  if (!restored.ok) return restored;
  document.repair();
  return ok(differenceBetween(now, document.toPlainMap()));
}
