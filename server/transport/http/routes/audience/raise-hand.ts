import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import type { CardId } from "#shared/model/index.ts";
import { handResponse, raiseHandRequest } from "#shared/protocol/audience.ts";
import { mapParams, problemResponses } from "../../schemas.ts";
import type { Environment, Services } from "../../services.ts";
import { authorizeSpeaker, participantHeaders, type TalkLimiters } from "../talk/speaker.ts";
import { granted } from "../talk/talk-of-path.ts";

const path = "/api/maps/{id}/hand";

const raiseRoute = createRoute({
  method: "put",
  path,
  summary: "Raise one's hand, perhaps about a card; everybody may who may read",
  description: "Whose hand is up already keeps their place.",
  request: {
    params: mapParams,
    headers: participantHeaders,
    body: { required: true, content: { "application/json": { schema: raiseHandRequest } } },
  },
  responses: {
    200: {
      description: "The hand, as everybody sees it.",
      content: { "application/json": { schema: handResponse } },
    },
    ...problemResponses,
  },
});

const lowerRoute = createRoute({
  method: "delete",
  path,
  summary: "Lower one's hand",
  request: { params: mapParams, headers: participantHeaders },
  responses: { 204: { description: "One's hand is not up." }, ...problemResponses },
});

export function addRaiseHand(
  app: OpenAPIHono<Environment>,
  services: Services,
  limiters: TalkLimiters,
): void {
  const { hands, metrics } = services;
  app.openapi(raiseRoute, async (c) => {
    const { about = null, name } = c.req.valid("json");
    const { map, speaker } = await authorizeSpeaker(c, services, limiters, name);
    const hand = granted(await hands.raise(map.id, speaker, about as CardId | null));
    metrics?.handRaised();
    return c.json(hand, 200);
  });
  app.openapi(lowerRoute, async (c) => {
    const { map, speaker } = await authorizeSpeaker(c, services, limiters);
    granted(await hands.lower(map.id, speaker, speaker.id));
    return c.body(null, 204);
  });
}
