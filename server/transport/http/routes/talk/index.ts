import type { OpenAPIHono } from "@hono/zod-openapi";
import type { RateLimiter } from "../../../rate-limiter.ts";
import type { Environment, Services } from "../../services.ts";
import { addAddComment } from "./add-comment.ts";
import { addChangeComment } from "./change-comment.ts";
import { addIntroduce } from "./introduce.ts";
import { addListThreads } from "./list-threads.ts";
import { addReact } from "./react.ts";
import { addResolveThread } from "./resolve-thread.ts";
import type { TalkLimiters } from "./speaker.ts";
import { addStartThread } from "./start-thread.ts";

/** All calls about what is said on a map. Reading counts as reading the map does. */
export function addTalk(
  app: OpenAPIHono<Environment>,
  services: Services,
  reads: RateLimiter,
  limiters: TalkLimiters,
): void {
  addListThreads(app, services, reads);
  addStartThread(app, services, limiters);
  addAddComment(app, services, limiters);
  addChangeComment(app, services, limiters);
  addResolveThread(app, services, limiters);
  addReact(app, services, limiters);
  addIntroduce(app, services, limiters);
}
