import type { OpenAPIHono } from "@hono/zod-openapi";
import type { RateLimiter } from "../../../rate-limiter.ts";
import type { Environment, Services } from "../../services.ts";
import type { TalkLimiters } from "../talk/speaker.ts";
import { addAskForVotes } from "./ask-for-votes.ts";
import { addChangePoll } from "./change-poll.ts";
import { addListPolls } from "./list-polls.ts";
import { addVote } from "./vote.ts";

/** All calls about votes. They count as what is said does. */
export function addPolls(
  app: OpenAPIHono<Environment>,
  services: Services,
  reads: RateLimiter,
  limiters: TalkLimiters,
): void {
  addListPolls(app, services, reads);
  addAskForVotes(app, services, limiters);
  addChangePoll(app, services, limiters);
  addVote(app, services, limiters);
}
