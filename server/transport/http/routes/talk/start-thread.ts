import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { startThreadRequest, threadResponse } from "#shared/protocol/talk.ts";
import { refOf } from "#shared/talk/index.ts";
import { mapParams, problemResponses } from "../../schemas.ts";
import type { Environment, Services } from "../../services.ts";
import { authorizeSpeaker, participantHeaders, type TalkLimiters } from "./speaker.ts";
import { granted, threadAnswer } from "./talk-of-path.ts";

const route = createRoute({
  method: "post",
  path: "/api/maps/{id}/threads",
  summary: "Comment on a card or an argument; all but viewers may",
  description: "`@name` in the text mentions everybody on the map who is called that.",
  request: {
    params: mapParams,
    headers: participantHeaders,
    body: { required: true, content: { "application/json": { schema: startThreadRequest } } },
  },
  responses: {
    201: {
      description: "The thread with the comment; it is stored when this answer comes.",
      content: { "application/json": { schema: threadResponse } },
    },
    ...problemResponses,
  },
});

export function addStartThread(
  app: OpenAPIHono<Environment>,
  services: Services,
  limiters: TalkLimiters,
): void {
  app.openapi(route, async (c) => {
    const { on, text, author } = c.req.valid("json");
    const { map, speaker } = await authorizeSpeaker(c, services, limiters, author);
    const started = await services.talk.startThread(map.id, speaker, refOf(on.type, on.id), text);
    return c.json(threadAnswer(granted(started).thread), 201);
  });
}
