import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { introduceRequest, participantResponse } from "#shared/protocol/talk.ts";
import { mapParams, problemResponses } from "../../schemas.ts";
import type { Environment, Services } from "../../services.ts";
import { authorizeSpeaker, participantHeaders, type TalkLimiters } from "./speaker.ts";
import { participantAnswer } from "./talk-of-path.ts";

const route = createRoute({
  method: "put",
  path: "/api/maps/{id}/participant",
  summary: "Say by what name others can mention you; tells who you are on this map",
  description: "Of viewers no name is kept.",
  request: {
    params: mapParams,
    headers: participantHeaders,
    body: { required: true, content: { "application/json": { schema: introduceRequest } } },
  },
  responses: {
    200: {
      description: "Who the caller is: `author` of their comments, and in `mentions` of others'.",
      content: { "application/json": { schema: participantResponse } },
    },
    ...problemResponses,
  },
});

export function addIntroduce(
  app: OpenAPIHono<Environment>,
  services: Services,
  limiters: TalkLimiters,
): void {
  app.openapi(route, async (c) => {
    const { name } = c.req.valid("json");
    const { map, speaker } = await authorizeSpeaker(c, services, limiters, name);
    await services.talk.introduce(map.id, speaker);
    return c.json(participantAnswer(speaker.id, speaker.name), 200);
  });
}
