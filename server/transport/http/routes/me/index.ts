import type { OpenAPIHono } from "@hono/zod-openapi";
import type { RateLimiter } from "../../../rate-limiter.ts";
import type { Environment, Services } from "../../services.ts";
import { addForgetMyMap } from "./forget-my-map.ts";
import { addListMyMaps } from "./list-my-maps.ts";
import { addOpenMyMap } from "./open-my-map.ts";
import { addRestoreMyMap } from "./restore-my-map.ts";

/** What people with accounts have here. Without accounts there is nothing at these addresses. */
export function addMe(
  app: OpenAPIHono<Environment>,
  services: Services,
  limiters: Readonly<{ reads: RateLimiter; sessions: RateLimiter }>,
): void {
  addListMyMaps(app, services, limiters.reads);
  addOpenMyMap(app, services, limiters.sessions);
  addForgetMyMap(app, services);
  addRestoreMyMap(app, services);
}
