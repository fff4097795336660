import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { withPlaces } from "#shared/layout/index.ts";
import { emptyMap } from "#shared/model/index.ts";
import { createMapRequest } from "#shared/protocol/api.ts";
import type { MapId } from "#shared/protocol/rooms.ts";
import { createMapId } from "../../../access/index.ts";
import { createDocument } from "../../../rooms/index.ts";
import { publicUrlOfRequest } from "../../origin.ts";
import { RateLimiter } from "../../rate-limiter.ts";
import { limitByAddress } from "../limit-by-address.ts";
import { linksOf } from "../links.ts";
import { ProblemError } from "../problems.ts";
import { readMap } from "../read-map.ts";
import { createResponseSchema, problemResponses } from "../schemas.ts";
import type { Environment, Services } from "../services.ts";

const route = createRoute({
  method: "post",
  path: "/api/maps",
  summary: "Make a map, empty or from a file",
  request: { body: { required: true, content: { "application/json": { schema: createMapRequest } } } },
  responses: {
    201: {
      description: "The map was made. The owner's link is shown this once.",
      content: { "application/json": { schema: createResponseSchema } },
    },
    ...problemResponses,
  },
});

const firstRecord = 1;

export function addCreateMap(app: OpenAPIHono<Environment>, services: Services): void {
  const { config, ownership, stores, now } = services;
  const limiter = new RateLimiter(config.createsPerMinute, now);
  app.openapi(route, async (c) => {
    limitByAddress(c, services, limiter, "Too many maps were made from here");
    const request = c.req.valid("json");
    const { map, diagnostics } =
      request.content === undefined
        ? { map: emptyMap({ title: "", createdAt: now() }), diagnostics: [] }
        : readMap(request.format ?? "json", request.content);
    const title = request.title ?? map.meta.title;
    const made = createDocument({ ...withPlaces(map), meta: { title, createdAt: now() } });
    if (!made.ok)
      throw new ProblemError("unreadable-file", "The file breaks a rule that maps must keep.", [
        { code: made.error.code, severity: "error", message: made.error.message },
      ]);
    const id = createMapId();
    // The document comes first: a map that is registered always has one.
    const { record, glimpse } = made.value;
    await stores.documents.append(id, [record]);
    if (glimpse) await keepGlimpse(services, id, glimpse);
    const secrets = await ownership.createMap(id).catch(async (error: unknown) => {
      await stores.documents.remove(id);
      throw error;
    });
    return c.json(
      { id, links: linksOf(publicUrlOfRequest(c.env.incoming.headers, config), id, secrets), diagnostics },
      201,
    );
  });
}

/** Without it the map opens as well, only later. */
async function keepGlimpse({ stores, log }: Services, id: MapId, glimpse: Uint8Array): Promise<void> {
  await stores.documents
    .keepGlimpse(id, glimpse, firstRecord)
    .catch((error: unknown) => log.warn("A glimpse could not be kept.", { map: id, error }));
}
