import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { authorize } from "../authorize.ts";
import { ProblemError } from "../problems.ts";
import { mapParams, problemResponses } from "../schemas.ts";
import type { Environment, Services } from "../services.ts";

const route = createRoute({
  method: "delete",
  path: "/api/maps/{id}",
  summary: "Delete a map for everybody; only its owner may",
  request: { params: mapParams },
  responses: { 204: { description: "The map is gone." }, ...problemResponses },
});

export function addDeleteMap(app: OpenAPIHono<Environment>, services: Services): void {
  app.openapi(route, async (c) => {
    const { map, role } = await authorize(c, services);
    if (role !== "owner") throw new ProblemError("forbidden", "Only the owner of a map may delete it.");
    await services.access.deleteMap(map.id);
    services.rooms.retire(map.id);
    services.log.info("A map was deleted.", { map: map.id });
    return c.body(null, 204);
  });
}
