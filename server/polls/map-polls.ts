import { nanoid } from "nanoid";
import { err, ok, type Result } from "#shared/lib/result.ts";
import type { CardId } from "#shared/model/index.ts";
import { limits } from "#shared/protocol/limits.ts";
import type { Role } from "#shared/protocol/roles.ts";
import { type MapId, talkRoomOf } from "#shared/protocol/rooms.ts";
import {
  canAskForVotes,
  canVote,
  type Poll,
  type PollId,
  type PollState,
  type Stance,
  stances,
  type TalkDoc,
  type Tally,
} from "#shared/talk/index.ts";
import { DocumentFullError, type RoomRegistry } from "../rooms/index.ts";
import type { PollStore, StoredPoll, VoterId } from "./ports.ts";

/** Why something was not done. */
export type PollFault = "no-card" | "no-poll" | "not-allowed" | "not-open" | "revealed" | "full";

/** A poll that somebody asked for, and whether the card had it before. */
type AskedPoll = Readonly<{ poll: Poll; isNew: boolean }>;

/** All polls of a map, and what one person said. */
type PollsSeen = Readonly<{
  polls: readonly Poll[];
  own: ReadonlyMap<PollId, Stance>;
  viewersVote: boolean;
}>;

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

  constructor(rooms: Pick<RoomRegistry, "use">, store: PollStore, now: () => number) {
    this.#rooms = rooms;
    this.#store = store;
    this.#now = now;
  }

  /** All polls of a map as everybody sees them. */
  async read(map: MapId, voter: VoterId | undefined): Promise<PollsSeen> {
    const stored = await this.#store.list(map);
    const polls = await Promise.all(stored.map((poll) => this.#seen(map, poll)));
    const own = voter === undefined ? new Map<PollId, Stance>() : await this.#store.ballotsOf(map, voter);
    return { polls, own, viewersVote: await this.#viewersVote(map) };
  }

  /** Opens a poll on a card that is there; a card has one at most. */
  async ask(map: MapId, role: Role, card: CardId): Promise<Result<AskedPoll, PollFault>> {
    if (!canAskForVotes(role)) return err("not-allowed");
    const isThere = await this.#rooms.use(map, (room) => room.holds("card", card));
    if (!isThere) return err("no-card");
    const id = nanoid(idChars) as PollId;
    const wanted = { id, card, createdAt: this.#now() };
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

  /** Erases the ballots, and lets people vote anew. */
  async reset(map: MapId, role: Role, id: PollId): Promise<Result<Poll, PollFault>> {
    if (!canAskForVotes(role)) return err("not-allowed");
    return this.#showOrRemove(map, id, await this.#store.reset(map, id));
  }

  async remove(map: MapId, role: Role, id: PollId): Promise<Result<void, PollFault>> {
    if (!canAskForVotes(role)) return err("not-allowed");
    const poll = await this.#store.find(map, id);
    await this.#store.remove(map, id);
    await this.#write(map, (talk) => talk.removePoll(id));
    return poll === undefined ? err("no-poll") : ok(undefined);
  }

  /** Says what somebody holds of the claim, in place of what they said before. */
  async vote(
    map: MapId,
    by: Readonly<{ voter: VoterId; role: Role }>,
    id: PollId,
    stance: Stance,
  ): Promise<Result<Poll, PollFault>> {
    if (!canVote(by.role, { viewersVote: by.role === "viewer" && (await this.#viewersVote(map)) }))
      return err("not-allowed");
    const cast = await this.#store.cast(map, id, by.voter, stance, limits.maxBallotsPerPoll);
    const shown = await this.#showOrRemove(map, id, cast?.poll);
    return cast?.fault === undefined ? shown : err(cast.fault);
  }

  /** Whether those who only read may vote; for the owner to say. */
  async letViewersVote(map: MapId, on: boolean): Promise<void> {
    await this.#write(map, (talk) => talk.letViewersVote(on));
  }

  #viewersVote(map: MapId): Promise<boolean> {
    return this.#rooms.use(talkRoomOf(map), (room) => room.readTalk((talk) => talk.read().viewersVote));
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

  /** What everybody may see of a poll. */
  async #seen(map: MapId, { ballots, revision: _, ...poll }: StoredPoll): Promise<Poll> {
    const isShown = poll.state === "revealed" && ballots >= limits.minBallotsShown;
    return { ...poll, voted: ballots, counts: isShown ? await this.#counts(map, poll) : null };
  }

  async #counts(map: MapId, { id, round }: Pick<Poll, "id" | "round">): Promise<Tally> {
    const counts = await this.#store.tally(map, id, round);
    return Object.fromEntries(stances.map((stance) => [stance, counts.get(stance) ?? 0])) as Tally;
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
