import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { exportOptionsOf } from "#shared/formats/export-options.ts";
import { formatInfos } from "#shared/formats/registry.ts";
import type { FormatsResponse } from "#shared/protocol/api.ts";
import { formatsResponseSchema, problemResponses } from "../schemas.ts";
import type { Environment } from "../services.ts";
import { byNothing } from "../ways-in.ts";

const route = createRoute({
  method: "get",
  path: "/api/formats",
  security: byNothing,
  summary: "The formats that maps can be read from and written in, and their options",
  responses: {
    200: {
      description: "All formats.",
      content: { "application/json": { schema: formatsResponseSchema } },
    },
    ...problemResponses,
  },
});

export function addShowFormats(app: OpenAPIHono<Environment>): void {
  const formats: FormatsResponse["formats"] = formatInfos.map((info) => ({
    name: info.name,
    label: info.label,
    family: info.family,
    extensions: info.extensions,
    mediaType: info.mediaType,
    canRead: info.canRead,
    canWrite: info.canWrite,
    options: info.canWrite ? exportOptionsOf(info) : [],
  }));
  app.openapi(route, (c) => c.json({ formats }, 200));
}
