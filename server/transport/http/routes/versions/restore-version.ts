import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { restoreVersionRequest, restoreVersionResponse } from "#shared/protocol/versions.ts";
import { DocumentFullError } from "../../../../rooms/index.ts";
import type { RateLimiter } from "../../../rate-limiter.ts";
import { limitByAddress } from "../../limit-by-address.ts";
import { ProblemError } from "../../problems.ts";
import { problemResponses } from "../../schemas.ts";
import type { Environment, Services } from "../../services.ts";
import { authorizeEditor, findVersion, fromTheFuture, summaryOf, versionParams } from "./version-of-path.ts";

const route = createRoute({
  method: "post",
  path: "/api/maps/{id}/versions/{version}/restore",
  summary: "Make the map what it was, by an edit that everybody sees; editors may",
  description:
    "What is there now is kept as a version first, and named in the answer. To take a restoration back, restore that " +
    "version `since` the one that was restored: what people have done in between is then left as it is.",
  request: {
    params: versionParams,
    body: { required: true, content: { "application/json": { schema: restoreVersionRequest } } },
  },
  responses: {
    200: {
      description: "What was changed; it is stored when this answer comes.",
      content: { "application/json": { schema: restoreVersionResponse } },
    },
    ...problemResponses,
  },
});

export function addRestoreVersion(
  app: OpenAPIHono<Environment>,
  services: Services,
  reads: RateLimiter,
): void {
  const { history, rooms, log } = services;
  app.openapi(route, async (c) => {
    limitByAddress(c, services, reads, "Too many maps were read or changed from here");
    const { map } = await authorizeEditor(
      c,
      services,
      "Only those who may edit a map may restore a version.",
    );
    const { since, author = "" } = c.req.valid("json");
    const wanted = await findVersion(services, map, c.req.valid("param").version);
    const before = since === undefined ? undefined : await findVersion(services, map, since);
    const restored = await rooms
      .use(map.id, (room) => history.restore(room, wanted, before, author))
      .catch(explainFull);
    if (!restored.ok && restored.error.code === "read-only") throw fromTheFuture();
    if (!restored.ok)
      throw new ProblemError(
        "conflict",
        `Nothing was restored: ${restored.error.message} Copy the version to a new map instead.`,
      );
    log.info("A version of a map was restored.", { map: map.id });
    const { before: kept, changes } = restored.value;
    return c.json({ before: kept === undefined ? null : summaryOf(kept), changes }, 200);
  });
}

function explainFull(error: unknown): never {
  if (!(error instanceof DocumentFullError)) throw error;
  throw new ProblemError(
    "too-large",
    "Nothing was restored, because the map would become larger than a map may be. Copy the version to a new map instead.",
  );
}
