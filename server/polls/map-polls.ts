import { nanoid } from "nanoid";
import { err, ok, type Result } from "#shared/lib/result.ts";
import { isSameData } from "#shared/lib/same-data.ts";
import type { CardId } from "#shared/model/index.ts";
import { limits } from "#shared/protocol/limits.ts";
import type { Role } from "#shared/protocol/roles.ts";
import { type MapId, talkRoomOf } from "#shared/protocol/rooms.ts";
import {
  canAskForVotes,
  canVote,
  type GivenBallot,
  type ImpactBallot,
  impactResult,
  type OwnBallot,
  type Poll,
  type PollAudience,
  type PollId,
  type PollKind,
  type PollResult,
  type PollState,
  stanceResult,
  type Talk,
  type TalkDoc,
} from "#shared/talk/index.ts";
import { DocumentFullError, type RoomRegistry, type Scheduler } from "../rooms/index.ts";
import type { CastFault, PollStore, StoredPoll, VoterId } from "./ports.ts";
import { VoteCounts } from "./vote-counts.ts";

/** Why something was not done. */
export type PollFault =
  | CastFault
  | "no-card"
  | "no-poll"
  | "no-reason"
  | "not-allowed"
  | "revealed"
  | "has-votes";

/** A poll that somebody asked for, and whether the card had it before. */
type AskedPoll = Readonly<{ poll: Poll; isNew: boolean }>;

/** All polls of a map, and what one person said. */
type PollsSeen = Readonly<{
  polls: readonly Poll[];
  own: ReadonlyMap<PollId, OwnBallot>;
  viewersVote: boolean;
}>;

/** What editors say about a poll. */
type PollChange = Readonly<{ audience?: PollAudience | undefined; moment?: Poll["moment"] | undefined }>;

const idChars = 12;

/**
 * Votes on the claims of maps. The store decides whether a ballot counts; what everybody may see of it is then written
 * into the document of what is said, so nobody can read a ballot from there. A server that ends in between leaves the
 * document behind the store until somebody asks for anything of the poll.
 */
export class MapPolls {
  readonly #rooms: Pick<RoomRegistry, "use">;
  readonly #store: PollStore;
  readonly #now: () => number;
  readonly #counts: VoteCounts;

  constructor(
    rooms: Pick<RoomRegistry, "use">,
    store: PollStore,
    scheduler: Pick<Scheduler, "now" | "after">,
  ) {
    this.#rooms = rooms;
    this.#store = store;
    this.#now = () => scheduler.now();
    this.#counts = new VoteCounts(scheduler, (map, poll) => this.#show(map, poll));
  }

