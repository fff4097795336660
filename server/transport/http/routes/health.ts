import type { OpenAPIHono } from "@hono/zod-openapi";
import { ProblemError } from "../problems.ts";
import type { Environment, Services } from "../services.ts";

/** For whatever watches over the process: is it alive, and should it be sent requests. */
export function addHealthRoutes(app: OpenAPIHono<Environment>, { stores, isDraining }: Services): void {
  app.get("/healthz", (c) => c.text("ok\n"));
  app.get("/readyz", async (c) => {
    if (isDraining()) throw new ProblemError("unavailable", "The server is stopping.");
    await stores.check();
    return c.text("ready\n");
  });
}
