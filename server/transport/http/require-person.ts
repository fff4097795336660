import type { MiddlewareHandler } from "hono";
import { readPersonCookie } from "../cookie.ts";
import { ProblemError } from "./problems.ts";
import type { Environment, Services } from "./services.ts";

/** Where people have to sign in, nobody gets anything from the API before they have. */
export function requirePerson({ signIn }: Services): MiddlewareHandler<Environment> {
  return async (c, next) => {
    if (
      signIn !== undefined &&
      signIn.personOf(readPersonCookie(c.env.incoming.headers.cookie)) === undefined
    )
      throw new ProblemError("sign-in-needed", "Sign in first, at /auth/sign-in.");
    await next();
  };
}
