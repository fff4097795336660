import type { CardId } from "#shared/model/index.ts";

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

/** How many said what. */
export type Tally = Readonly<Record<Stance, number>>;

/** While it is open people vote; once revealed, its numbers stand. */
export const pollStates = ["open", "closed", "revealed"] as const;
export type PollState = (typeof pollStates)[number];

declare const pollBrand: unique symbol;
export type PollId = string & { readonly [pollBrand]: true };

/** A vote on a claim, as everybody sees it. */
export type Poll = Readonly<{
  id: PollId;
  card: CardId;
  state: PollState;
  /** One more whenever the vote begins anew. */
  round: number;
  /** How many have voted in this round. */
  voted: number;
  /** Known once it is revealed and enough have voted that nobody can be made out. */
  counts: Tally | null;
  createdAt: number;
}>;
