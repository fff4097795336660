import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { joinRequest, joinResponse } from "#shared/protocol/audience.ts";
import { limits } from "#shared/protocol/limits.ts";
import { readSessionCookie, writeSessionCookie } from "../../../cookie.ts";
import { originOfRequest, siteOf } from "../../../origin.ts";
import { RateLimiter } from "../../../rate-limiter.ts";
import { addressOf } from "../../asker.ts";
import { limitByAddress } from "../../limit-by-address.ts";
import { ProblemError } from "../../problems.ts";
import { problemResponses } from "../../schemas.ts";
import type { Environment, Services } from "../../services.ts";
import { byNothing } from "../../ways-in.ts";
import { WrongCodes } from "./wrong-codes.ts";

const route = createRoute({
  method: "post",
  path: "/api/join",
  security: byNothing,
  summary: "Join a talk by its code",
  description: "Case, spaces, hyphens and characters that look alike make no difference.",
  request: { body: { required: true, content: { "application/json": { schema: joinRequest } } } },
  responses: {
    200: {
      description:
        "The map, what the code lets one do with it, and a token; the session cookie is set as well.",
      content: { "application/json": { schema: joinResponse } },
    },
    ...problemResponses,
  },
});

/** Right codes come in numbers from one address, a lecture hall's; wrong ones soon end it for that minute. */
export function addJoin(app: OpenAPIHono<Environment>, services: Services): void {
  const { codes, config, metrics, now } = services;
  const joins = new RateLimiter(limits.maxJoinsPerAddressPerMinute, now);
  const wrong = new WrongCodes(new RateLimiter(limits.maxWrongCodesPerAddressPerMinute, now));
  app.openapi(route, async (c) => {
    limitByAddress(c, services, joins, "Too many people joined from here");
    const { headers } = c.env.incoming;
    const typed = c.req.valid("json").code;
    const code = await wrong.look(siteOf(addressOf(c, services)), () => codes.find(typed));
    if (code === "spent") {
      metrics?.joinAnswered("limited");
      throw new ProblemError(
        "too-many-requests",
        "Too many wrong codes came from here. Try again in a minute.",
      );
    }
    const opened = code && (await codes.open(code, readSessionCookie(headers.cookie)));
    if (code === undefined || !opened?.ok) {
      metrics?.joinAnswered("wrong");
      throw new ProblemError(
        "not-found",
        "No talk has this code, or it has ended. Ask whoever presents for theirs.",
      );
    }
    metrics?.joinAnswered("let-in");
    const { role, token, deviceToken, expiresAt } = opened.value;
    const isSecure = originOfRequest(headers, config).startsWith("https:");
    c.header("set-cookie", writeSessionCookie(deviceToken, expiresAt, isSecure));
    return c.json({ id: code.map, role, token, for: code.use }, 200);
  });
}
