import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { changePollRequest, pollResponse } from "#shared/protocol/polls.ts";
import { problemResponses } from "../../schemas.ts";
import type { Environment, Services } from "../../services.ts";
import { authorizeWrite, type TalkLimiters } from "../talk/speaker.ts";
import { granted, pollAnswer, pollOf, pollParams } from "./poll-of-path.ts";

const path = "/api/maps/{id}/polls/{poll}";
const request = { params: pollParams };
const responses = {
  200: {
    description: "The poll; it is stored when this answer comes.",
    content: { "application/json": { schema: pollResponse } },
  },
  ...problemResponses,
};

const stateRoutes = [
  [
    "open",
    createRoute({
      method: "post",
      path: `${path}/open`,
      summary: "Let people vote again, as long as the result is not shown",
      request,
      responses,
    }),
  ],
  [
    "closed",
    createRoute({ method: "post", path: `${path}/close`, summary: "Take no more votes", request, responses }),
  ],
  [
    "revealed",
    createRoute({
      method: "post",
      path: `${path}/reveal`,
      summary: "Take no more votes, and show how many said what",
      description:
        "Of a moment or a reason on which fewer than five have voted no numbers are shown, nor of how people went from " +
        "one stance to another where fewer than five voted twice. Where both moments are shown, fewer than five who " +
        "voted in one of them only are left out.",
      request,
      responses,
    }),
  ],
] as const;

const resetRoute = createRoute({
  method: "post",
  path: `${path}/reset`,
  summary: "Erase the votes, and let people vote anew",
  request: {
    params: pollParams,
    query: z.object({
      round: z.coerce
        .number()
        .int()
        .min(1)
        .optional()
        .meta({ description: "Which round is to end; where it is over already nothing changes." }),
    }),
  },
  responses,
});

const changeRoute = createRoute({
  method: "patch",
  path,
  summary: "Say who may vote, or ask what people hold before or after the discussion",
  description:
    "Asking about the other moment opens the poll. What was said in the first is kept, and is over once somebody has " +
    "voted in the second.",
  request: {
    params: pollParams,
    body: { required: true, content: { "application/json": { schema: changePollRequest } } },
  },
  responses,
});

const deleteRoute = createRoute({
  method: "delete",
  path,
  summary: "Erase a poll with its votes",
  request,
  responses: { 204: { description: "The poll is gone." }, ...problemResponses },
});

/** What editors do with a poll: open and close it, ask about the other moment, show its result, begin anew, delete it. */
export function addChangePoll(
  app: OpenAPIHono<Environment>,
  services: Services,
  limiters: TalkLimiters,
): void {
  const { polls } = services;
  for (const [state, route] of stateRoutes)
    app.openapi(route, async (c) => {
      const { map, role } = await authorizeWrite(c, services, limiters);
      const poll = await polls.setState(map.id, role, pollOf(c.req.valid("param")), state);
      return c.json(pollAnswer(granted(poll)), 200);
    });
  app.openapi(changeRoute, async (c) => {
    const { map, role } = await authorizeWrite(c, services, limiters);
    const poll = await polls.change(map.id, role, pollOf(c.req.valid("param")), c.req.valid("json"));
    return c.json(pollAnswer(granted(poll)), 200);
  });
  app.openapi(resetRoute, async (c) => {
    const { map, role } = await authorizeWrite(c, services, limiters);
    const { round } = c.req.valid("query");
    const poll = await polls.reset(map.id, role, pollOf(c.req.valid("param")), round);
    return c.json(pollAnswer(granted(poll)), 200);
  });
  app.openapi(deleteRoute, async (c) => {
    const { map, role } = await authorizeWrite(c, services, limiters);
    granted(await polls.remove(map.id, role, pollOf(c.req.valid("param"))));
    return c.body(null, 204);
  });
}
