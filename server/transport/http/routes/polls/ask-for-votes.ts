import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import type { CardId } from "#shared/model/index.ts";
import { askForVotesRequest, pollResponse } from "#shared/protocol/polls.ts";
import { mapParams, problemResponses } from "../../schemas.ts";
import type { Environment, Services } from "../../services.ts";
import { authorizeWrite, type TalkLimiters } from "../talk/speaker.ts";
import { granted, pollAnswer } from "./poll-of-path.ts";

const content = { "application/json": { schema: pollResponse } };

const route = createRoute({
  method: "post",
  path: "/api/maps/{id}/polls",
  summary: "Ask for votes on a card; editors may",
  request: {
    params: mapParams,
    body: { required: true, content: { "application/json": { schema: askForVotesRequest } } },
  },
  responses: {
    200: { description: "The poll that the card had already.", content },
    201: { description: "The poll, open; it is stored when this answer comes.", content },
    ...problemResponses,
  },
});

export function addAskForVotes(
  app: OpenAPIHono<Environment>,
  services: Services,
  limiters: TalkLimiters,
): void {
  app.openapi(route, async (c) => {
    const { map, role } = await authorizeWrite(c, services, limiters);
    const card = c.req.valid("json").card as CardId;
    const { poll, isNew } = granted(await services.polls.ask(map.id, role, card));
    return c.json(pollAnswer(poll), isNew ? 201 : 200);
  });
}
