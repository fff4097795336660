import type { MapId } from "#shared/protocol/rooms.ts";
import type { PollId, PollState, Stance } from "#shared/talk/index.ts";
import type { Cast, NewPoll, PollStore, StoredPoll, VoterId } from "../../polls/ports.ts";
import { readPoll } from "../rows.ts";
import type { PostgresDatabase, Sql } from "./postgres-database.ts";

const columns = "id, card, state, round, ballots, revision, created_at";

/** Votes, at PostgreSQL. Whatever changes a poll holds its row, so that a ballot is in before a poll closes or not at all. */
export class PostgresPollStore implements PollStore {
  readonly #database: PostgresDatabase;

  constructor(database: PostgresDatabase) {
    this.#database = database;
  }

  create(map: MapId, { id, card, createdAt }: NewPoll, most: number): Promise<StoredPoll | undefined> {
    return this.#database.transact(async (sql) => {
      // Two processes that each see one place left take turns.
      await sql("SELECT pg_advisory_xact_lock(hashtextextended($1, 1))", map);
      await sql(
        `INSERT INTO poll (map, id, card, state, round, ballots, revision, created_at)
         SELECT $1, $2, $3, 'open', 1, 0, 1, $4 WHERE (SELECT count(*) FROM poll WHERE map = $1) < $5
         ON CONFLICT (map, card) DO NOTHING`,
        map,
        id,
        card,
        createdAt,
        most,
      );
      const [row] = await sql(`SELECT ${columns} FROM poll WHERE map = $1 AND card = $2`, map, card);
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

  async setState(map: MapId, id: PollId, state: PollState): Promise<StoredPoll | undefined> {
    const [changed] = await this.#database.sql(
      `UPDATE poll SET state = $3, revision = revision + 1
       WHERE map = $1 AND id = $2 AND state NOT IN ($3, 'revealed') RETURNING ${columns}`,
      map,
      id,
      state,
    );
    return changed === undefined ? this.find(map, id) : readPoll(changed);
  }

  reset(map: MapId, id: PollId): Promise<StoredPoll | undefined> {
    return this.#database.transact(async (sql) => {
      const before = await hold(sql, map, id);
      if (before === undefined) return undefined;
      await sql("DELETE FROM ballot WHERE map = $1 AND poll = $2 AND round = $3", map, id, before.round);
      const [row] = await sql(
        `UPDATE poll SET state = 'open', ballots = 0, round = round + 1, revision = revision + 1
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

  cast(map: MapId, id: PollId, voter: VoterId, stance: Stance, most: number): Promise<Cast | undefined> {
    return this.#database.transact(async (sql) => {
      const poll = await hold(sql, map, id);
      if (poll === undefined) return undefined;
      if (poll.state !== "open") return { poll, fault: "not-open" };
      const changed = await sql(
        `UPDATE ballot SET stance = $5 WHERE map = $1 AND poll = $2 AND round = $3 AND voter = $4
         RETURNING voter`,
        map,
        id,
        poll.round,
        voter,
        stance,
      );
      if (changed.length > 0) return { poll, fault: undefined };
      if (poll.ballots >= most) return { poll, fault: "full" };
      await sql(
        "INSERT INTO ballot (map, poll, round, voter, stance) VALUES ($1, $2, $3, $4, $5)",
        map,
        id,
        poll.round,
        voter,
        stance,
      );
      await sql(
        "UPDATE poll SET ballots = ballots + 1, revision = revision + 1 WHERE map = $1 AND id = $2",
        map,
        id,
      );
      return { poll: { ...poll, ballots: poll.ballots + 1, revision: poll.revision + 1 }, fault: undefined };
    });
  }

  async tally(map: MapId, id: PollId, round: number): Promise<ReadonlyMap<Stance, number>> {
    const rows = await this.#database.sql(
      `SELECT stance, count(*) AS ballots FROM ballot WHERE map = $1 AND poll = $2 AND round = $3
       GROUP BY stance`,
      map,
      id,
      round,
    );
    return new Map(rows.map((row) => [row["stance"] as Stance, Number(row["ballots"])]));
  }

  async ballotsOf(map: MapId, voter: VoterId): Promise<ReadonlyMap<PollId, Stance>> {
    const rows = await this.#database.sql(
      `SELECT poll.id, ballot.stance FROM poll JOIN ballot
       ON ballot.map = poll.map AND ballot.poll = poll.id AND ballot.round = poll.round
       WHERE poll.map = $1 AND ballot.voter = $2`,
      map,
      voter,
    );
    return new Map(rows.map((row) => [row["id"] as PollId, row["stance"] as Stance]));
  }

  async removeAll(map: MapId): Promise<void> {
    await this.#database.transact(async (sql) => {
      await sql("DELETE FROM poll WHERE map = $1", map);
      await sql("DELETE FROM ballot WHERE map = $1", map);
    });
  }
}

/** The poll, which nobody else changes before the transaction ends. */
async function hold(sql: Sql, map: MapId, id: PollId): Promise<StoredPoll | undefined> {
  const [row] = await sql(`SELECT ${columns} FROM poll WHERE map = $1 AND id = $2 FOR UPDATE`, map, id);
  return row && readPoll(row);
}
