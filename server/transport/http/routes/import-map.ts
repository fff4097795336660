import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { nanoid } from "nanoid";
import type { ArgumentDoc } from "#shared/doc/index.ts";
import { mapBounds, withPlaces } from "#shared/layout/index.ts";
import { type CommandFault, createIdSource, type PlainMap, withFreshIds } from "#shared/model/index.ts";
import { canEdit } from "#shared/protocol/roles.ts";
import type { RateLimiter } from "../../rate-limiter.ts";
import { authorize } from "../authorize.ts";
import { limitByAddress } from "../limit-by-address.ts";
import { ProblemError } from "../problems.ts";
import { formatOf, readMap } from "../read-map.ts";
import { importResponseSchema, mapParams, problemResponses } from "../schemas.ts";
import type { Environment, Services } from "../services.ts";

const route = createRoute({
  method: "post",
  path: "/api/maps/{id}/import/{format}",
  summary: "Add what a file holds to a map, while others work on it; the file is the body",
  request: { params: mapParams.extend({ format: z.string() }) },
  responses: {
    200: {
      description: "How many records were added; they are stored when this answer comes.",
      content: { "application/json": { schema: importResponseSchema } },
    },
    ...problemResponses,
  },
});

const createId = createIdSource(nanoid);

export function addImportMap(app: OpenAPIHono<Environment>, services: Services, reads: RateLimiter): void {
  app.openapi(route, async (c) => {
    limitByAddress(c, services, reads, "Too many maps were read or changed from here");
    const { map, role } = await authorize(c, services);
    if (!canEdit(role))
      throw new ProblemError("forbidden", "Only those who may edit a map may import into it.");
    const { map: added, diagnostics } = readMap(formatOf(c.req.valid("param").format), await c.req.text());
    const fault = await services.rooms.use(map.id, (room) =>
      room.edit((document) => insert(document, added)),
    );
    if (fault?.code === "read-only")
      throw new ProblemError(
        "forbidden",
        "A newer version of the program wrote this map. Update the server first.",
      );
    if (fault !== undefined)
      throw new ProblemError("unreadable-file", "Nothing was added, because the map would break a rule.", [
        { code: fault.code, severity: "error", message: fault.message },
      ]);
    return c.json({ added: added.records.size, diagnostics }, 200);
  });
}

/** A file may come in twice, or back to where it was exported: then its records get ids of their own. */
function insert(document: ArgumentDoc, added: PlainMap): CommandFault | undefined {
  const named = withFreshIds(added, createId, (id) => document.has(id));
  const map = withPlaces(named, mapBounds(document.toPlainMap()));
  const inserted = document.apply({ type: "insert", map }, "import");
  return inserted.ok ? undefined : inserted.error;
}
