import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { type JoinCodeUse, joinCodeResponse, makeJoinCodeRequest } from "#shared/protocol/audience.ts";
import { canEdit } from "#shared/protocol/roles.ts";
import { publicUrlOfRequest } from "../../../origin.ts";
import { ProblemError } from "../../problems.ts";
import { mapParams, problemResponses } from "../../schemas.ts";
import type { Environment, Services } from "../../services.ts";
import { authorizeWrite, type TalkLimiters } from "../talk/speaker.ts";

const route = createRoute({
  method: "post",
  path: "/api/maps/{id}/join-codes",
  summary: "Make a code by which people join a talk; editors may",
  description:
    "For an audience six characters that are easily told apart, which let anybody view the map; for a remote a long " +
    "one, which lets its bearer edit. It works for twelve hours, unless it is ended before, and no longer than the right " +
    "of who makes it.",
  request: {
    params: mapParams,
    body: { required: true, content: { "application/json": { schema: makeJoinCodeRequest } } },
  },
  responses: {
    201: {
      description: "The code, told this once; the server keeps a hash.",
      content: { "application/json": { schema: joinCodeResponse } },
    },
    ...problemResponses,
  },
});

export function addMakeJoinCode(
  app: OpenAPIHono<Environment>,
  services: Services,
  limiters: TalkLimiters,
): void {
  const { codes, config, metrics } = services;
  app.openapi(route, async (c) => {
    const { map, role, endsAt } = await authorizeWrite(c, services, limiters);
    if (!canEdit(role)) throw mayNotPresent();
    const use = c.req.valid("json").for;
    const { code, expiresAt } = await codes.make(map, use, endsAt);
    metrics?.codeMade();
    const url = urlOf(publicUrlOfRequest(c.env.incoming.headers, config), use, code);
    return c.json({ code, url, expiresAt }, 201);
  });
}

export function mayNotPresent(): ProblemError {
  return new ProblemError("forbidden", "Only who may edit a map presents it.");
}

/** A remote's code is never typed, so it can stand behind `#`, where no server and no log sees it. */
function urlOf(publicUrl: string, use: JoinCodeUse, code: string): string {
  return use === "remote" ? `${publicUrl}/j#${code}` : `${publicUrl}/j/${code}`;
}
