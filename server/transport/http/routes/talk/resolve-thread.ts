import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { threadResponse } from "#shared/protocol/talk.ts";
import { problemResponses } from "../../schemas.ts";
import type { Environment, Services } from "../../services.ts";
import { authorizeSpeaker, participantHeaders, type TalkLimiters } from "./speaker.ts";
import { granted, threadAnswer, threadOf, threadParams } from "./talk-of-path.ts";

const request = { params: threadParams, headers: participantHeaders };
const responses = {
  200: { description: "The thread.", content: { "application/json": { schema: threadResponse } } },
  ...problemResponses,
};

const resolveRoute = createRoute({
  method: "post",
  path: "/api/maps/{id}/threads/{thread}/resolve",
  summary: "Say that a thread is settled; editors may, and who began it",
  request,
  responses,
});

const reopenRoute = createRoute({
  method: "post",
  path: "/api/maps/{id}/threads/{thread}/reopen",
  summary: "Say that a thread is not settled after all",
  request,
  responses,
});

/** Settling a thread, and opening it again. */
export function addResolveThread(
  app: OpenAPIHono<Environment>,
  services: Services,
  limiters: TalkLimiters,
): void {
  app.openapi(resolveRoute, async (c) => {
    const { map, speaker } = await authorizeSpeaker(c, services, limiters);
    const settled = await services.talk.setResolved(map.id, speaker, threadOf(c.req.valid("param")), true);
    return c.json(threadAnswer(granted(settled)), 200);
  });
  app.openapi(reopenRoute, async (c) => {
    const { map, speaker } = await authorizeSpeaker(c, services, limiters);
    const opened = await services.talk.setResolved(map.id, speaker, threadOf(c.req.valid("param")), false);
    return c.json(threadAnswer(granted(opened)), 200);
  });
}
