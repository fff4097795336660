import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { differenceBetween } from "#shared/model/index.ts";
import { versionChanges } from "#shared/protocol/versions.ts";
import type { RateLimiter } from "../../../rate-limiter.ts";
import { authorize } from "../../authorize.ts";
import { limitByAddress } from "../../limit-by-address.ts";
import { problemResponses } from "../../schemas.ts";
import type { Environment, Services } from "../../services.ts";
import { findVersion, versionParams } from "./version-of-path.ts";

const route = createRoute({
  method: "get",
  path: "/api/maps/{id}/versions/{version}/changes",
  summary: "What was added, removed, edited and moved between a version and now, by id",
  request: { params: versionParams },
  responses: {
    200: { description: "The changes.", content: { "application/json": { schema: versionChanges } } },
    ...problemResponses,
  },
});

export function addCompareVersion(
  app: OpenAPIHono<Environment>,
  services: Services,
  reads: RateLimiter,
): void {
  app.openapi(route, async (c) => {
    limitByAddress(c, services, reads, "Too many maps were read or changed from here");
    const { map } = await authorize(c, services);
    const then = await findVersion(services, map, c.req.valid("param").version);
    const now = await services.rooms.use(map.id, (room) => room.read((document) => document.toPlainMap()));
    return c.json(differenceBetween(then, now), 200);
  });
}
