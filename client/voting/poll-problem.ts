import type { ApiProblem } from "../api/api-problem.ts";
import type { TellPolls } from "./use-poll-words.ts";

/** Why something about a vote was not done, and what to do. */
export function pollProblem(tell: TellPolls, { code }: ApiProblem): string {
  switch (code) {
    case "unreachable":
    case "unavailable":
    case "storage-full":
      return tell("polls.problem.unreachable");
    case "forbidden":
    case "unauthenticated":
    case "sign-in-needed":
      return tell("polls.problem.forbidden");
    case "not-found":
    case "deleted":
      return tell("polls.problem.gone");
    case "conflict":
      return tell("polls.problem.closed");
    case "too-large":
      return tell("polls.problem.full");
    case "too-many-requests":
      return tell("polls.problem.busy");
    default:
      return tell("polls.problem.other");
  }
}
