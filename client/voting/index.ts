/** Votes on the screen, wherever they are asked for and taken: beside the map, on a projector, on a phone. */
export { Ballot, digitsVote } from "./ballot.tsx";
export { ImpactBases } from "./impact-bases.tsx";
export { PollControl } from "./poll-control.tsx";
export { PollCount } from "./poll-count.tsx";
export { PollResult } from "./poll-result.tsx";
export { usePollWords } from "./use-poll-words.ts";
export { type Polls, usePolls } from "./use-polls.ts";
export { useReasons } from "./use-reasons.ts";
