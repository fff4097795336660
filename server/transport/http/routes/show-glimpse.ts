import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { RateLimiter } from "../../rate-limiter.ts";
import { authorize } from "../authorize.ts";
import { limitByAddress } from "../limit-by-address.ts";
import { mapParams, problemResponses } from "../schemas.ts";
import type { Environment, Services } from "../services.ts";

const route = createRoute({
  method: "get",
  path: "/api/maps/{id}/glimpse",
  summary: "What stands at the top left corner of a large map, to be shown until the map has come",
  description:
    "Cards and lines as far as they are drawn. Made for our own page: its shape may change with any version. While " +
    "people edit the map it may be a few seconds old.",
  request: { params: mapParams },
  responses: {
    200: { description: "The glimpse.", content: { "application/json": { schema: z.unknown() } } },
    204: { description: "There is none: the map is small, or none has been made of it as it is now." },
    ...problemResponses,
  },
});

/** As often as sessions may be opened, since one goes with each. */
export function addShowGlimpse(app: OpenAPIHono<Environment>, services: Services): void {
  const limiter = new RateLimiter(services.config.sessionsPerMinute, services.now);
  app.openapi(route, async (c) => {
    limitByAddress(c, services, limiter, "Too many maps were opened from here");
    const { map } = await authorize(c, services);
    const glimpse = await services.rooms.glimpse(map.id);
    if (glimpse === undefined) return c.body(null, 204);
    c.header("content-type", "application/json; charset=utf-8");
    return c.body(new Uint8Array(glimpse)) as never;
  });
}
