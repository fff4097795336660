import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { sessionRequest, sessionResponse } from "#shared/protocol/api.ts";
import { readSessionCookie, writeSessionCookie } from "../../cookie.ts";
import { originOfRequest } from "../../origin.ts";
import type { RateLimiter } from "../../rate-limiter.ts";
import { mapIdOf } from "../authorize.ts";
import { limitByAddress } from "../limit-by-address.ts";
import { personOf } from "../person.ts";
import { accessProblem } from "../problems.ts";
import { mapParams, problemResponses } from "../schemas.ts";
import type { Environment, Services } from "../services.ts";
import { byNothing } from "../ways-in.ts";

const route = createRoute({
  method: "post",
  path: "/api/maps/{id}/session",
  security: byNothing,
  summary: "Trade a link's secret for a session",
  request: {
    params: mapParams,
    body: { required: true, content: { "application/json": { schema: sessionRequest } } },
  },
  responses: {
    200: {
      description: "The role that the link gives, and a token; the session cookie is set as well.",
      content: { "application/json": { schema: sessionResponse } },
    },
    ...problemResponses,
  },
});

export function addOpenSession(
  app: OpenAPIHono<Environment>,
  services: Services,
  limiter: RateLimiter,
): void {
  const { config, access, accounts, ownership } = services;
  app.openapi(route, async (c) => {
    limitByAddress(c, services, limiter, "Too many links were opened from here");
    const { headers } = c.env.incoming;
    const { secret } = c.req.valid("json");
    const id = mapIdOf(c);
    const opened = await access.openSession(id, secret, readSessionCookie(headers.cookie));
    if (!opened.ok) throw accessProblem(opened.error, await ownership.restorableUntil(id, secret));
    const { role, isLocked, token, map, grant, deviceToken, expiresAt } = opened.value;
    const person = personOf(c, services);
    if (person !== undefined) await accounts.note(person.id, map, grant);
    const isSecure = originOfRequest(headers, config).startsWith("https:");
    c.header("set-cookie", writeSessionCookie(deviceToken, expiresAt, isSecure));
    return c.json({ role, isLocked, token }, 200);
  });
}
