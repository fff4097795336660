import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { sessionRequest, sessionResponse } from "#shared/protocol/api.ts";
import { readSessionCookie, writeSessionCookie } from "../../cookie.ts";
import { addressOfRequest, originOfRequest } from "../../origin.ts";
import { RateLimiter } from "../../rate-limiter.ts";
import { mapIdOf } from "../authorize.ts";
import { accessProblem, ProblemError } from "../problems.ts";
import { mapParams, problemResponses } from "../schemas.ts";
import type { Environment, Services } from "../services.ts";

const route = createRoute({
  method: "post",
  path: "/api/maps/{id}/session",
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

export function addOpenSession(app: OpenAPIHono<Environment>, { config, access, now }: Services): void {
  const limiter = new RateLimiter(config.sessionsPerMinute, now);
  app.openapi(route, async (c) => {
    const { headers, socket } = c.env.incoming;
    if (!limiter.take(addressOfRequest(headers, socket.remoteAddress, config)))
      throw new ProblemError(
        "too-many-requests",
        "Too many links were opened from here. Try again in a minute.",
      );
    const { secret } = c.req.valid("json");
    const opened = await access.openSession(mapIdOf(c), secret, readSessionCookie(headers.cookie));
    if (!opened.ok) throw accessProblem(opened.error);
    const { role, token, deviceToken, expiresAt } = opened.value;
    const isSecure = originOfRequest(headers, config).startsWith("https:");
    c.header("set-cookie", writeSessionCookie(deviceToken, expiresAt, isSecure));
    return c.json({ role, token }, 200);
  });
}
