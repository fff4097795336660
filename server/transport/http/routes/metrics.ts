import { createHash, timingSafeEqual } from "node:crypto";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { ProblemError } from "../problems.ts";
import type { Environment, Services } from "../services.ts";

/** `GET /metrics` for Prometheus, to whoever has the token that the operator chose; there is none without one. */
export function addMetricsRoute(app: OpenAPIHono<Environment>, { config, metrics }: Services): void {
  const { metricsToken } = config;
  if (metrics === undefined || metricsToken === undefined) return;
  const wanted = digest(`Bearer ${metricsToken}`);
  app.get("/metrics", async (c) => {
    const given = digest(c.env.incoming.headers.authorization ?? "");
    if (!timingSafeEqual(given, wanted))
      throw new ProblemError("unauthenticated", "Send the token of METRICS_TOKEN as a bearer.");
    const { contentType, text } = await metrics.expose();
    c.header("cache-control", "no-store");
    return c.body(text, 200, { "content-type": contentType });
  });
}

/** Of one length whatever is given, so that comparing tells nothing of it. */
function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
