import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { pollResponse } from "#shared/protocol/polls.ts";
import { stances } from "#shared/talk/index.ts";
import { problemResponses } from "../../schemas.ts";
import type { Environment, Services } from "../../services.ts";
import { authorizeWrite, participantHeaders, requireVoter, type TalkLimiters } from "../talk/speaker.ts";
import { granted, pollAnswer, pollOf, pollParams } from "./poll-of-path.ts";

const route = createRoute({
  method: "put",
  path: "/api/maps/{id}/polls/{poll}/ballot",
  summary: "Vote, in place of what one said before; viewers may where the owner lets them",
  request: {
    params: pollParams,
    headers: participantHeaders,
    body: {
      required: true,
      content: { "application/json": { schema: z.object({ stance: z.enum(stances) }) } },
    },
  },
  responses: {
    200: {
      description: "The poll with this vote in it; it is stored when this answer comes.",
      content: { "application/json": { schema: pollResponse } },
    },
    ...problemResponses,
  },
});

export function addVote(app: OpenAPIHono<Environment>, services: Services, limiters: TalkLimiters): void {
  app.openapi(route, async (c) => {
    const { map, role } = await authorizeWrite(c, services, limiters);
    const voter = requireVoter(c, services, map.id);
    const { stance } = c.req.valid("json");
    const poll = await services.polls.vote(map.id, { voter, role }, pollOf(c.req.valid("param")), stance);
    return c.json(pollAnswer(granted(poll)), 200);
  });
}
