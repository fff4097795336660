import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { versionList } from "#shared/protocol/versions.ts";
import type { RateLimiter } from "../../../rate-limiter.ts";
import { authorize } from "../../authorize.ts";
import { limitByAddress } from "../../limit-by-address.ts";
import { mapParams, problemResponses } from "../../schemas.ts";
import type { Environment, Services } from "../../services.ts";
import { summaryOf } from "./version-of-path.ts";

const route = createRoute({
  method: "get",
  path: "/api/maps/{id}/versions",
  summary: "The versions of a map that are kept, the newest first",
  request: { params: mapParams },
  responses: {
    200: { description: "The versions.", content: { "application/json": { schema: versionList } } },
    ...problemResponses,
  },
});

export function addListVersions(app: OpenAPIHono<Environment>, services: Services, reads: RateLimiter): void {
  app.openapi(route, async (c) => {
    limitByAddress(c, services, reads, "Too many maps were read or changed from here");
    const { map } = await authorize(c, services);
    const versions = await services.history.list(map.id);
    return c.json({ versions: versions.map(summaryOf) }, 200);
  });
}
