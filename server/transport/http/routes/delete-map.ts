import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { authorize } from "../authorize.ts";
import { ProblemError } from "../problems.ts";
import { mapParams, problemResponses } from "../schemas.ts";
import type { Environment, Services } from "../services.ts";

const route = createRoute({
  method: "delete",
  path: "/api/maps/{id}",
  summary: "Close a map to everybody, for good; only its owner may",
  description:
    "Links and sessions of the map end at once, and nobody can open it again. Its text stays in the server's database: " +
    "nothing erases it yet. A later version will, 30 days after the deletion.",
  request: { params: mapParams },
  responses: { 204: { description: "Nobody can open the map any more." }, ...problemResponses },
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
