import type { ApiProblem } from "../../api/api-problem.ts";
import type { SayTalk } from "./talk-words.ts";

/** Why something was not said, and what to do. */
export function talkProblem(say: SayTalk, { code }: ApiProblem): string {
  switch (code) {
    case "unreachable":
    case "unavailable":
    case "storage-full":
      return say("talk.problem.unreachable");
    case "forbidden":
    case "unauthenticated":
    case "sign-in-needed":
      return say("talk.problem.forbidden");
    case "not-found":
    case "deleted":
      return say("talk.problem.gone");
    case "too-large":
      return say("talk.problem.full");
    case "too-many-requests":
      return say("talk.problem.busy");
    default:
      return say("talk.problem.other");
  }
}
