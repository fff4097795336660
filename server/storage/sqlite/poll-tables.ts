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
import type { Cast, NewPoll, StoredPoll, VoterId } from "../../polls/ports.ts";
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
import type { Database } from "./database.ts";

/** Votes in the database; synchronous, for use in the store's own thread. */
export class PollTables {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  createPoll(map: MapId, poll: NewPoll, most: number): StoredPoll | undefined {
    const { id, card, kind, audience, createdAt } = poll;
    this.#database.run(
      `INSERT INTO poll (map, id, card, kind, audience, state, moment, round, ballots, ballots_after, ballots_both,
         revision, created_at)
       SELECT ?, ?, ?, ?, ?, 'open', 'before', 1, 0, 0, 0, 1, ?
       WHERE (SELECT count(*) FROM poll WHERE map = ?) < ?
       ON CONFLICT (map, card, kind) DO NOTHING`,
      ...[map, id, card, kind, audience, createdAt, map, most],
    );
    const row = this.#database.get(
      `SELECT ${columns} FROM poll WHERE map = ? AND card = ? AND kind = ?`,
      map,
      card,
      kind,
    );
    return row && readPoll(row);
  }

  listPolls(map: MapId): readonly StoredPoll[] {
    return this.#database
      .all(`SELECT ${columns} FROM poll WHERE map = ? ORDER BY created_at, id`, map)
      .map(readPoll);
  }

  findPoll(map: MapId, id: PollId): StoredPoll | undefined {
    const row = this.#database.get(`SELECT ${columns} FROM poll WHERE map = ? AND id = ?`, map, id);
    return row && readPoll(row);
  }

  setPollState(map: MapId, id: PollId, state: PollState): StoredPoll | undefined {
    this.#database.run(
      `UPDATE poll SET state = ?, revision = revision + 1
       WHERE map = ? AND id = ? AND state NOT IN (?, 'revealed')`,
      state,
      map,
      id,
      state,
    );
    return this.findPoll(map, id);
  }

  setPollMoment(map: MapId, id: PollId, moment: Moment): StoredPoll | undefined {
    this.#database.run(
      `UPDATE poll SET moment = ?, state = 'open', revision = revision + 1
       WHERE map = ? AND id = ? AND kind = 'stance' AND moment <> ? AND state <> 'revealed'
         AND (moment = 'before' OR ballots_after = 0)`,
      moment,
      map,
      id,
      moment,
    );
    return this.findPoll(map, id);
  }

  setPollAudience(map: MapId, id: PollId, audience: PollAudience): StoredPoll | undefined {
    this.#database.run(
      "UPDATE poll SET audience = ?, revision = revision + 1 WHERE map = ? AND id = ? AND audience <> ?",
      audience,
      map,
      id,
      audience,
    );
    return this.findPoll(map, id);
  }

  resetPoll(map: MapId, id: PollId, round?: number): StoredPoll | undefined {
    return this.#database.transact(() => {
      const before = this.findPoll(map, id);
      if (before === undefined || (round !== undefined && round !== before.round)) return before;
      this.#database.run(
        "DELETE FROM ballot WHERE map = ? AND poll = ? AND round = ?",
        map,
        id,
        before.round,
      );
      this.#database.run(
        `UPDATE poll SET state = 'open', moment = 'before', ballots = 0, ballots_after = 0, ballots_both = 0,
           round = round + 1, revision = revision + 1
         WHERE map = ? AND id = ?`,
        map,
        id,
      );
      return this.findPoll(map, id);
    });
  }

  removePoll(map: MapId, id: PollId): void {
    this.#database.transact(() => {
      this.#database.run("DELETE FROM ballot WHERE map = ? AND poll = ?", map, id);
      this.#database.run("DELETE FROM poll WHERE map = ? AND id = ?", map, id);
    });
  }

  castBallot(map: MapId, id: PollId, voter: VoterId, ballot: GivenBallot, most: number): Cast | undefined {
    return this.#database.transact(() => {
      const poll = this.findPoll(map, id);
      if (poll === undefined) return undefined;
      const refusal = refusalOf(poll, ballot);
      if (refusal !== undefined) return { poll, fault: refusal };
      const { moment, round } = poll;
      const own = "map = ? AND poll = ? AND round = ? AND voter = ?";
      const subjects = this.#database
        .all(`SELECT subject FROM ballot WHERE ${own}`, map, id, round, voter)
        .map((row) => String(row["subject"]));
      const replaced = ballot.kind === "impact" ? subjects : subjects.filter((each) => each === moment);
      if (replaced.length === 0 && poll.voted[moment] >= most) return { poll, fault: "full" };
      for (const subject of replaced)
        this.#database.run(`DELETE FROM ballot WHERE ${own} AND subject = ?`, map, id, round, voter, subject);
      for (const { subject, says, confidence } of rowsOfBallot(ballot, moment))
        this.#database.run(
          "INSERT INTO ballot (map, poll, round, voter, subject, says, confidence) VALUES (?, ?, ?, ?, ?, ?, ?)",
          ...[map, id, round, voter, subject, says, confidence],
        );
      if (replaced.length > 0) return { poll, fault: undefined };
      const voted = withVoter(poll, subjects.length > 0);
      this.#database.run(
        `UPDATE poll SET ballots = ?, ballots_after = ?, ballots_both = ?, revision = revision + 1
         WHERE map = ? AND id = ?`,
        ...[voted.before, voted.after, voted.both, map, id],
      );
      return { poll: { ...poll, voted, revision: poll.revision + 1 }, fault: undefined };
    });
  }

  tallyStances(map: MapId, id: PollId, round: number): readonly StanceCount[] {
    return this.#database
      .all(stanceCountsSql("map = ? AND poll = ? AND round = ?"), map, id, round)
      .map(readStanceCount);
  }

  tallyImpacts(map: MapId, id: PollId, round: number): readonly ImpactCount[] {
    return this.#database
      .all(
        `SELECT subject, says, count(*) AS voters FROM ballot WHERE map = ? AND poll = ? AND round = ?
         GROUP BY subject, says`,
        map,
        id,
        round,
      )
      .map(readImpactCount);
  }

  ballotsOf(map: MapId, voter: VoterId): ReadonlyMap<PollId, OwnBallot> {
    return readOwnBallots(
      this.#database.all(
        `SELECT poll.id, poll.kind, subject, says, confidence FROM poll JOIN ballot
         ON ballot.map = poll.map AND ballot.poll = poll.id AND ballot.round = poll.round
         WHERE poll.map = ? AND ballot.voter = ?`,
        map,
        voter,
      ),
    );
  }

  removeAllPolls(map: MapId): void {
    this.#database.transact(() => {
      this.#database.run("DELETE FROM ballot WHERE map = ?", map);
      this.#database.run("DELETE FROM poll WHERE map = ?", map);
    });
  }
}
