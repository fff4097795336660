import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { ParticipantId } from "#shared/talk/index.ts";
import { mapParams, problemResponses } from "../../schemas.ts";
import type { Environment, Services } from "../../services.ts";
import { authorizeWrite, type TalkLimiters } from "../talk/speaker.ts";
import { granted } from "../talk/talk-of-path.ts";

const oneRoute = createRoute({
  method: "delete",
  path: "/api/maps/{id}/hands/{participant}",
  summary: "Lower somebody's hand, as when they have spoken; editors may",
  request: { params: mapParams.extend({ participant: z.string().max(64) }) },
  responses: { 204: { description: "Their hand is not up." }, ...problemResponses },
});

const allRoute = createRoute({
  method: "delete",
  path: "/api/maps/{id}/hands",
  summary: "Lower all hands; editors may",
  request: { params: mapParams },
  responses: { 204: { description: "No hand is up." }, ...problemResponses },
});

export function addLowerHands(
  app: OpenAPIHono<Environment>,
  services: Services,
  limiters: TalkLimiters,
): void {
  const { hands } = services;
  app.openapi(oneRoute, async (c) => {
    const { map, role } = await authorizeWrite(c, services, limiters);
    const participant = c.req.valid("param").participant as ParticipantId;
    granted(await hands.lower(map.id, { id: undefined, role }, participant));
    return c.body(null, 204);
  });
  app.openapi(allRoute, async (c) => {
    const { map, role } = await authorizeWrite(c, services, limiters);
    granted(await hands.lowerAll(map.id, role));
    return c.body(null, 204);
  });
}
