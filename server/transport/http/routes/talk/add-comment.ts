import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { addCommentRequest, commentResponse } from "#shared/protocol/talk.ts";
import { problemResponses } from "../../schemas.ts";
import type { Environment, Services } from "../../services.ts";
import { authorizeSpeaker, participantHeaders, type TalkLimiters } from "./speaker.ts";
import { commentAnswer, granted, threadOf, threadParams } from "./talk-of-path.ts";

const route = createRoute({
  method: "post",
  path: "/api/maps/{id}/threads/{thread}/comments",
  summary: "Answer in a thread; all but viewers may",
  request: {
    params: threadParams,
    headers: participantHeaders,
    body: { required: true, content: { "application/json": { schema: addCommentRequest } } },
  },
  responses: {
    201: {
      description: "The comment; it is stored when this answer comes.",
      content: { "application/json": { schema: commentResponse } },
    },
    ...problemResponses,
  },
});

export function addAddComment(
  app: OpenAPIHono<Environment>,
  services: Services,
  limiters: TalkLimiters,
): void {
  app.openapi(route, async (c) => {
    const { text, author } = c.req.valid("json");
    const { map, speaker } = await authorizeSpeaker(c, services, limiters, author);
    const thread = threadOf(c.req.valid("param"));
    const said = granted(await services.talk.addComment(map.id, speaker, thread, text));
    return c.json(commentAnswer(said.comment), 201);
  });
}
