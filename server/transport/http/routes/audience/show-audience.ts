import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { audienceResponse } from "#shared/protocol/audience.ts";
import { canEdit } from "#shared/protocol/roles.ts";
import { authorize } from "../../authorize.ts";
import { ProblemError } from "../../problems.ts";
import { mapParams, problemResponses } from "../../schemas.ts";
import type { Environment, Services } from "../../services.ts";

const route = createRoute({
  method: "get",
  path: "/api/maps/{id}/audience",
  summary: "How many follow a map's talk, and how many find it too slow, too fast or are lost; for editors",
  request: { params: mapParams },
  responses: {
    200: {
      description: "The numbers of this moment, over all servers that hear each other.",
      content: { "application/json": { schema: audienceResponse } },
    },
    ...problemResponses,
  },
});

export function addShowAudience(app: OpenAPIHono<Environment>, services: Services): void {
  app.openapi(route, async (c) => {
    const { map, role } = await authorize(c, services);
    if (!canEdit(role))
      throw new ProblemError("forbidden", "What an audience says is for those who may edit.");
    return c.json(services.audiences.of(map.id), 200);
  });
}
