import type { MapId } from "#shared/protocol/rooms.ts";
import type { PollId, PollState, Stance } from "#shared/talk/index.ts";
import type { Cast, NewPoll, StoredPoll, VoterId } from "../../polls/ports.ts";
import { readPoll } from "../rows.ts";
import type { Database } from "./database.ts";

const columns = "id, card, state, round, ballots, revision, created_at";

/** Votes in the database; synchronous, for use in the store's own thread. */
export class PollTables {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  createPoll(map: MapId, { id, card, createdAt }: NewPoll, most: number): StoredPoll | undefined {
    this.#database.run(
      `INSERT INTO poll (map, id, card, state, round, ballots, revision, created_at)
       SELECT ?, ?, ?, 'open', 1, 0, 1, ? WHERE (SELECT count(*) FROM poll WHERE map = ?) < ?
       ON CONFLICT (map, card) DO NOTHING`,
      map,
      id,
      card,
      createdAt,
      map,
      most,
    );
    const row = this.#database.get(`SELECT ${columns} FROM poll WHERE map = ? AND card = ?`, map, card);
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

  resetPoll(map: MapId, id: PollId): StoredPoll | undefined {
    return this.#database.transact(() => {
      const before = this.findPoll(map, id);
      if (before === undefined) return undefined;
      this.#database.run(
        "DELETE FROM ballot WHERE map = ? AND poll = ? AND round = ?",
        map,
        id,
        before.round,
      );
      this.#database.run(
        `UPDATE poll SET state = 'open', ballots = 0, round = round + 1, revision = revision + 1
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

  castBallot(map: MapId, id: PollId, voter: VoterId, stance: Stance, most: number): Cast | undefined {
    return this.#database.transact(() => {
      const poll = this.findPoll(map, id);
      if (poll === undefined) return undefined;
      if (poll.state !== "open") return { poll, fault: "not-open" };
      const changed = this.#database.run(
        "UPDATE ballot SET stance = ? WHERE map = ? AND poll = ? AND round = ? AND voter = ?",
        stance,
        map,
        id,
        poll.round,
        voter,
      );
      if (changed > 0) return { poll, fault: undefined };
      if (poll.ballots >= most) return { poll, fault: "full" };
      this.#database.run(
        "INSERT INTO ballot (map, poll, round, voter, stance) VALUES (?, ?, ?, ?, ?)",
        map,
        id,
        poll.round,
        voter,
        stance,
      );
      this.#database.run(
        "UPDATE poll SET ballots = ballots + 1, revision = revision + 1 WHERE map = ? AND id = ?",
        map,
        id,
      );
      return { poll: { ...poll, ballots: poll.ballots + 1, revision: poll.revision + 1 }, fault: undefined };
    });
  }

  tallyBallots(map: MapId, id: PollId, round: number): ReadonlyMap<Stance, number> {
    const rows = this.#database.all(
      "SELECT stance, count(*) AS ballots FROM ballot WHERE map = ? AND poll = ? AND round = ? GROUP BY stance",
      map,
      id,
      round,
    );
    return new Map(rows.map((row) => [row["stance"] as Stance, Number(row["ballots"])]));
  }

  ballotsOf(map: MapId, voter: VoterId): ReadonlyMap<PollId, Stance> {
    const rows = this.#database.all(
      `SELECT poll.id, ballot.stance FROM poll JOIN ballot
       ON ballot.map = poll.map AND ballot.poll = poll.id AND ballot.round = poll.round
       WHERE poll.map = ? AND ballot.voter = ?`,
      map,
      voter,
    );
    return new Map(rows.map((row) => [row["id"] as PollId, row["stance"] as Stance]));
  }

  removeAllPolls(map: MapId): void {
    this.#database.transact(() => {
      this.#database.run("DELETE FROM ballot WHERE map = ?", map);
      this.#database.run("DELETE FROM poll WHERE map = ?", map);
    });
  }
}
