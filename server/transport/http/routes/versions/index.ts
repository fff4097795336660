import type { OpenAPIHono } from "@hono/zod-openapi";
import type { RateLimiter } from "../../../rate-limiter.ts";
import type { Environment, Services } from "../../services.ts";
import { addCompareVersion } from "./compare-version.ts";
import { addCopyVersion } from "./copy-version.ts";
import { addListVersions } from "./list-versions.ts";
import { addNameVersion } from "./name-version.ts";
import { addRemoveVersion } from "./remove-version.ts";
import { addRestoreVersion } from "./restore-version.ts";
import { addShowVersion } from "./show-version.ts";

/** All calls about versions of a map, counted as those that read and those that make maps. */
export function addVersions(
  app: OpenAPIHono<Environment>,
  services: Services,
  limiters: Readonly<{ reads: RateLimiter; creates: RateLimiter }>,
): void {
  addListVersions(app, services, limiters.reads);
  addNameVersion(app, services, limiters.reads);
  addShowVersion(app, services, limiters.reads);
  addCompareVersion(app, services, limiters.reads);
  addRestoreVersion(app, services, limiters.reads);
  addRemoveVersion(app, services);
  addCopyVersion(app, services, limiters.creates);
}
