import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { copyVersionRequest } from "#shared/protocol/versions.ts";
import type { RateLimiter } from "../../../rate-limiter.ts";
import { authorize } from "../../authorize.ts";
import { limitByAddress } from "../../limit-by-address.ts";
import { makeMap } from "../../make-map.ts";
import { createResponseSchema, problemResponses } from "../../schemas.ts";
import type { Environment, Services } from "../../services.ts";
import { findVersion, versionParams } from "./version-of-path.ts";

const route = createRoute({
  method: "post",
  path: "/api/maps/{id}/versions/{version}/copy",
  summary: "Make a new map from a version; whoever may read the map may",
  request: {
    params: versionParams,
    body: { required: true, content: { "application/json": { schema: copyVersionRequest } } },
  },
  responses: {
    201: {
      description: "The map was made. Its owner's link is shown this once.",
      content: { "application/json": { schema: createResponseSchema } },
    },
    ...problemResponses,
  },
});

/** `creates` counts as making a map does. */
export function addCopyVersion(
  app: OpenAPIHono<Environment>,
  services: Services,
  creates: RateLimiter,
): void {
  app.openapi(route, async (c) => {
    limitByAddress(c, services, creates, "Too many maps were made from here");
    const { map } = await authorize(c, services);
    const version = await findVersion(services, map, c.req.valid("param").version);
    const { title = version.meta.title } = c.req.valid("json");
    return c.json({ ...(await makeMap(c, services, version, title)), diagnostics: [] }, 201);
  });
}
