import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { sessionRequest } from "#shared/protocol/api.ts";
import { type LinkName, linkNames } from "#shared/protocol/roles.ts";
import { publicUrlOfRequest } from "../../origin.ts";
import type { RateLimiter } from "../../rate-limiter.ts";
import { mapIdOf } from "../authorize.ts";
import { limitByAddress } from "../limit-by-address.ts";
import { linksOf } from "../links.ts";
import { accessProblem, ProblemError } from "../problems.ts";
import { linksResponseSchema, mapParams, problemResponses } from "../schemas.ts";
import type { Environment, Services } from "../services.ts";
import { byNothing } from "../ways-in.ts";

const route = createRoute({
  method: "post",
  path: "/api/maps/{id}/links/{link}",
  security: byNothing,
  summary: "Make a new link in place of one; whoever came by the old one is shut out at once",
  description:
    "The other links stay as they are. A new owner's link hands the map over: the secret that asked for it is void.",
  request: {
    params: mapParams.extend({ link: z.enum(linkNames as readonly [LinkName, ...LinkName[]]) }),
    body: { required: true, content: { "application/json": { schema: sessionRequest } } },
  },
  responses: {
    200: {
      description: "The four links, the new one among them.",
      content: { "application/json": { schema: linksResponseSchema } },
    },
    ...problemResponses,
  },
});

export function addChangeLink(app: OpenAPIHono<Environment>, services: Services, limiter: RateLimiter): void {
  const { config, ownership, rights, log } = services;
  app.openapi(route, async (c) => {
    limitByAddress(c, services, limiter, "Links were asked for too often from here");
    const id = mapIdOf(c);
    const { link } = c.req.valid("param");
    const secrets = await ownership.changeLink(id, link, c.req.valid("json").secret);
    if (!secrets.ok) throw secrets.error === "conflict" ? conflict() : accessProblem(secrets.error);
    await rights.changed(id);
    log.info("A link was changed.", { map: id, reason: link });
    const publicUrl = publicUrlOfRequest(c.env.incoming.headers, config);
    const links = linksOf(publicUrl, id, secrets.value);
    return c.json({ links, isLocked: await ownership.isLocked(id) }, 200);
  });
}

function conflict(): ProblemError {
  return new ProblemError("conflict", "The links were changed at the same moment. Look at them again.");
}
