import type { CardId } from "#shared/model/index.ts";
import type { LinkName } from "#shared/protocol/roles.ts";
import type { MapId } from "#shared/protocol/rooms.ts";
import type { VersionKind } from "#shared/protocol/versions.ts";
import type { PollId, PollState } from "#shared/talk/index.ts";
import type { AccountMap, StoredLink, StoredSession } from "../access/ports.ts";
import type { StoredVersion } from "../history/ports.ts";
import type { StoredPoll } from "../polls/ports.ts";

/** One row of an answer, by the names of its columns, which are the same in every database. */
export type Row = Readonly<Record<string, unknown>>;

/** A number that may be missing. */
export function optionalNumber(value: unknown): number | undefined {
  return value === null ? undefined : Number(value);
}

/** A row of `link`. */
export function readLink(row: Row): StoredLink {
  return {
    link: row["name"] as LinkName,
    generation: Number(row["generation"]),
    secretHash: String(row["secret_hash"]),
    sealed: row["sealed"] === null ? undefined : String(row["sealed"]),
  };
}

/** A row of `account_map`, beside it what `map` has. */
export function readAccountMap(row: Row): AccountMap {
  return {
    id: row["id"] as MapId,
    title: String(row["title"]),
    link: row["link"] as LinkName,
    lockedAt: optionalNumber(row["locked_at"]),
    deletedAt: optionalNumber(row["deleted_at"]),
    openedAt: Number(row["opened_at"]),
  };
}

/** A row of `session`, beside it what `map_grant` has of one map; its columns are null where it has nothing. */
export function readSession(row: Row): StoredSession {
  const grant =
    row["link"] === null
      ? undefined
      : { link: row["link"] as LinkName, generation: Number(row["generation"]) };
  return { expiresAt: Number(row["expires_at"]), grant };
}

/** A row of `version`, without its content. */
export function readVersion(row: Row): StoredVersion {
  return {
    id: String(row["id"]),
    at: Number(row["at"]),
    kind: row["kind"] as VersionKind,
    name: String(row["name"]),
    author: String(row["author"]),
    sequence: Number(row["sequence"]),
    cards: Number(row["cards"]),
  };
}

/** A row of `poll`. */
export function readPoll(row: Row): StoredPoll {
  return {
    id: row["id"] as PollId,
    card: row["card"] as CardId,
    state: row["state"] as PollState,
    round: Number(row["round"]),
    ballots: Number(row["ballots"]),
    revision: Number(row["revision"]),
    createdAt: Number(row["created_at"]),
  };
}
