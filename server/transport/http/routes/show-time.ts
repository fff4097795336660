import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { TimeResponse } from "#shared/protocol/api.ts";
import { problemResponses } from "../schemas.ts";
import type { Environment, Services } from "../services.ts";
import { byNothing } from "../ways-in.ts";

const timeResponse: z.ZodType<TimeResponse> = z.object({ now: z.number() });

const route = createRoute({
  method: "get",
  path: "/api/time",
  security: byNothing,
  summary: "The server's clock, in milliseconds since 1970",
  description: "By it the windows of a talk agree about timers, whatever the clocks of their devices say.",
  responses: {
    200: { description: "The time.", content: { "application/json": { schema: timeResponse } } },
    ...problemResponses,
  },
});

export function addShowTime(app: OpenAPIHono<Environment>, { now }: Pick<Services, "now">): void {
  app.openapi(route, (c) => c.json({ now: now() }, 200));
}
