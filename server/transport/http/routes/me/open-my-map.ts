import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { sessionResponse } from "#shared/protocol/api.ts";
import type { RateLimiter } from "../../../rate-limiter.ts";
import { mapIdOf, requireOwnPage } from "../../authorize.ts";
import { limitByAddress } from "../../limit-by-address.ts";
import { accountOf } from "../../person.ts";
import { accessProblem } from "../../problems.ts";
import { mapParams, problemResponses } from "../../schemas.ts";
import type { Environment, Services } from "../../services.ts";
import { byAccount } from "../../ways-in.ts";

const route = createRoute({
  method: "post",
  path: "/api/me/maps/{id}/session",
  security: byAccount,
  summary: "Open a map of the account's list, without its link",
  description:
    "The right is that of the link by which the account came, as long as it holds. There is no cookie for the device, and " +
    "the map's links stay closed: they take the owner's secret.",
  request: { params: mapParams },
  responses: {
    200: {
      description: "The role that the account has there, and a token for one page.",
      content: { "application/json": { schema: sessionResponse } },
    },
    ...problemResponses,
  },
});

export function addOpenMyMap(app: OpenAPIHono<Environment>, services: Services, sessions: RateLimiter): void {
  app.openapi(route, async (c) => {
    const account = accountOf(c, services);
    requireOwnPage(c, services);
    limitByAddress(c, services, sessions, "Too many links were opened from here");
    const opened = await services.accounts.openSession(account, mapIdOf(c));
    if (!opened.ok) throw accessProblem(opened.error);
    return c.json(opened.value, 200);
  });
}
