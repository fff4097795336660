import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { sessionRequest } from "#shared/protocol/api.ts";
import { publicUrlOfRequest } from "../../origin.ts";
import type { RateLimiter } from "../../rate-limiter.ts";
import { mapIdOf } from "../authorize.ts";
import { limitByAddress } from "../limit-by-address.ts";
import { linksOf } from "../links.ts";
import { accessProblem } from "../problems.ts";
import { linksResponseSchema, mapParams, problemResponses } from "../schemas.ts";
import type { Environment, Services } from "../services.ts";
import { byNothing } from "../ways-in.ts";

const route = createRoute({
  method: "post",
  path: "/api/maps/{id}/links",
  security: byNothing,
  summary: "Show all links of a map again, to whoever has the owner's secret",
  request: {
    params: mapParams,
    body: { required: true, content: { "application/json": { schema: sessionRequest } } },
  },
  responses: {
    200: {
      description: "The four links, and whether the map is locked.",
      content: { "application/json": { schema: linksResponseSchema } },
    },
    ...problemResponses,
  },
});

export function addShowLinks(app: OpenAPIHono<Environment>, services: Services, limiter: RateLimiter): void {
  const { config, ownership } = services;
  app.openapi(route, async (c) => {
    limitByAddress(c, services, limiter, "Links were asked for too often from here");
    const id = mapIdOf(c);
    const secrets = await ownership.secretsOf(id, c.req.valid("json").secret);
    if (!secrets.ok) throw accessProblem(secrets.error);
    const publicUrl = publicUrlOfRequest(c.env.incoming.headers, config);
    const links = linksOf(publicUrl, id, secrets.value);
    return c.json({ links, isLocked: await ownership.isLocked(id) }, 200);
  });
}
