import type { Context } from "hono";
import type { RateLimiter } from "../rate-limiter.ts";
import { addressOf } from "./asker.ts";
import { ProblemError } from "./problems.ts";
import type { Environment, Services } from "./services.ts";

/** Counts a request for its address; `what`, a sentence's beginning, tells a caller over the limit what was too many. */
export function limitByAddress(
  c: Context<Environment>,
  services: Services,
  limiter: RateLimiter,
  what: string,
): void {
  if (!limiter.take(addressOf(c, services)))
    throw new ProblemError("too-many-requests", `${what}. Try again in a minute.`);
}
