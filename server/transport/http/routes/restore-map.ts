import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { sessionRequest } from "#shared/protocol/api.ts";
import type { RateLimiter } from "../../rate-limiter.ts";
import { mapIdOf } from "../authorize.ts";
import { limitByAddress } from "../limit-by-address.ts";
import { accessProblem } from "../problems.ts";
import { mapParams, problemResponses } from "../schemas.ts";
import type { Environment, Services } from "../services.ts";
import { byNothing } from "../ways-in.ts";

const route = createRoute({
  method: "post",
  path: "/api/maps/{id}/restore",
  security: byNothing,
  summary: "Take the deletion of a map back, with the owner's secret",
  description: "All links work again as they did. A map that is not deleted stays as it is.",
  request: {
    params: mapParams,
    body: { required: true, content: { "application/json": { schema: sessionRequest } } },
  },
  responses: { 204: { description: "The map can be opened." }, ...problemResponses },
});

export function addRestoreMap(app: OpenAPIHono<Environment>, services: Services, limiter: RateLimiter): void {
  const { ownership, log } = services;
  app.openapi(route, async (c) => {
    limitByAddress(c, services, limiter, "Links were tried too often from here");
    const id = mapIdOf(c);
    const restored = await ownership.restoreMap(id, c.req.valid("json").secret);
    if (!restored.ok) throw accessProblem(restored.error);
    log.info("A map was restored.", { map: id });
    return c.body(null, 204);
  });
}
