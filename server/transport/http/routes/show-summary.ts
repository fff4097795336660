import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import type { ArgumentDoc } from "#shared/doc/index.ts";
import type { RecordType } from "#shared/model/index.ts";
import type { MapSummary } from "#shared/protocol/api.ts";
import type { RateLimiter } from "../../rate-limiter.ts";
import { authorize } from "../authorize.ts";
import { limitByAddress } from "../limit-by-address.ts";
import { mapParams, problemResponses, summarySchema } from "../schemas.ts";
import type { Environment, Services } from "../services.ts";

const route = createRoute({
  method: "get",
  path: "/api/maps/{id}",
  summary: "What a map is called and how much is in it",
  request: { params: mapParams },
  responses: {
    200: { description: "The summary.", content: { "application/json": { schema: summarySchema } } },
    ...problemResponses,
  },
});

export function addShowSummary(app: OpenAPIHono<Environment>, services: Services, reads: RateLimiter): void {
  app.openapi(route, async (c) => {
    limitByAddress(c, services, reads, "Too many maps were read or changed from here");
    const { map, role } = await authorize(c, services);
    const { title, counts } = await services.rooms.use(map.id, (room) => room.read(countRecords));
    const isLocked = map.lockedAt !== undefined;
    return c.json({ id: map.id, title, role, isLocked, createdAt: map.createdAt, counts }, 200);
  });
}

function countRecords(document: ArgumentDoc): Pick<MapSummary, "title" | "counts"> {
  const counted = new Map<RecordType, number>();
  for (const { type } of document.records.values()) counted.set(type, (counted.get(type) ?? 0) + 1);
  const count = (type: RecordType): number => counted.get(type) ?? 0;
  return {
    title: document.meta.title,
    counts: {
      cards: count("card"),
      arguments: count("argument"),
      conflicts: count("conflict"),
      sources: count("source"),
    },
  };
}
