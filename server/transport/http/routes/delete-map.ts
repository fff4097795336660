import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { authorizeOwner } from "../authorize.ts";
import { deleteResponseSchema, mapParams, problemResponses } from "../schemas.ts";
import type { Environment, Services } from "../services.ts";

const route = createRoute({
  method: "delete",
  path: "/api/maps/{id}",
  summary: "Close a map to everybody; only its owner may",
  description:
    "Links and sessions of the map end at once. Its owner can restore it for some time (30 days, unless the server is set " +
    "otherwise); then it is erased.",
  request: { params: mapParams },
  responses: {
    200: {
      description: "Nobody can open the map any more.",
      content: { "application/json": { schema: deleteResponseSchema } },
    },
    ...problemResponses,
  },
});

export function addDeleteMap(app: OpenAPIHono<Environment>, services: Services): void {
  const { ownership, rights, log } = services;
  app.openapi(route, async (c) => {
    const { map } = await authorizeOwner(c, services, "Only the owner of a map may delete it.");
    const restorableUntil = await ownership.deleteMap(map.id);
    await rights.changed(map.id);
    log.info("A map was deleted.", { map: map.id });
    return c.json({ restorableUntil }, 200);
  });
}
