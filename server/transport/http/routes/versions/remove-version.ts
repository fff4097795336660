import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { authorizeOwner } from "../../authorize.ts";
import { ProblemError } from "../../problems.ts";
import { problemResponses } from "../../schemas.ts";
import type { Environment, Services } from "../../services.ts";
import { noSuchVersion, versionParams } from "./version-of-path.ts";

const route = createRoute({
  method: "delete",
  path: "/api/maps/{id}/versions/{version}",
  summary: "Delete a named version; only the map's owner may",
  request: { params: versionParams },
  responses: { 204: { description: "The version is gone." }, ...problemResponses },
});

export function addRemoveVersion(app: OpenAPIHono<Environment>, services: Services): void {
  const { history } = services;
  app.openapi(route, async (c) => {
    const { map } = await authorizeOwner(c, services, "Only the owner of a map may delete its versions.");
    const { version: id } = c.req.valid("param");
    const version = (await history.list(map.id)).find((known) => known.id === id);
    if (version === undefined) throw noSuchVersion();
    if (version.kind !== "named")
      throw new ProblemError("forbidden", "Only named versions can be deleted; the others go by themselves.");
    await history.remove(map.id, id);
    return c.body(null, 204);
  });
}
