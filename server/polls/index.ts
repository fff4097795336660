/** Votes on the claims of maps: who may ask and vote, and what is shown when. */
export { MapPolls, type PollFault } from "./map-polls.ts";
export type { VoterId } from "./ports.ts";
export { accountVoter, deviceVoter } from "./voters.ts";
