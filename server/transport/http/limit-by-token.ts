import { createHash } from "node:crypto";
import type { MiddlewareHandler } from "hono";
import { limits } from "#shared/protocol/limits.ts";
import { readSessionCookie } from "../cookie.ts";
import { RateLimiter } from "../rate-limiter.ts";
import { ProblemError } from "./problems.ts";
import type { Environment } from "./services.ts";

/**
 * Counts calls by what they authenticate with, right or wrong, wherever they come from; those without anything are
 * counted by address where that matters. Hashed, so that a long bearer takes no more memory than a short one.
 */
export function limitByToken(now: () => number): MiddlewareHandler<Environment> {
  const limiter = new RateLimiter(limits.maxCallsPerTokenPerMinute, now);
  return async (c, next) => {
    const { authorization, cookie } = c.env.incoming.headers;
    const token = authorization ?? readSessionCookie(cookie);
    if (token !== undefined && !limiter.take(createHash("sha256").update(token).digest("base64")))
      throw new ProblemError(
        "too-many-requests",
        "Too many calls were made with this token. Try again in a minute.",
      );
    await next();
  };
}
