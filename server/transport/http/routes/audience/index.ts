import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Environment, Services } from "../../services.ts";
import type { TalkLimiters } from "../talk/speaker.ts";
import { addEndJoinCodes } from "./end-join-codes.ts";
import { addJoin } from "./join.ts";
import { addLowerHands } from "./lower-hands.ts";
import { addMakeJoinCode } from "./make-join-code.ts";
import { addRaiseHand } from "./raise-hand.ts";
import { addShowAudience } from "./show-audience.ts";
import { addSignal } from "./signal.ts";

/** All calls of a talk's audience, and of who presents to it. Hands and codes count as what is said does. */
export function addAudience(app: OpenAPIHono<Environment>, services: Services, limiters: TalkLimiters): void {
  addMakeJoinCode(app, services, limiters);
  addEndJoinCodes(app, services, limiters);
  addJoin(app, services);
  addShowAudience(app, services);
  addSignal(app, services);
  addRaiseHand(app, services, limiters);
  addLowerHands(app, services, limiters);
}
