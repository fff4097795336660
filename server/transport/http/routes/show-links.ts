import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { sessionRequest } from "#shared/protocol/api.ts";
import { addressOfRequest, publicUrlOfRequest } from "../../origin.ts";
import { RateLimiter } from "../../rate-limiter.ts";
import { mapIdOf } from "../authorize.ts";
import { linksOf } from "../links.ts";
import { accessProblem, ProblemError } from "../problems.ts";
import { linksSchema, mapParams, problemResponses } from "../schemas.ts";
import type { Environment, Services } from "../services.ts";

const route = createRoute({
  method: "post",
  path: "/api/maps/{id}/links",
  summary: "Show all links of a map again, to whoever has the owner's secret",
  request: {
    params: mapParams,
    body: { required: true, content: { "application/json": { schema: sessionRequest } } },
  },
  responses: {
    200: {
      description: "The four links.",
      content: { "application/json": { schema: z.object({ links: linksSchema }) } },
    },
    ...problemResponses,
  },
});

export function addShowLinks(app: OpenAPIHono<Environment>, { config, access, now }: Services): void {
  const limiter = new RateLimiter(config.sessionsPerMinute, now);
  app.openapi(route, async (c) => {
    const { headers, socket } = c.env.incoming;
    if (!limiter.take(addressOfRequest(headers, socket.remoteAddress, config)))
      throw new ProblemError("too-many-requests", "Links were asked for too often. Try again in a minute.");
    const id = mapIdOf(c);
    const secrets = await access.secretsOf(id, c.req.valid("json").secret);
    if (!secrets.ok) throw accessProblem(secrets.error);
    return c.json({ links: linksOf(publicUrlOfRequest(headers, config), id, secrets.value) }, 200);
  });
}
