import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { talkResponse } from "#shared/protocol/talk.ts";
import type { RateLimiter } from "../../../rate-limiter.ts";
import { authorize } from "../../authorize.ts";
import { limitByAddress } from "../../limit-by-address.ts";
import { mapParams, problemResponses } from "../../schemas.ts";
import type { Environment, Services } from "../../services.ts";
import { participantAnswer, threadAnswer } from "./talk-of-path.ts";

const route = createRoute({
  method: "get",
  path: "/api/maps/{id}/threads",
  summary: "All comments on a map, by thread, the oldest first",
  request: { params: mapParams },
  responses: {
    200: {
      description: "The threads, and who can be mentioned.",
      content: { "application/json": { schema: talkResponse } },
    },
    ...problemResponses,
  },
});

export function addListThreads(app: OpenAPIHono<Environment>, services: Services, reads: RateLimiter): void {
  app.openapi(route, async (c) => {
    limitByAddress(c, services, reads, "Too many maps were read or changed from here");
    const { map } = await authorize(c, services);
    const { threads, people, viewersReact } = await services.talk.read(map.id);
    const known = [...people].map(([id, name]) => participantAnswer(id, name));
    return c.json({ threads: threads.map(threadAnswer), people: known, viewersReact }, 200);
  });
}
