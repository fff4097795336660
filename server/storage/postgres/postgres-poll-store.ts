import type { MapId } from "#shared/protocol/rooms.ts";
import type {
  GivenBallot,
  ImpactCount,
  Moment,
  OwnBallot,
  PollAudience,
  PollId,
  PollState,
  StanceCount,
} from "#shared/talk/index.ts";
import type { Cast, NewPoll, PollStore, StoredPoll, VoterId } from "../../polls/ports.ts";
import {
  readImpactCount,
  readOwnBallots,
  readStanceCount,
  refusalOf,
  rowsOfBallot,
  stanceCountsSql,
  withVoter,
} from "../ballots.ts";
import { pollColumns as columns, readPoll } from "../rows.ts";
import type { PostgresDatabase, Sql } from "./postgres-database.ts";

/** Votes, at PostgreSQL. Whatever changes a poll holds its row, so that a ballot is in before a poll closes or not at all. */
export class PostgresPollStore implements PollStore {
  readonly #database: PostgresDatabase;

  constructor(database: PostgresDatabase) {
    this.#database = database;
  }

  create(map: MapId, poll: NewPoll, most: number): Promise<StoredPoll | undefined> {
    const { id, card, kind, audience, createdAt } = poll;
    return this.#database.transact(async (sql) => {
      // Two processes that each see one place left take turns.
      await sql("SELECT pg_advisory_xact_lock(hashtextextended($1, 1))", map);
      await sql(
        `INSERT INTO poll (map, id, card, kind, audience, state, moment, round, ballots, ballots_after, ballots_both,
           revision, created_at)
         SELECT $1, $2, $3, $4, $5, 'open', 'before', 1, 0, 0, 0, 1, $6
         WHERE (SELECT count(*) FROM poll WHERE map = $1) < $7
         ON CONFLICT (map, card, kind) DO NOTHING`,
        ...[map, id, card, kind, audience, createdAt, most],
      );
      const [row] = await sql(
        `SELECT ${columns} FROM poll WHERE map = $1 AND card = $2 AND kind = $3`,
        map,
        card,
        kind,
      );
      return row && readPoll(row);
    });
  }

  async list(map: MapId): Promise<readonly StoredPoll[]> {
    const rows = await this.#database.sql(
      `SELECT ${columns} FROM poll WHERE map = $1 ORDER BY created_at, id COLLATE "C"`,
      map,
    );
    return rows.map(readPoll);
  }

  async find(map: MapId, id: PollId): Promise<StoredPoll | undefined> {
    const [row] = await this.#database.sql(`SELECT ${columns} FROM poll WHERE map = $1 AND id = $2`, map, id);
    return row && readPoll(row);
  }

  setState(map: MapId, id: PollId, state: PollState): Promise<StoredPoll | undefined> {
    return this.#change(
      "SET state = $3, revision = revision + 1 WHERE map = $1 AND id = $2 AND state NOT IN ($3, 'revealed')",
      map,
      id,
      state,
    );
  }

  setMoment(map: MapId, id: PollId, moment: Moment): Promise<StoredPoll | undefined> {
    return this.#change(
      `SET moment = $3, state = 'open', revision = revision + 1
       WHERE map = $1 AND id = $2 AND kind = 'stance' AND moment <> $3 AND state <> 'revealed'
         AND (moment = 'before' OR ballots_after = 0)`,
      map,
      id,
      moment,
    );
  }

  setAudience(map: MapId, id: PollId, audience: PollAudience): Promise<StoredPoll | undefined> {
    return this.#change(
      "SET audience = $3, revision = revision + 1 WHERE map = $1 AND id = $2 AND audience <> $3",
      map,
      id,
      audience,
    );
  }

  reset(map: MapId, id: PollId, round?: number): Promise<StoredPoll | undefined> {
    return this.#database.transact(async (sql) => {
      const before = await hold(sql, map, id);
      if (before === undefined || (round !== undefined && round !== before.round)) return before;
      await sql("DELETE FROM ballot WHERE map = $1 AND poll = $2 AND round = $3", map, id, before.round);
      const [row] = await sql(
        `UPDATE poll SET state = 'open', moment = 'before', ballots = 0, ballots_after = 0, ballots_both = 0,
           round = round + 1, revision = revision + 1
         WHERE map = $1 AND id = $2 RETURNING ${columns}`,
        map,
        id,
      );
      return row && readPoll(row);
    });
  }

  async remove(map: MapId, id: PollId): Promise<void> {
    await this.#database.transact(async (sql) => {
      await hold(sql, map, id);
      await sql("DELETE FROM ballot WHERE map = $1 AND poll = $2", map, id);
      await sql("DELETE FROM poll WHERE map = $1 AND id = $2", map, id);
    });
  }

  cast(map: MapId, id: PollId, voter: VoterId, ballot: GivenBallot, most: number): Promise<Cast | undefined> {
    return this.#database.transact(async (sql) => {
      const poll = await hold(sql, map, id);
      if (poll === undefined) return undefined;
      const refusal = refusalOf(poll, ballot);
      if (refusal !== undefined) return { poll, fault: refusal };
      const { moment, round } = poll;
      const own = "map = $1 AND poll = $2 AND round = $3 AND voter = $4";
      const known = await sql(`SELECT subject FROM ballot WHERE ${own}`, map, id, round, voter);
      const subjects = known.map((row) => String(row["subject"]));
      const replaced = ballot.kind === "impact" ? subjects : subjects.filter((each) => each === moment);
      if (replaced.length === 0 && poll.voted[moment] >= most) return { poll, fault: "full" };
      if (replaced.length > 0)
        await sql(
          `DELETE FROM ballot WHERE ${own} AND subject = ANY ($5::text[])`,
          map,
          id,
          round,
          voter,
          replaced,
        );
      const rows = rowsOfBallot(ballot, moment);
      await sql(
        `INSERT INTO ballot (map, poll, round, voter, subject, says, confidence)
         SELECT $1, $2, $3::bigint, $4, * FROM unnest($5::text[], $6::text[], $7::bigint[])`,
        ...[map, id, round, voter],
        rows.map(({ subject }) => subject),
        rows.map(({ says }) => says),
        rows.map(({ confidence }) => confidence),
      );
      if (replaced.length > 0) return { poll, fault: undefined };
      const voted = withVoter(poll, subjects.length > 0);
      await sql(
        `UPDATE poll SET ballots = $3, ballots_after = $4, ballots_both = $5, revision = revision + 1
         WHERE map = $1 AND id = $2`,
        ...[map, id, voted.before, voted.after, voted.both],
      );
      return { poll: { ...poll, voted, revision: poll.revision + 1 }, fault: undefined };
    });
  }

  async tallyStances(map: MapId, id: PollId, round: number): Promise<readonly StanceCount[]> {
    const sql = stanceCountsSql("map = $1 AND poll = $2 AND round = $3");
    return (await this.#database.sql(sql, map, id, round)).map(readStanceCount);
  }

  async tallyImpacts(map: MapId, id: PollId, round: number): Promise<readonly ImpactCount[]> {
    const rows = await this.#database.sql(
      `SELECT subject, says, count(*) AS voters FROM ballot WHERE map = $1 AND poll = $2 AND round = $3
       GROUP BY subject, says`,
      map,
      id,
      round,
    );
    return rows.map(readImpactCount);
  }

  async ballotsOf(map: MapId, voter: VoterId): Promise<ReadonlyMap<PollId, OwnBallot>> {
    return readOwnBallots(
      await this.#database.sql(
        `SELECT poll.id, poll.kind, subject, says, confidence FROM poll JOIN ballot
         ON ballot.map = poll.map AND ballot.poll = poll.id AND ballot.round = poll.round
         WHERE poll.map = $1 AND ballot.voter = $2`,
        map,
        voter,
      ),
    );
  }

  async removeAll(map: MapId): Promise<void> {
    await this.#database.transact(async (sql) => {
      await sql("DELETE FROM poll WHERE map = $1", map);
      await sql("DELETE FROM ballot WHERE map = $1", map);
    });
  }

  /** Changes what a condition lets it, and gives the poll as it is then. */
  async #change(change: string, map: MapId, id: PollId, value: string): Promise<StoredPoll | undefined> {
    const [row] = await this.#database.sql(`UPDATE poll ${change} RETURNING ${columns}`, map, id, value);
    return row === undefined ? this.find(map, id) : readPoll(row);
  }
}

/** The poll, which nobody else changes before the transaction ends. */
async function hold(sql: Sql, map: MapId, id: PollId): Promise<StoredPoll | undefined> {
  const [row] = await sql(`SELECT ${columns} FROM poll WHERE map = $1 AND id = $2 FOR UPDATE`, map, id);
  return row && readPoll(row);
}
