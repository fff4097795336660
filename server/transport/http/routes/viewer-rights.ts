import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import { authorizeOwner } from "../authorize.ts";
import { mapParams, problemResponses } from "../schemas.ts";
import type { Environment, Services } from "../services.ts";

type ViewerRight = Readonly<{
  path: string;
  /** What viewers may do, as it follows "Viewers may". */
  deed: string;
  allow: string;
  forbid: string;
}>;

const reacting: ViewerRight = {
  path: "/api/maps/{id}/viewer-reactions",
  deed: "react",
  allow: "Let those who only read react to comments; the owner may",
  forbid: "Let only those react who may comment",
};

const voting: ViewerRight = {
  path: "/api/maps/{id}/viewer-votes",
  deed: "vote",
  allow: "Let those who only read vote; the owner may",
  forbid: "Let only those vote who may comment",
};

/** What viewers may do besides reading, as the owner says. */
export function addViewerRights(app: OpenAPIHono<Environment>, services: Services): void {
  const { polls, talk } = services;
  addRight(app, services, reacting, (map, on) => talk.letViewersReact(map, on));
  addRight(app, services, voting, (map, on) => polls.letViewersVote(map, on));
}

function addRight(
  app: OpenAPIHono<Environment>,
  services: Services,
  { path, deed, allow, forbid }: ViewerRight,
  letViewers: Services["talk"]["letViewersReact"],
): void {
  const request = { params: mapParams };
  const set = async (c: Context<Environment>, on: boolean): Promise<void> => {
    const { map } = await authorizeOwner(c, services, "Only the owner of a map says what viewers may do.");
    await letViewers(map.id, on);
  };
  const allowRoute = createRoute({
    method: "put",
    path,
    summary: allow,
    request,
    responses: { 204: { description: `Viewers may ${deed}.` }, ...problemResponses },
  });
  app.openapi(allowRoute, async (c) => {
    await set(c, true);
    return c.body(null, 204);
  });
  const forbidRoute = createRoute({
    method: "delete",
    path,
    summary: forbid,
    request,
    responses: { 204: { description: `Viewers may not ${deed}.` }, ...problemResponses },
  });
  app.openapi(forbidRoute, async (c) => {
    await set(c, false);
    return c.body(null, 204);
  });
}
