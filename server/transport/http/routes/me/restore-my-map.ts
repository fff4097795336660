import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { mapIdOf, requireOwnPage } from "../../authorize.ts";
import { accountOf } from "../../person.ts";
import { accessProblem } from "../../problems.ts";
import { mapParams, problemResponses } from "../../schemas.ts";
import type { Environment, Services } from "../../services.ts";
import { byAccount } from "../../ways-in.ts";

const route = createRoute({
  method: "post",
  path: "/api/me/maps/{id}/restore",
  security: byAccount,
  summary: "Take the deletion of a map back that the account owns",
  request: { params: mapParams },
  responses: { 204: { description: "The map can be opened, by all its links." }, ...problemResponses },
});

export function addRestoreMyMap(app: OpenAPIHono<Environment>, services: Services): void {
  const { accounts, ownership, log } = services;
  app.openapi(route, async (c) => {
    const account = accountOf(c, services);
    requireOwnPage(c, services);
    const id = mapIdOf(c);
    const right = await accounts.rightOf(account, id);
    if (right === undefined) throw accessProblem("not-found");
    const restored = await ownership.restoreByGrant(id, right);
    if (!restored.ok) throw accessProblem(restored.error);
    log.info("A map was restored.", { map: id });
    return c.body(null, 204);
  });
}
