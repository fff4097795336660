import type { Context, MiddlewareHandler } from "hono";
import type { Person } from "../../sign-in/index.ts";
import { readPersonCookie } from "../cookie.ts";
import { ProblemError } from "./problems.ts";
import type { Environment, Services } from "./services.ts";

/** Who has signed in; `undefined` also where nobody can. */
export function personOf(c: Context<Environment>, { signIn }: Pick<Services, "signIn">): Person | undefined {
  return signIn?.personOf(readPersonCookie(c.env.incoming.headers.cookie));
}

/** The account of who has signed in; throws a problem where there are none. */
export function accountOf(c: Context<Environment>, services: Services): string {
  const person = personOf(c, services);
  if (person !== undefined) return person.id;
  throw new ProblemError(
    "not-found",
    "Nobody signs in at this server, so there are no lists of people's maps.",
  );
}

/** Where people have to sign in, nobody gets anything from the API before they have. */
export function requirePerson(services: Services): MiddlewareHandler<Environment> {
  return async (c, next) => {
    if (services.signIn !== undefined && personOf(c, services) === undefined)
      throw new ProblemError("sign-in-needed", "Sign in first, at /auth/sign-in.");
    await next();
  };
}
