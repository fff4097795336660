import type { Context } from "hono";
import { addressOfRequest } from "../origin.ts";
import type { RateLimiter } from "../rate-limiter.ts";
import { ProblemError } from "./problems.ts";
import type { Environment, Services } from "./services.ts";

/** Counts a request for its address; `what`, a sentence's beginning, tells a caller over the limit what was too many. */
export function limitByAddress(
  c: Context<Environment>,
  { config }: Services,
  limiter: RateLimiter,
  what: string,
): void {
  const { headers, socket } = c.env.incoming;
  if (!limiter.take(addressOfRequest(headers, socket.remoteAddress, config)))
    throw new ProblemError("too-many-requests", `${what}. Try again in a minute.`);
}
