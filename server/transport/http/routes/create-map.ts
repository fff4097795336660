import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { emptyMap } from "#shared/model/index.ts";
import { createMapRequest } from "#shared/protocol/api.ts";
import type { RateLimiter } from "../../rate-limiter.ts";
import { askerOf } from "../asker.ts";
import { readableFormat } from "../formats.ts";
import { limitByAddress } from "../limit-by-address.ts";
import { makeMap, storeMap } from "../make-map.ts";
import { unreadableFile } from "../problems.ts";
import { createResponseSchema, problemResponses } from "../schemas.ts";
import type { Environment, Services } from "../services.ts";
import { byNothing } from "../ways-in.ts";

const route = createRoute({
  method: "post",
  path: "/api/maps",
  security: byNothing,
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

export function addCreateMap(app: OpenAPIHono<Environment>, services: Services, limiter: RateLimiter): void {
  const { files, now } = services;
  app.openapi(route, async (c) => {
    limitByAddress(c, services, limiter, "Too many maps were made from here");
    const request = c.req.valid("json");
    const { content, title, format: name = "json" } = request;
    const format = readableFormat(name);
    if (content === undefined) {
      const empty = emptyMap({ title: "", createdAt: now() });
      return c.json({ ...(await makeMap(c, services, empty, title ?? "")), diagnostics: [] }, 201);
    }
    const task = { kind: "make", format, content, title, now: now() } as const;
    const made = await files.run(task, askerOf(c, services));
    if (!made.isRead) throw unreadableFile(made.diagnostics);
    return c.json({ ...(await storeMap(c, services, made, made.title)), diagnostics: made.diagnostics }, 201);
  });
}
