import type { OpenAPIHono } from "@hono/zod-openapi";
import { limits } from "#shared/protocol/limits.ts";
import type { SignIn } from "../../../sign-in/index.ts";
import { readAttemptCookie, writeAttemptCookie, writePersonCookies } from "../../cookie.ts";
import { RateLimiter } from "../../rate-limiter.ts";
import { refuseForeignPages } from "../authorize.ts";
import { limitByAddress } from "../limit-by-address.ts";
import { ProblemError } from "../problems.ts";
import type { Environment, Services } from "../services.ts";

const longAgo = 0;

/** The way to the provider and back, for browsers; nothing of it without a provider. */
export function addSignIn(app: OpenAPIHono<Environment>, services: Services): void {
  const { signIn } = services;
  if (signIn !== undefined) addRoutes(app, services, signIn);
}

function addRoutes(app: OpenAPIHono<Environment>, services: Services, signIn: SignIn): void {
  const { config, log } = services;
  const isSecure = config.publicUrl?.startsWith("https:") ?? false;
  // A hall signs in at once; people who set out are not to lack what they need for coming back.
  const settingOut = new RateLimiter(limits.maxSignInsPerAddressPerMinute, services.now);
  const comingBack = new RateLimiter(limits.maxSignInsPerAddressPerMinute, services.now);
  app.use("/auth/*", async (c, next) => {
    refuseForeignPages(c, services);
    c.header("cache-control", "no-store");
    await next();
  });

  app.get("/auth/sign-in", async (c) => {
    limitByAddress(c, services, settingOut, "Signing in was tried too often from here");
    try {
      const { address, attempt } = await signIn.begin(ownPath(c.req.query("to")));
      c.header("set-cookie", writeAttemptCookie(attempt.value, attempt.expiresAt, isSecure));
      return c.redirect(address, 302);
    } catch (error) {
      log.error("The provider for signing in cannot be reached.", { error });
      return c.redirect("/sign-in?fault=unavailable", 302);
    }
  });

  app.get("/auth/callback", async (c) => {
    const attempt = readAttemptCookie(c.env.incoming.headers.cookie);
    // Only who has set out has the provider asked. The others are nobody's share of the limit.
    if (signIn.hasSetOut(attempt))
      limitByAddress(c, services, comingBack, "Signing in was tried too often from here");
    const { search } = new URL(c.req.url);
    c.header("set-cookie", writeAttemptCookie("", longAgo, isSecure));
    try {
      const done = await signIn.finish(search, attempt);
      if (!done.ok) return c.redirect(`/sign-in?fault=${done.error}`, 302);
      const { session, person, returnTo } = done.value;
      for (const cookie of writePersonCookies(session.value, person.name, session.expiresAt, isSecure))
        c.header("set-cookie", cookie, { append: true });
      return c.redirect(returnTo, 302);
    } catch (error) {
      log.error("Signing in failed on the way.", { error });
      return c.redirect("/sign-in?fault=unavailable", 302);
    }
  });

  app.post("/auth/sign-out", (c) => {
    if (c.env.incoming.headers.origin === undefined)
      throw new ProblemError("forbidden", "Only a page of this server may sign its user out.");
    for (const cookie of writePersonCookies("", "", longAgo, isSecure))
      c.header("set-cookie", cookie, { append: true });
    return c.body(null, 204);
  });
}

/** A path of this server's; whatever could lead elsewhere leads to the first page. */
function ownPath(wanted: string | undefined): string {
  return wanted !== undefined && /^\/(?![/\\])[^\\\s]*$/.test(wanted) ? wanted : "/";
}
