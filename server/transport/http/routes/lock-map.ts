import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import { authorizeOwner } from "../authorize.ts";
import { mapParams, problemResponses } from "../schemas.ts";
import type { Environment, Services } from "../services.ts";

const lockRoute = createRoute({
  method: "put",
  path: "/api/maps/{id}/lock",
  summary: "Let nobody but the owner change a map",
  description:
    "Everybody else can read it, whatever their link says; those who have it open go on as viewers.",
  request: { params: mapParams },
  responses: { 204: { description: "The map is locked." }, ...problemResponses },
});

const unlockRoute = createRoute({
  method: "delete",
  path: "/api/maps/{id}/lock",
  summary: "Let links give again what they say",
  request: { params: mapParams },
  responses: { 204: { description: "The map is not locked." }, ...problemResponses },
});

export function addLockMap(app: OpenAPIHono<Environment>, services: Services): void {
  const setLocked = async (c: Context<Environment>, isLocked: boolean): Promise<void> => {
    const { map } = await authorizeOwner(c, services, "Only the owner of a map may lock or unlock it.");
    await services.ownership.setLocked(map.id, isLocked);
    await services.rights.changed(map.id);
  };
  app.openapi(lockRoute, async (c) => {
    await setLocked(c, true);
    return c.body(null, 204);
  });
  app.openapi(unlockRoute, async (c) => {
    await setLocked(c, false);
    return c.body(null, 204);
  });
}
