import type { MapId } from "#shared/protocol/rooms.ts";
import type { PollId, PollState, Stance } from "#shared/talk/index.ts";
import type { Cast, NewPoll, PollStore, StoredPoll, VoterId } from "../../polls/ports.ts";

type Row = { poll: StoredPoll; rounds: Map<number, Map<VoterId, Stance>> };

/** Votes that live as long as the process. */
export class MemoryPollStore implements PollStore {
  readonly #maps = new Map<MapId, Map<PollId, Row>>();

  create(map: MapId, poll: NewPoll, most: number): Promise<StoredPoll | undefined> {
    const rows = this.#of(map);
    const known = [...rows.values()].find((row) => row.poll.card === poll.card);
    if (known !== undefined) return Promise.resolve(known.poll);
    if (rows.size >= most) return Promise.resolve(undefined);
    const made: StoredPoll = { ...poll, state: "open", round: 1, ballots: 0, revision: 1 };
    this.#maps.set(map, rows.set(poll.id, { poll: made, rounds: new Map() }));
    return Promise.resolve(made);
  }

  list(map: MapId): Promise<readonly StoredPoll[]> {
    const polls = [...this.#of(map).values()].map(({ poll }) => poll);
    return Promise.resolve(polls.sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1)));
  }

  find(map: MapId, id: PollId): Promise<StoredPoll | undefined> {
    return Promise.resolve(this.#of(map).get(id)?.poll);
  }

  setState(map: MapId, id: PollId, state: PollState): Promise<StoredPoll | undefined> {
    const row = this.#of(map).get(id);
    if (row !== undefined && row.poll.state !== state && row.poll.state !== "revealed")
      row.poll = { ...row.poll, state, revision: row.poll.revision + 1 };
    return Promise.resolve(row?.poll);
  }

  reset(map: MapId, id: PollId): Promise<StoredPoll | undefined> {
    const row = this.#of(map).get(id);
    if (row === undefined) return Promise.resolve(undefined);
    const { poll } = row;
    row.rounds.delete(poll.round);
    row.poll = { ...poll, state: "open", ballots: 0, round: poll.round + 1, revision: poll.revision + 1 };
    return Promise.resolve(row.poll);
  }

  remove(map: MapId, id: PollId): Promise<void> {
    this.#of(map).delete(id);
    return Promise.resolve();
  }

  cast(map: MapId, id: PollId, voter: VoterId, stance: Stance, most: number): Promise<Cast | undefined> {
    const row = this.#of(map).get(id);
    if (row === undefined) return Promise.resolve(undefined);
    const ballots = row.rounds.get(row.poll.round) ?? new Map<VoterId, Stance>();
    const isFirst = !ballots.has(voter);
    const fault =
      row.poll.state !== "open" ? "not-open" : isFirst && ballots.size >= most ? "full" : undefined;
    if (fault === undefined) {
      row.rounds.set(row.poll.round, ballots.set(voter, stance));
      if (isFirst) row.poll = { ...row.poll, ballots: ballots.size, revision: row.poll.revision + 1 };
    }
    return Promise.resolve({ poll: row.poll, fault });
  }

  tally(map: MapId, id: PollId, round: number): Promise<ReadonlyMap<Stance, number>> {
    const counts = new Map<Stance, number>();
    for (const stance of this.#of(map).get(id)?.rounds.get(round)?.values() ?? [])
      counts.set(stance, (counts.get(stance) ?? 0) + 1);
    return Promise.resolve(counts);
  }

  ballotsOf(map: MapId, voter: VoterId): Promise<ReadonlyMap<PollId, Stance>> {
    const own = [...this.#of(map).values()].flatMap(({ poll, rounds }) => {
      const stance = rounds.get(poll.round)?.get(voter);
      return stance === undefined ? [] : [[poll.id, stance] as const];
    });
    return Promise.resolve(new Map(own));
  }

  removeAll(map: MapId): Promise<void> {
    this.#maps.delete(map);
    return Promise.resolve();
  }

  #of(map: MapId): Map<PollId, Row> {
    return this.#maps.get(map) ?? new Map();
  }
}
