import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { pollsResponse } from "#shared/protocol/polls.ts";
import type { RateLimiter } from "../../../rate-limiter.ts";
import { authorize } from "../../authorize.ts";
import { limitByAddress } from "../../limit-by-address.ts";
import { mapParams, problemResponses } from "../../schemas.ts";
import type { Environment, Services } from "../../services.ts";
import { participantHeaders, voterOf } from "../talk/speaker.ts";
import { pollAnswer } from "./poll-of-path.ts";

const route = createRoute({
  method: "get",
  path: "/api/maps/{id}/polls",
  summary: "All polls on a map, the oldest first, with what the caller said",
  request: { params: mapParams, headers: participantHeaders },
  responses: {
    200: {
      description: "The polls. What came of them is told of those that are revealed.",
      content: { "application/json": { schema: pollsResponse } },
    },
    ...problemResponses,
  },
});

export function addListPolls(app: OpenAPIHono<Environment>, services: Services, reads: RateLimiter): void {
  app.openapi(route, async (c) => {
    limitByAddress(c, services, reads, "Too many maps were read or changed from here");
    const { map } = await authorize(c, services);
    const { polls, own, viewersVote } = await services.polls.read(map.id, voterOf(c, services, map.id));
    const answers = polls.map((poll) => ({ ...pollAnswer(poll), own: own.get(poll.id) ?? null }));
    return c.json({ polls: answers, viewersVote }, 200);
  });
}
