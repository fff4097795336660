import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { commentResponse, editCommentRequest } from "#shared/protocol/talk.ts";
import { problemResponses } from "../../schemas.ts";
import type { Environment, Services } from "../../services.ts";
import { authorizeSpeaker, participantHeaders, type TalkLimiters } from "./speaker.ts";
import { commentAnswer, commentOf, commentParams, granted, threadOf } from "./talk-of-path.ts";

const path = "/api/maps/{id}/threads/{thread}/comments/{comment}";

const editRoute = createRoute({
  method: "patch",
  path,
  summary: "Put another text into one's own comment",
  request: {
    params: commentParams,
    headers: participantHeaders,
    body: { required: true, content: { "application/json": { schema: editCommentRequest } } },
  },
  responses: {
    200: {
      description: "The comment; it is stored when this answer comes.",
      content: { "application/json": { schema: commentResponse } },
    },
    ...problemResponses,
  },
});

const deleteRoute = createRoute({
  method: "delete",
  path,
  summary: "Take a comment's text away: one's own, or for editors anybody's",
  description: "With the last comment of a thread the thread goes.",
  request: { params: commentParams, headers: participantHeaders },
  responses: { 204: { description: "The comment is deleted." }, ...problemResponses },
});

/** Editing a comment, and deleting it. */
export function addChangeComment(
  app: OpenAPIHono<Environment>,
  services: Services,
  limiters: TalkLimiters,
): void {
  const { talk } = services;
  app.openapi(editRoute, async (c) => {
    const { map, speaker } = await authorizeSpeaker(c, services, limiters);
    const params = c.req.valid("param");
    const { text } = c.req.valid("json");
    const said = await talk.editComment(map.id, speaker, threadOf(params), commentOf(params), text);
    return c.json(commentAnswer(granted(said).comment), 200);
  });
  app.openapi(deleteRoute, async (c) => {
    const { map, speaker } = await authorizeSpeaker(c, services, limiters);
    const params = c.req.valid("param");
    granted(await talk.deleteComment(map.id, speaker, threadOf(params), commentOf(params)));
    return c.body(null, 204);
  });
}
