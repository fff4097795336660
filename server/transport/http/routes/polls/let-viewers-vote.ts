import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import { authorizeOwner } from "../../authorize.ts";
import { mapParams, problemResponses } from "../../schemas.ts";
import type { Environment, Services } from "../../services.ts";

const path = "/api/maps/{id}/viewer-votes";

const allowRoute = createRoute({
  method: "put",
  path,
  summary: "Let those who only read vote; the owner may",
  request: { params: mapParams },
  responses: { 204: { description: "Viewers may vote." }, ...problemResponses },
});

const forbidRoute = createRoute({
  method: "delete",
  path,
  summary: "Let only those vote who may comment",
  request: { params: mapParams },
  responses: { 204: { description: "Viewers may not vote." }, ...problemResponses },
});

/** Whether viewers may vote, as the owner says. */
export function addLetViewersVote(app: OpenAPIHono<Environment>, services: Services): void {
  const set = async (c: Context<Environment>, on: boolean): Promise<void> => {
    const { map } = await authorizeOwner(c, services, "Only the owner of a map says what viewers may do.");
    await services.polls.letViewersVote(map.id, on);
  };
  app.openapi(allowRoute, async (c) => {
    await set(c, true);
    return c.body(null, 204);
  });
  app.openapi(forbidRoute, async (c) => {
    await set(c, false);
    return c.body(null, 204);
  });
}
