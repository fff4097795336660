import type { CardId } from "#shared/model/index.ts";
import type { JoinCodeUse } from "#shared/protocol/audience.ts";
import type { LinkName } from "#shared/protocol/roles.ts";
import type { MapId } from "#shared/protocol/rooms.ts";
import type { VersionKind } from "#shared/protocol/versions.ts";
import type { Moment, PollAudience, PollId, PollKind, PollState } from "#shared/talk/index.ts";
import type { AccountMap, StoredCode, StoredLink, StoredSession } from "../access/ports.ts";
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
      : {
          link: row["link"] as LinkName,
          generation: Number(row["generation"]),
          endsAt: optionalNumber(row["ends_at"]),
        };
  return { expiresAt: Number(row["expires_at"]), grant };
}

/** A row of `join_code`. */
export function readCode(row: Row): StoredCode {
  return {
    hash: String(row["hash"]),
    map: row["map"] as MapId,
    use: row["purpose"] as JoinCodeUse,
    grant: { link: row["link"] as LinkName, generation: Number(row["generation"]) },
    expiresAt: Number(row["expires_at"]),
  };
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

/** What `readPoll` reads. */
export const pollColumns =
  "id, card, kind, audience, state, moment, round, ballots, ballots_after, ballots_both, revision, created_at";

/** A row of `poll`. */
export function readPoll(row: Row): StoredPoll {
  return {
    id: row["id"] as PollId,
    card: row["card"] as CardId,
    kind: row["kind"] as PollKind,
    audience: row["audience"] as PollAudience,
    state: row["state"] as PollState,
    moment: row["moment"] as Moment,
    round: Number(row["round"]),
    voted: {
      before: Number(row["ballots"]),
      after: Number(row["ballots_after"]),
      both: Number(row["ballots_both"]),
    },
    revision: Number(row["revision"]),
    createdAt: Number(row["created_at"]),
  };
}
