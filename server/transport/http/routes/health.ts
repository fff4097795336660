import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Environment, Services } from "../services.ts";

/**
 * For whatever watches over the process: is it alive, and should it be sent requests. A bus that is away is told but
 * keeps nobody out: edits still reach other processes through the store, only later, and a proxy that took every
 * process out of service for it would make a slow minute into an outage.
 */
export function addHealthRoutes(app: OpenAPIHono<Environment>, { health }: Services): void {
  app.get("/healthz", (c) => c.text("ok\n"));
  app.get("/readyz", async (c) => {
    const { store, bus, isDraining } = await health();
    const isReady = store === "ok" && !isDraining;
    const lines = [isReady ? "ready" : "not ready", `store: ${store}`, `bus: ${bus}`];
    if (isDraining) lines.push("stopping");
    c.header("cache-control", "no-store");
    return c.text(`${lines.join("\n")}\n`, isReady ? 200 : 503);
  });
}
