import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { RateLimiter } from "../../../rate-limiter.ts";
import { authorize } from "../../authorize.ts";
import { limitByAddress } from "../../limit-by-address.ts";
import { problemResponses } from "../../schemas.ts";
import type { Environment, Services } from "../../services.ts";
import { noSuchVersion, versionParams } from "./version-of-path.ts";

const route = createRoute({
  method: "get",
  path: "/api/maps/{id}/versions/{version}",
  summary: "The whole map as it was, as our own JSON",
  request: { params: versionParams },
  responses: {
    200: { description: "The map.", content: { "application/json": { schema: z.unknown() } } },
    ...problemResponses,
  },
});

export function addShowVersion(app: OpenAPIHono<Environment>, services: Services, reads: RateLimiter): void {
  app.openapi(route, async (c) => {
    limitByAddress(c, services, reads, "Too many maps were read or changed from here");
    const { map } = await authorize(c, services);
    const text = await services.history.readText(map.id, c.req.valid("param").version);
    if (text === undefined) throw noSuchVersion();
    c.header("content-type", "application/json; charset=utf-8");
    return c.body(text) as never;
  });
}
