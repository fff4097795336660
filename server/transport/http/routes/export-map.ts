import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { writeJson } from "#shared/formats/json/index.ts";
import type { PlainMap } from "#shared/model/index.ts";
import type { MapFormat } from "#shared/protocol/api.ts";
import type { RateLimiter } from "../../rate-limiter.ts";
import { authorize } from "../authorize.ts";
import { limitByAddress } from "../limit-by-address.ts";
import { formatOf } from "../read-map.ts";
import { mapParams, problemResponses } from "../schemas.ts";
import type { Environment, Services } from "../services.ts";

const route = createRoute({
  method: "get",
  path: "/api/maps/{id}/export/{format}",
  summary: "The whole map as a file",
  request: { params: mapParams.extend({ format: z.string() }) },
  responses: {
    200: { description: "The file.", content: { "application/json": { schema: z.unknown() } } },
    ...problemResponses,
  },
});

const writers: Readonly<Record<MapFormat, (map: PlainMap) => string>> = { json: writeJson };

export function addExportMap(app: OpenAPIHono<Environment>, services: Services, reads: RateLimiter): void {
  app.openapi(route, async (c) => {
    limitByAddress(c, services, reads, "Too many maps were read or changed from here");
    const { map } = await authorize(c, services);
    const format = formatOf(c.req.valid("param").format);
    const plain = await services.rooms.use(map.id, (room) => room.read((document) => document.toPlainMap()));
    c.header("content-type", "application/json; charset=utf-8");
    c.header("content-disposition", `attachment; filename="${fileNameOf(plain.meta.title)}.${format}"`);
    c.header("cache-control", "no-store");
    return c.body(writers[format](plain)) as never;
  });
}

/** Letters and digits that every file system and header takes. */
function fileNameOf(title: string): string {
  const maxChars = 60;
  const plain = title
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^A-Za-z0-9]+/g, "-")
    .slice(0, maxChars)
    .replace(/^-|-$/g, "");
  return plain === "" ? "map" : plain;
}
