import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { reactions } from "#shared/talk/index.ts";
import { problemResponses } from "../../schemas.ts";
import type { Environment, Services } from "../../services.ts";
import { authorizeSpeaker, participantHeaders, type TalkLimiters } from "./speaker.ts";
import { commentOf, commentParams, granted, threadOf } from "./talk-of-path.ts";

const path = "/api/maps/{id}/threads/{thread}/comments/{comment}/reactions/{reaction}";
const params = commentParams.extend({ reaction: z.enum(reactions) });

const giveRoute = createRoute({
  method: "put",
  path,
  summary: "React to a comment; viewers may where the owner lets them",
  request: { params, headers: participantHeaders },
  responses: { 204: { description: "The reaction is given." }, ...problemResponses },
});

const takeBackRoute = createRoute({
  method: "delete",
  path,
  summary: "Take one's reaction back",
  request: { params, headers: participantHeaders },
  responses: { 204: { description: "The reaction is not given." }, ...problemResponses },
});

/** Giving reactions, and taking them back. */
export function addReact(app: OpenAPIHono<Environment>, services: Services, limiters: TalkLimiters): void {
  app.openapi(giveRoute, async (c) => {
    const { map, speaker } = await authorizeSpeaker(c, services, limiters);
    const { reaction, ...rest } = c.req.valid("param");
    const at = { thread: threadOf(rest), comment: commentOf(rest), reaction };
    granted(await services.talk.react(map.id, speaker, at, true));
    return c.body(null, 204);
  });
  app.openapi(takeBackRoute, async (c) => {
    const { map, speaker } = await authorizeSpeaker(c, services, limiters);
    const { reaction, ...rest } = c.req.valid("param");
    const at = { thread: threadOf(rest), comment: commentOf(rest), reaction };
    granted(await services.talk.react(map.id, speaker, at, false));
    return c.body(null, 204);
  });
}
