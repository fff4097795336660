import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { joinCodeUses } from "#shared/protocol/audience.ts";
import { canEdit } from "#shared/protocol/roles.ts";
import { mapParams, problemResponses } from "../../schemas.ts";
import type { Environment, Services } from "../../services.ts";
import { authorizeWrite, type TalkLimiters } from "../talk/speaker.ts";
import { mayNotPresent } from "./make-join-code.ts";

const oneRoute = createRoute({
  method: "delete",
  path: "/api/maps/{id}/join-codes/{code}",
  summary: "End a code by which people join; editors may",
  request: { params: mapParams.extend({ code: z.string().max(200) }) },
  responses: {
    204: { description: "Nobody else comes by it. Who came by it stays." },
    ...problemResponses,
  },
});

const allRoute = createRoute({
  method: "delete",
  path: "/api/maps/{id}/join-codes",
  summary: "End all codes by which people join, as at the end of a talk; editors may",
  request: {
    params: mapParams,
    query: z.object({
      for: z
        .enum(joinCodeUses)
        .optional()
        .openapi({ description: "those of an audience or those of remotes; all where nothing is said" }),
    }),
  },
  responses: {
    204: { description: "Nobody else comes by a code. Who came by one stays." },
    ...problemResponses,
  },
});

export function addEndJoinCodes(
  app: OpenAPIHono<Environment>,
  services: Services,
  limiters: TalkLimiters,
): void {
  const { codes } = services;
  app.openapi(oneRoute, async (c) => {
    const { map, role } = await authorizeWrite(c, services, limiters);
    if (!canEdit(role)) throw mayNotPresent();
    await codes.end(map.id, c.req.valid("param").code);
    return c.body(null, 204);
  });
  app.openapi(allRoute, async (c) => {
    const { map, role } = await authorizeWrite(c, services, limiters);
    if (!canEdit(role)) throw mayNotPresent();
    await codes.endAll(map.id, c.req.valid("query").for);
    return c.body(null, 204);
  });
}
