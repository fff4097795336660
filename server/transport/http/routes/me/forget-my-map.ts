import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { mapIdOf, requireOwnPage } from "../../authorize.ts";
import { accountOf } from "../../person.ts";
import { mapParams, problemResponses } from "../../schemas.ts";
import type { Environment, Services } from "../../services.ts";
import { byAccount } from "../../ways-in.ts";

const route = createRoute({
  method: "delete",
  path: "/api/me/maps/{id}",
  security: byAccount,
  summary: "Take a map off the account's list; the map stays",
  request: { params: mapParams },
  responses: { 204: { description: "It is not on the list." }, ...problemResponses },
});

export function addForgetMyMap(app: OpenAPIHono<Environment>, services: Services): void {
  app.openapi(route, async (c) => {
    const account = accountOf(c, services);
    requireOwnPage(c, services);
    await services.accounts.forget(account, mapIdOf(c));
    return c.body(null, 204);
  });
}
