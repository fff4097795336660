import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { CommandFault } from "#shared/model/index.ts";
import type { ImportResponse } from "#shared/protocol/api.ts";
import { canEdit } from "#shared/protocol/roles.ts";
import type { MapId } from "#shared/protocol/rooms.ts";
import { decodeText, type MergeAnswer } from "../../../files/index.ts";
import type { Room } from "../../../rooms/index.ts";
import type { RateLimiter } from "../../rate-limiter.ts";
import { askerOf } from "../asker.ts";
import { authorize } from "../authorize.ts";
import { readableFormat, readableNames } from "../formats.ts";
import { limitByAddress } from "../limit-by-address.ts";
import { ProblemError, unreadableFile } from "../problems.ts";
import { importResponseSchema, mapParams, problemResponses } from "../schemas.ts";
import type { Environment, Services } from "../services.ts";

const fileSchema = z.any().openapi({
  type: "string",
  format: "binary",
  description: "The file as it is, in UTF-8, or in UTF-16 with a byte order mark.",
});

const route = createRoute({
  method: "post",
  path: "/api/maps/{id}/import/{format}",
  summary: "Add what a file holds to a map, while others work on it; the file is the body",
  request: {
    params: mapParams.extend({
      format: z.string().openapi({ enum: [...readableNames], example: "json" }),
    }),
    // Of any type: what a file is in is told by the path, and by a byte order mark.
    body: { required: true, content: { "application/octet-stream": { schema: fileSchema } } },
    query: z.object({
      "dry-run": z
        .enum(["0", "1"])
        .optional()
        .openapi({ description: "1: add nothing, and say what would have been added" }),
    }),
  },
  responses: {
    200: {
      description: "How many records were added; they are stored when this answer comes.",
      content: { "application/json": { schema: importResponseSchema } },
    },
    ...problemResponses,
  },
});

/** Whoever is faster with the same ids makes a second attempt necessary; a third time would be no accident. */
const maxAttempts = 2;

type Merged = Extract<MergeAnswer, { isRead: true }>;

export function addImportMap(app: OpenAPIHono<Environment>, services: Services, reads: RateLimiter): void {
  const { files, now, rooms } = services;

  async function merge(
    c: Context<Environment>,
    room: Room,
    format: string,
    content: string,
  ): Promise<Merged> {
    const task = {
      kind: "merge",
      format: readableFormat(format),
      content,
      state: room.state,
      now: now(),
    } as const;
    const answer = await files.run(task, askerOf(c, services));
    if (!answer.isRead) throw unreadableFile(answer.diagnostics);
    if (answer.fault !== undefined) throw refusedMap(answer.fault);
    return answer;
  }

  async function mergeAndStore(
    c: Context<Environment>,
    room: Room,
    format: string,
    content: string,
  ): Promise<Merged> {
    for (let attempt = 0; attempt < maxAttempts; attempt++) {
      const merged = await merge(c, room, format, content);
      // Reading may have taken long enough for the right to be gone.
      await authorizeEditor(c, services);
      if (merged.keptIds.some(([type, id]) => room.holds(type, id))) continue;
      if (merged.update !== undefined) await room.write(merged.update);
      return merged;
    }
    throw new ProblemError(
      "conflict",
      "Somebody else imports the same file. Look whether it is there already.",
    );
  }

  app.openapi(route, async (c) => {
    limitByAddress(c, services, reads, "Too many maps were read or changed from here");
    const id = await authorizeEditor(c, services);
    const { format } = c.req.valid("param");
    readableFormat(format);
    const content = decodeText(new Uint8Array(await c.req.arrayBuffer()));
    const isTrial = c.req.valid("query")["dry-run"] === "1";
    const merged = await rooms.use(id, (room) =>
      isTrial ? merge(c, room, format, content) : mergeAndStore(c, room, format, content),
    );
    return c.json(responseOf(merged), 200);
  });
}

async function authorizeEditor(c: Context<Environment>, services: Services): Promise<MapId> {
  const { map, role } = await authorize(c, services);
  if (canEdit(role)) return map.id;
  throw new ProblemError("forbidden", "Only those who may edit a map may import into it.");
}

function responseOf({ counts, renamed, diagnostics }: Merged): ImportResponse {
  const added = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return { added, renamed, counts, diagnostics };
}

function refusedMap({ code, message }: CommandFault): ProblemError {
  if (code === "read-only")
    return new ProblemError(
      "forbidden",
      "A newer version of the program wrote this map. Update the server first.",
    );
  return new ProblemError("unreadable-file", "Nothing was added, because the map would break a rule.", [
    { code, severity: "error", message },
  ]);
}
