import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { limits } from "#shared/protocol/limits.ts";
import { type MyMap, myMapList } from "#shared/protocol/my-maps.ts";
import { isMapId } from "#shared/protocol/rooms.ts";
import type { ListedMap, ListPlace } from "../../../../access/index.ts";
import type { RateLimiter } from "../../../rate-limiter.ts";
import { limitByAddress } from "../../limit-by-address.ts";
import { accountOf } from "../../person.ts";
import { ProblemError } from "../../problems.ts";
import { problemResponses } from "../../schemas.ts";
import type { Environment, Services } from "../../services.ts";
import { byAccount } from "../../ways-in.ts";

const route = createRoute({
  method: "get",
  path: "/api/me/maps",
  security: byAccount,
  summary: "The maps that the account has made or opened, the last opened first",
  description:
    "Where people sign in; elsewhere there is no such list. Maps that the account can no longer open are left out.",
  request: { query: z.object({ after: z.string().max(100).optional() }) },
  responses: {
    200: { description: "A page of the list.", content: { "application/json": { schema: myMapList } } },
    ...problemResponses,
  },
});

export function addListMyMaps(app: OpenAPIHono<Environment>, services: Services, reads: RateLimiter): void {
  app.openapi(route, async (c) => {
    const account = accountOf(c, services);
    limitByAddress(c, services, reads, "Too many maps were read or changed from here");
    const { after } = c.req.valid("query");
    const size = limits.myMapsPerPage;
    // One more than is shown tells whether there is another page.
    const found = await services.accounts.list(
      account,
      after === undefined ? undefined : readPlace(after),
      size + 1,
    );
    const shown = found.slice(0, size);
    const maps = shown.map(shownTo(services)).filter((map) => map !== undefined);
    const last = shown.at(-1);
    return c.json(
      last === undefined || found.length <= size ? { maps } : { maps, next: writePlace(last) },
      200,
    );
  });
}

/** Maps as lists show them; nothing of what can no longer be restored. */
function shownTo({ config, now }: Services): (map: ListedMap) => MyMap | undefined {
  return ({ id, title, role, lockedAt, deletedAt, openedAt }) => {
    const map = { id, title, role, isLocked: lockedAt !== undefined, openedAt };
    if (deletedAt === undefined) return map;
    const restorableUntil = deletedAt + config.keepDeletedMapsMs;
    return restorableUntil > now() ? { ...map, restorableUntil } : undefined;
  };
}

function writePlace({ openedAt, id }: ListPlace): string {
  return `${openedAt}.${id}`;
}

function readPlace(text: string): ListPlace {
  const [, time = "", id = ""] = /^(\d{1,15})\.(.+)$/.exec(text) ?? [];
  if (isMapId(id)) return { openedAt: Number(time), id };
  throw new ProblemError("bad-request", "`after` must be the `next` of the page before.");
}