  /** All polls of a map as everybody sees them. */
  async read(map: MapId, voter: VoterId | undefined): Promise<PollsSeen> {
    const stored = await this.#store.list(map);
    const talk = await this.#talk(map);
    const polls = await Promise.all(stored.map((poll) => this.#known(map, poll, talk)));
    const own = voter === undefined ? new Map<PollId, OwnBallot>() : await this.#store.ballotsOf(map, voter);
    return { polls, own, viewersVote: talk.viewersVote };
  }

  /** Opens a poll on a card that is there; a card has one of each kind at most. */
  async ask(
    map: MapId,
    role: Role,
    { card, kind, audience }: Readonly<{ card: CardId; kind: PollKind; audience: PollAudience }>,
  ): Promise<Result<AskedPoll, PollFault>> {
    if (!canAskForVotes(role)) return err("not-allowed");
    const isThere = await this.#rooms.use(map, (room) => room.holds("card", card));
    if (!isThere) return err("no-card");
    const id = nanoid(idChars) as PollId;
    const wanted = { id, card, kind, audience, createdAt: this.#now() };
    const poll = await this.#store.create(map, wanted, limits.maxPollsPerMap);
    if (poll === undefined) return err("full");
    const shown = await this.#show(map, poll);
    return shown.ok ? ok({ poll: shown.value, isNew: poll.id === id }) : shown;
  }

  /** Opens, closes or reveals. */
  async setState(map: MapId, role: Role, id: PollId, state: PollState): Promise<Result<Poll, PollFault>> {
    if (!canAskForVotes(role)) return err("not-allowed");
    const poll = await this.#store.setState(map, id, state);
    const shown = await this.#showOrRemove(map, id, poll);
    return shown.ok && shown.value.state !== state ? err("revealed") : shown;
  }

  /** Says who may vote, or asks about the other moment; of both neither where the moment is refused. */
  async change(map: MapId, role: Role, id: PollId, to: PollChange): Promise<Result<Poll, PollFault>> {
    if (!canAskForVotes(role)) return err("not-allowed");
    const { moment, audience } = to;
    const asked = await (moment === undefined
      ? this.#store.find(map, id)
      : this.#store.setMoment(map, id, moment));
    const isAsked = moment === undefined || asked?.moment === moment;
    const poll = isAsked && audience !== undefined ? await this.#store.setAudience(map, id, audience) : asked;
    const shown = await this.#showOrRemove(map, id, poll);
    if (!shown.ok || isAsked) return shown;
    const { kind, state } = shown.value;
    return err(kind === "impact" ? "other" : state === "revealed" ? "revealed" : "has-votes");
  }

  /** Erases the ballots of a round, where it is not over already, and lets people vote anew. */
  async reset(map: MapId, role: Role, id: PollId, round?: number): Promise<Result<Poll, PollFault>> {
    if (!canAskForVotes(role)) return err("not-allowed");
    return this.#showOrRemove(map, id, await this.#store.reset(map, id, round));
  }

  async remove(map: MapId, role: Role, id: PollId): Promise<Result<void, PollFault>> {
    if (!canAskForVotes(role)) return err("not-allowed");
    const poll = await this.#store.find(map, id);
    await this.#store.remove(map, id);
    await this.#write(map, (talk) => talk.removePoll(id));
    return poll === undefined ? err("no-poll") : ok(undefined);
  }

  /** Says what somebody holds of the claim or its reasons, in place of what they said of it before. */
  async vote(
    map: MapId,
    by: Readonly<{ voter: VoterId; role: Role }>,
    id: PollId,
    ballot: GivenBallot,
  ): Promise<Result<Poll, PollFault>> {
    const known = await this.#store.find(map, id);
    const talk = { viewersVote: by.role === "viewer" && (await this.#talk(map)).viewersVote };
    if (!canVote(by.role, talk, known ?? { audience: "commenters" })) return err("not-allowed");
    if (known === undefined) return this.#showOrRemove(map, id, undefined);
    if (ballot.kind === "impact" && !(await this.#hasReasons(map, known.card, ballot.impacts)))
      return err("no-reason");
    const cast = await this.#store.cast(map, id, by.voter, ballot, limits.maxBallotsPerPoll);
    if (cast === undefined) return this.#showOrRemove(map, id, undefined);
    if (cast.fault === undefined) {
      await this.#counts.tell(map, cast.poll);
      return ok(await this.#seen(map, cast.poll));
    }
    // A hall goes on voting after the end, or a reset: such votes are not to have it counted and written each time.
    if (!isShown(cast.poll, await this.#talk(map))) {
      if (cast.poll.state === "open") await this.#counts.tell(map, cast.poll);
      else await this.#show(map, cast.poll);
    }
    return err(cast.fault);
  }

  /** Whether those who only read may vote; for the owner to say. */
  async letViewersVote(map: MapId, on: boolean): Promise<void> {
    await this.#write(map, (talk) => talk.letViewersVote(on));
  }

  #talk(map: MapId): Promise<Talk> {
    return this.#rooms.use(talkRoomOf(map), (room) => room.readTalk((talk) => talk.read()));
  }

  /** Whether all that a ballot speaks of is a reason for or against the claim. */
  #hasReasons(map: MapId, card: CardId, impacts: ImpactBallot): Promise<boolean> {
    return this.#rooms.use(map, (room) => Object.keys(impacts).every((id) => room.holdsReason(id, card)));
  }

  /** Shows the poll, or that it is gone, where a server that ended had not come to it. */
  async #showOrRemove(
    map: MapId,
    id: PollId,
    poll: StoredPoll | undefined,
  ): Promise<Result<Poll, PollFault>> {
    if (poll !== undefined) return this.#show(map, poll);
    await this.#write(map, (talk) => talk.removePoll(id));
    return err("no-poll");
  }

  async #show(map: MapId, stored: StoredPoll): Promise<Result<Poll, PollFault>> {
    const poll = await this.#seen(map, stored);
    const { revision } = stored;
    const written = await this.#write(map, (talk) => talk.showPoll({ ...poll, revision }));
    return written.ok ? ok(poll) : written;
  }

  /** The same as `#seen`, without counting anew what has been counted: once revealed, its numbers stand. */
  async #known(map: MapId, stored: StoredPoll, talk: Talk): Promise<Poll> {
    const result = shownResult(stored, talk);
    const { revision: _, ...poll } = stored;
    return result === null ? this.#seen(map, stored) : { ...poll, result };
  }

  /** What everybody may see of a poll. */
  async #seen(map: MapId, { revision: _, ...poll }: StoredPoll): Promise<Poll> {
    return { ...poll, result: poll.state === "revealed" ? await this.#result(map, poll) : null };
  }

  async #result(map: MapId, { id, kind, round }: Pick<Poll, "id" | "kind" | "round">): Promise<PollResult> {
    const least = limits.minBallotsShown;
    return kind === "stance"
      ? stanceResult(await this.#store.tallyStances(map, id, round), least)
      : impactResult(await this.#store.tallyImpacts(map, id, round), least);
  }

  async #write(map: MapId, edit: (talk: TalkDoc) => void): Promise<Result<void, PollFault>> {
    try {
      return ok(await this.#rooms.use(talkRoomOf(map), (room) => room.editTalk(edit)));
    } catch (error) {
      if (error instanceof DocumentFullError) return err("full");
      throw error;
    }
  }
}

/** Whether the document tells of a poll what the store does. */
function isShown(stored: StoredPoll, talk: Talk): boolean {
  if (stored.state === "revealed") return shownResult(stored, talk) !== null;
  const { revision: _, ...poll } = stored;
  const known = talk.polls.find(({ id }) => id === poll.id);
  return isSameData(known, { ...poll, result: null });
}

/** What the document tells of a poll that is revealed, if it has come that far. */
function shownResult({ id, round, state }: StoredPoll, { polls }: Talk): PollResult | null {
  const shown = polls.find((poll) => poll.id === id && poll.round === round);
  return state === "revealed" && shown?.state === "revealed" ? shown.result : null;
}
