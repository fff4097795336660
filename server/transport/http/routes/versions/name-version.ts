import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { limits } from "#shared/protocol/limits.ts";
import { nameVersionRequest, versionSummary } from "#shared/protocol/versions.ts";
import type { RateLimiter } from "../../../rate-limiter.ts";
import { limitByAddress } from "../../limit-by-address.ts";
import { ProblemError } from "../../problems.ts";
import { mapParams, problemResponses } from "../../schemas.ts";
import type { Environment, Services } from "../../services.ts";
import { authorizeEditor, fromTheFuture, summaryOf } from "./version-of-path.ts";

const route = createRoute({
  method: "post",
  path: "/api/maps/{id}/versions",
  summary: "Keep the map as it is now under a name, for good; editors may",
  request: {
    params: mapParams,
    body: { required: true, content: { "application/json": { schema: nameVersionRequest } } },
  },
  responses: {
    201: {
      description: "The version; it is stored when this answer comes.",
      content: { "application/json": { schema: versionSummary } },
    },
    ...problemResponses,
  },
});

export function addNameVersion(app: OpenAPIHono<Environment>, services: Services, reads: RateLimiter): void {
  const { history, rooms } = services;
  app.openapi(route, async (c) => {
    limitByAddress(c, services, reads, "Too many maps were read or changed from here");
    const { map } = await authorizeEditor(c, services, "Only those who may edit a map may name versions.");
    const { name, author = "" } = c.req.valid("json");
    const named = await rooms.use(map.id, (room) => history.name(room, name, author));
    if (named.ok) return c.json(summaryOf(named.value), 201);
    if (named.error === "read-only") throw fromTheFuture();
    throw new ProblemError(
      "too-many-versions",
      `A map has at most ${limits.maxNamedVersionsPerMap} named versions. Its owner can delete one.`,
    );
  });
}
