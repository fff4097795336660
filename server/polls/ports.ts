import type { CardId } from "#shared/model/index.ts";
import type { MapId } from "#shared/protocol/rooms.ts";
import type { PollId, PollState, Stance } from "#shared/talk/index.ts";

declare const voterBrand: unique symbol;
/** Who voted: a hash that is in no document and cannot be told from who commented. */
export type VoterId = string & { readonly [voterBrand]: true };

/** A poll, without who said what. */
export type StoredPoll = Readonly<{
  id: PollId;
  card: CardId;
  state: PollState;
  round: number;
  /** Of the round. */
  ballots: number;
  /** Goes up with whatever others can see of it. */
  revision: number;
  createdAt: number;
}>;

export type NewPoll = Pick<StoredPoll, "id" | "card" | "createdAt">;

/** What came of a ballot: the poll as it is then; when it was not taken, why. */
export type Cast = Readonly<{ poll: StoredPoll; fault: "not-open" | "full" | undefined }>;

/** Votes on the claims of maps. Changes of one poll come one after the other, also by several processes. */
export interface PollStore {
  /** Opens a poll; where the card has one, it is that. Nothing when the map has `most` already. */
  create(map: MapId, poll: NewPoll, most: number): Promise<StoredPoll | undefined>;
  /** All polls of a map, the oldest first. */
  list(map: MapId): Promise<readonly StoredPoll[]>;
  find(map: MapId, id: PollId): Promise<StoredPoll | undefined>;
  /** Opens, closes or reveals. What is revealed stays so. Nothing when there is no such poll. */
  setState(map: MapId, id: PollId, state: PollState): Promise<StoredPoll | undefined>;
  /** Begins another round, open, and erases the ballots of this one. */
  reset(map: MapId, id: PollId): Promise<StoredPoll | undefined>;
  /** Erases a poll and its ballots. */
  remove(map: MapId, id: PollId): Promise<void>;
  /** Takes a ballot in place of the voter's earlier one, while the poll is open and has at most `most`. */
  cast(map: MapId, id: PollId, voter: VoterId, stance: Stance, most: number): Promise<Cast | undefined>;
  /** How many said what in a round. */
  tally(map: MapId, id: PollId, round: number): Promise<ReadonlyMap<Stance, number>>;
  /** What somebody said, in the present round of each poll. */
  ballotsOf(map: MapId, voter: VoterId): Promise<ReadonlyMap<PollId, Stance>>;
  /** Erases all polls of a map. */
  removeAll(map: MapId): Promise<void>;
}
