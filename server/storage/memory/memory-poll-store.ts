import type { ArgumentId } from "#shared/model/index.ts";
import type { MapId } from "#shared/protocol/rooms.ts";
import type {
  GivenBallot,
  Impact,
  ImpactCount,
  Moment,
  OwnBallot,
  PollAudience,
  PollId,
  PollState,
  StanceCount,
} from "#shared/talk/index.ts";
import type { Cast, NewPoll, PollStore, StoredPoll, VoterId } from "../../polls/ports.ts";
import { refusalOf, withVoter } from "../ballots.ts";

/** `ballots` are those of the present round. */
type Row = { poll: StoredPoll; ballots: Map<VoterId, OwnBallot> };

const nobody = { before: 0, after: 0, both: 0 };
const nothing: OwnBallot = { before: null, after: null, impacts: null };

/** Votes that live as long as the process. */
export class MemoryPollStore implements PollStore {
  readonly #maps = new Map<MapId, Map<PollId, Row>>();

  create(map: MapId, poll: NewPoll, most: number): Promise<StoredPoll | undefined> {
    const rows = this.#of(map);
    const known = [...rows.values()].find(
      (row) => row.poll.card === poll.card && row.poll.kind === poll.kind,
    );
    if (known !== undefined) return Promise.resolve(known.poll);
    if (rows.size >= most) return Promise.resolve(undefined);
    const made: StoredPoll = {
      ...poll,
      state: "open",
      moment: "before",
      round: 1,
      voted: nobody,
      revision: 1,
    };
    this.#maps.set(map, rows.set(poll.id, { poll: made, ballots: new Map() }));
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
    return this.#change(map, id, (poll) =>
      poll.state !== state && poll.state !== "revealed" ? { state } : undefined,
    );
  }

  setMoment(map: MapId, id: PollId, moment: Moment): Promise<StoredPoll | undefined> {
    return this.#change(map, id, (poll) => {
      const isOther = poll.kind === "stance" && poll.moment !== moment && poll.state !== "revealed";
      const isFree = poll.moment === "before" || poll.voted.after === 0;
      return isOther && isFree ? { moment, state: "open" } : undefined;
    });
  }

  setAudience(map: MapId, id: PollId, audience: PollAudience): Promise<StoredPoll | undefined> {
    return this.#change(map, id, (poll) => (poll.audience === audience ? undefined : { audience }));
  }

  reset(map: MapId, id: PollId, given?: number): Promise<StoredPoll | undefined> {
    const row = this.#of(map).get(id);
    if (given !== undefined && row?.poll.round !== given) return Promise.resolve(row?.poll);
    row?.ballots.clear();
    return this.#change(map, id, ({ round }) => ({
      state: "open",
      moment: "before",
      voted: nobody,
      round: round + 1,
    }));
  }

  remove(map: MapId, id: PollId): Promise<void> {
    this.#of(map).delete(id);
    return Promise.resolve();
  }

  cast(map: MapId, id: PollId, voter: VoterId, ballot: GivenBallot, most: number): Promise<Cast | undefined> {
    const row = this.#of(map).get(id);
    if (row === undefined) return Promise.resolve(undefined);
    const { poll, ballots } = row;
    const { moment } = poll;
    const before = ballots.get(voter) ?? nothing;
    const isFirst = (ballot.kind === "impact" ? before.impacts : before[moment]) === null;
    const isFull = isFirst && poll.voted[moment] >= most;
    const fault = refusalOf(poll, ballot) ?? (isFull ? "full" : undefined);
    if (fault === undefined) {
      ballots.set(voter, withBallot(before, ballot, moment));
      if (isFirst)
        row.poll = { ...poll, voted: withVoter(poll, before !== nothing), revision: poll.revision + 1 };
    }
    return Promise.resolve({ poll: row.poll, fault });
  }

  tallyStances(map: MapId, id: PollId, round: number): Promise<readonly StanceCount[]> {
    const ballots = this.#ballots(map, id, round);
    return Promise.resolve(ballots.map(({ before, after }) => ({ before, after, voters: 1 })));
  }

  tallyImpacts(map: MapId, id: PollId, round: number): Promise<readonly ImpactCount[]> {
    const counts = this.#ballots(map, id, round).flatMap(({ impacts }) =>
      Object.entries(impacts ?? {}).map(([reason, impact]) => ({
        reason: reason as ArgumentId,
        impact: impact as Impact,
        voters: 1,
      })),
    );
    return Promise.resolve(counts);
  }

  ballotsOf(map: MapId, voter: VoterId): Promise<ReadonlyMap<PollId, OwnBallot>> {
    const own = [...this.#of(map).values()].flatMap(({ poll, ballots }) => {
      const ballot = ballots.get(voter);
      return ballot === undefined ? [] : [[poll.id, ballot] as const];
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

  #ballots(map: MapId, id: PollId, round: number): readonly OwnBallot[] {
    const row = this.#of(map).get(id);
    return row?.poll.round === round ? [...row.ballots.values()] : [];
  }

  #change(
    map: MapId,
    id: PollId,
    change: (poll: StoredPoll) => Partial<StoredPoll> | undefined,
  ): Promise<StoredPoll | undefined> {
    const row = this.#of(map).get(id);
    const changed = row && change(row.poll);
    if (changed) row.poll = { ...row.poll, ...changed, revision: row.poll.revision + 1 };
    return Promise.resolve(row?.poll);
  }
}

function withBallot(before: OwnBallot, ballot: GivenBallot, moment: Moment): OwnBallot {
  if (ballot.kind === "impact") return { ...before, impacts: ballot.impacts };
  const { stance, confidence } = ballot;
  return { ...before, [moment]: { stance, confidence } };
}
