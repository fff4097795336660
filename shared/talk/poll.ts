import type { ArgumentId, CardId } from "#shared/model/index.ts";

/** What is asked: what one holds of a claim, or how much each of its reasons weighs. */
export const pollKinds = ["stance", "impact"] as const;
export type PollKind = (typeof pollKinds)[number];

/** Who votes: those who may comment, or everybody who may read. */
export const pollAudiences = ["commenters", "everyone"] as const;
export type PollAudience = (typeof pollAudiences)[number];

/** A stance is asked for before a discussion and after it; both votes are kept. An impact poll stays in the first. */
export const moments = ["before", "after"] as const;
export type Moment = (typeof moments)[number];

/** What one can say to a claim, from refusing it to holding it; the last is for who does not know. */
export const stances = [
  "strongly-disagree",
  "disagree",
  "neutral",
  "agree",
  "strongly-agree",
  "no-view",
] as const;
export type Stance = (typeof stances)[number];

/** How sure one is: guessing, fairly, very. */
export const confidences = [1, 2, 3] as const;
export type Confidence = (typeof confidences)[number];

/** How much a reason weighs, from not at all to decisively. */
export const impacts = [0, 1, 2, 3, 4] as const;
export type Impact = (typeof impacts)[number];

export type StanceBallot = Readonly<{ stance: Stance; confidence: Confidence | null }>;

/** Reasons that one has no view of are left out. */
export type ImpactBallot = Readonly<Record<ArgumentId, Impact>>;

/** What somebody says. Where the round or the moment is null, it is the one in which people are being asked. */
export type GivenBallot = Readonly<{ round: number | null }> &
  (
    | (Readonly<{ kind: "stance"; moment: Moment | null }> & StanceBallot)
    | Readonly<{ kind: "impact"; impacts: ImpactBallot }>
  );

/** What somebody has said in the present round of a poll. */
export type OwnBallot = Readonly<{
  before: StanceBallot | null;
  after: StanceBallot | null;
  impacts: ImpactBallot | null;
}>;

/** How many said what. */
export type Tally = Readonly<Record<Stance, number>>;

/** How many were how sure, in the order of `confidences`. */
export type ConfidenceTally = readonly [number, number, number];

/** Of those who voted twice, how many went from which stance (row) to which (column), both in the order of `stances`. */
export type Flow = readonly (readonly number[])[];

/** How many gave a reason which impact, in the order of `impacts`. */
export type ImpactTally = readonly [number, number, number, number, number];

/** What came of a vote on a claim; null is what too few people said for it to be shown. */
export type StanceResult = Readonly<{
  kind: "stance";
  before: Tally | null;
  after: Tally | null;
  flow: Flow | null;
  confidence: Readonly<Record<Moment, ConfidenceTally | null>>;
}>;

/** What came of a vote on reasons; those that too few have rated are left out. */
export type ImpactResult = Readonly<{ kind: "impact"; reasons: Readonly<Record<ArgumentId, ImpactTally>> }>;

export type PollResult = StanceResult | ImpactResult;

/** While it is open people vote; once revealed, its numbers stand. */
export const pollStates = ["open", "closed", "revealed"] as const;
export type PollState = (typeof pollStates)[number];

/** How many have voted in this round: in each moment, and how many of them in both. */
export type Voted = Readonly<{ before: number; after: number; both: number }>;

declare const pollBrand: unique symbol;
export type PollId = string & { readonly [pollBrand]: true };

/** A vote on a claim or on its reasons, as everybody sees it. */
export type Poll = Readonly<{
  id: PollId;
  card: CardId;
  kind: PollKind;
  audience: PollAudience;
  state: PollState;
  moment: Moment;
  /** One more whenever the vote begins anew. */
  round: number;
  voted: Voted;
  /** Known once it is revealed. */
  result: PollResult | null;
  createdAt: number;
}>;
