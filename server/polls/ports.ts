import type { CardId } from "#shared/model/index.ts";
import type { MapId } from "#shared/protocol/rooms.ts";
import type {
  GivenBallot,
  ImpactCount,
  Moment,
  OwnBallot,
  PollAudience,
  PollId,
  PollKind,
  PollState,
  StanceCount,
  Voted,
} from "#shared/talk/index.ts";

declare const voterBrand: unique symbol;
/** Who voted: a hash that is in no document and cannot be told from who commented. */
export type VoterId = string & { readonly [voterBrand]: true };

/** A poll, without who said what. */
export type StoredPoll = Readonly<{
  id: PollId;
  card: CardId;
  kind: PollKind;
  audience: PollAudience;
  state: PollState;
  moment: Moment;
  round: number;
  /** Of the round. */
  voted: Voted;
  /** Goes up with whatever others can see of it. */
  revision: number;
  createdAt: number;
}>;

export type NewPoll = Pick<StoredPoll, "id" | "card" | "kind" | "audience" | "createdAt">;

/** Why a ballot was not taken. `other` is one for another kind of poll, or another moment. */
export type CastFault = "not-open" | "full" | "other";

/** What came of a ballot: the poll as it is then; when it was not taken, why. */
export type Cast = Readonly<{ poll: StoredPoll; fault: CastFault | undefined }>;

/** Votes on the claims of maps. Changes of one poll come one after the other, also by several processes. */
export interface PollStore {
  /** Opens a poll; where the card has one of that kind, it is that. Nothing when the map has `most` already. */
  create(map: MapId, poll: NewPoll, most: number): Promise<StoredPoll | undefined>;
  /** All polls of a map, the oldest first. */
  list(map: MapId): Promise<readonly StoredPoll[]>;
  find(map: MapId, id: PollId): Promise<StoredPoll | undefined>;
  /** Opens, closes or reveals. What is revealed stays so. Nothing when there is no such poll. */
  setState(map: MapId, id: PollId, state: PollState): Promise<StoredPoll | undefined>;
  /**
   * Asks about the other moment, open; only a stance, and not once it is revealed, and not about the first again when
   * somebody has voted in the second.
   */
  setMoment(map: MapId, id: PollId, moment: Moment): Promise<StoredPoll | undefined>;
  setAudience(map: MapId, id: PollId, audience: PollAudience): Promise<StoredPoll | undefined>;
  /**
   * Begins another round, open and in the first moment, and erases the ballots of this one. Where `round` is given and
   * over, nothing changes: what is asked twice happens once.
   */
  reset(map: MapId, id: PollId, round?: number): Promise<StoredPoll | undefined>;
  /** Erases a poll and its ballots. */
  remove(map: MapId, id: PollId): Promise<void>;
  /** Takes a ballot in place of the voter's earlier one, while the poll is open and has at most `most` of the moment. */
  cast(map: MapId, id: PollId, voter: VoterId, ballot: GivenBallot, most: number): Promise<Cast | undefined>;
  /** How many said what in a round about the claim. */
  tallyStances(map: MapId, id: PollId, round: number): Promise<readonly StanceCount[]>;
  /** How many said what in a round about its reasons. */
  tallyImpacts(map: MapId, id: PollId, round: number): Promise<readonly ImpactCount[]>;
  /** What somebody said, in the present round of each poll. */
  ballotsOf(map: MapId, voter: VoterId): Promise<ReadonlyMap<PollId, OwnBallot>>;
  /** Erases all polls of a map. */
  removeAll(map: MapId): Promise<void>;
}
