import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { emptyMap } from "#shared/model/index.ts";
import { createMapRequest } from "#shared/protocol/api.ts";
import type { RateLimiter } from "../../rate-limiter.ts";
import { limitByAddress } from "../limit-by-address.ts";
import { makeMap } from "../make-map.ts";
import { readMap } from "../read-map.ts";
import { createResponseSchema, problemResponses } from "../schemas.ts";
import type { Environment, Services } from "../services.ts";

const route = createRoute({
  method: "post",
  path: "/api/maps",
  summary: "Make a map, empty or from a file",
  request: { body: { required: true, content: { "application/json": { schema: createMapRequest } } } },
  responses: {
    201: {
      description: "The map was made. The owner's link is shown this once.",
      content: { "application/json": { schema: createResponseSchema } },
    },
    ...problemResponses,
  },
});

export function addCreateMap(app: OpenAPIHono<Environment>, services: Services, limiter: RateLimiter): void {
  const { now } = services;
  app.openapi(route, async (c) => {
    limitByAddress(c, services, limiter, "Too many maps were made from here");
    const request = c.req.valid("json");
    const { map, diagnostics } =
      request.content === undefined
        ? { map: emptyMap({ title: "", createdAt: now() }), diagnostics: [] }
        : readMap(request.format ?? "json", request.content);
    const title = request.title ?? map.meta.title;
    return c.json({ ...(await makeMap(c, services, map, title)), diagnostics }, 201);
  });
}
