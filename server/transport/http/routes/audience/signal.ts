import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { signalRequest } from "#shared/protocol/audience.ts";
import { limits } from "#shared/protocol/limits.ts";
import { RateLimiter } from "../../../rate-limiter.ts";
import { authorize } from "../../authorize.ts";
import { limitByAddress } from "../../limit-by-address.ts";
import { ProblemError } from "../../problems.ts";
import { mapParams, problemResponses } from "../../schemas.ts";
import type { Environment, Services } from "../../services.ts";

const route = createRoute({
  method: "put",
  path: "/api/maps/{id}/signal",
  summary:
    "Tell who presents that it should go faster or slower, or that one is lost; everybody may who may read",
  description:
    "Of each session the last counts, without a name, until it is taken back by null or three minutes old.",
  request: {
    params: mapParams,
    body: { required: true, content: { "application/json": { schema: signalRequest } } },
  },
  responses: { 204: { description: "It is counted." }, ...problemResponses },
});

export function addSignal(app: OpenAPIHono<Environment>, services: Services): void {
  const { audiences, now } = services;
  const byAddress = new RateLimiter(limits.maxSignalsPerAddressPerMinute, now);
  const byToken = new RateLimiter(limits.maxSignalsPerTokenPerMinute, now);
  app.openapi(route, async (c) => {
    const { map, identity } = await authorize(c, services);
    limitByAddress(c, services, byAddress, "Too many signals came from here");
    if (!byToken.take(identity))
      throw new ProblemError("too-many-requests", "Too many signals were sent. Try again in a minute.");
    audiences.signal(map.id, identity, c.req.valid("json").signal);
    return c.body(null, 204);
  });
}
