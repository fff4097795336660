/** Votes on the claims of maps: who may ask and vote, what is shown when, and the store port that keeps the ballots. */
export { type AskedPoll, MapPolls, type PollFault, type PollsSeen } from "./map-polls.ts";
export type { PollStore, VoterId } from "./ports.ts";
export { accountVoter, deviceVoter } from "./voters.ts";
