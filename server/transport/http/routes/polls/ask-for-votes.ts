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
  summary: "Ask for votes on a card, or on how much its reasons weigh; editors may",
  description:
    "A poll of the kind `stance` asks what people hold of the card, before a discussion and after it; one of the kind " +
    "`impact`, how much each argument for or against the card weighs. Those who may comment vote, or `everyone`.",
  request: {
    params: mapParams,
    body: { required: true, content: { "application/json": { schema: askForVotesRequest } } },
  },
  responses: {
    200: { description: "The poll of that kind that the card had already.", content },
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
    const { card, kind, audience } = c.req.valid("json");
    const asked = await services.polls.ask(map.id, role, { card: card as CardId, kind, audience });
    const { poll, isNew } = granted(asked);
    return c.json(pollAnswer(poll), isNew ? 201 : 200);
  });
}
