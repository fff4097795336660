import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import {
  type ExportOptionName,
  type ExportOptions,
  exportOptionRules,
  readExportOptions,
} from "#shared/formats/export-options.ts";
import type { FormatInfo } from "#shared/formats/registry.ts";
import type { LossesResponse } from "#shared/protocol/api.ts";
import type { Room } from "../../../rooms/index.ts";
import type { RateLimiter } from "../../rate-limiter.ts";
import { askerOf } from "../asker.ts";
import { attachmentNamed } from "../attachment-named.ts";
import { authorize } from "../authorize.ts";
import { mediaTypes, writableFormat, writableNames } from "../formats.ts";
import { limitByAddress } from "../limit-by-address.ts";
import { ProblemError } from "../problems.ts";
import { lossesResponseSchema, mapParams, problemResponses } from "../schemas.ts";
import type { Environment, Services } from "../services.ts";

const params = mapParams.extend({
  format: z.string().openapi({ enum: [...writableNames], example: "json" }),
});
const names = Object.keys(exportOptionRules) as ExportOptionName[];
const query = z.object(Object.fromEntries(names.map((name) => [name, describeOption(name)])));

const exportRoute = createRoute({
  method: "get",
  path: "/api/maps/{id}/export/{format}",
  summary: "The map, or a part of it, as a file",
  description: "Which options a format takes is told by `GET /api/formats`; others are refused.",
  request: { params, query },
  responses: {
    200: {
      description: "The file.",
      content: Object.fromEntries(mediaTypes.map((type) => [type, { schema: z.unknown() }])),
    },
    ...problemResponses,
  },
});

const lossesRoute = createRoute({
  method: "get",
  path: "/api/maps/{id}/export/{format}/losses",
  summary: "What of the map the file would be missing",
  request: { params, query },
  responses: {
    200: {
      description: "What the map uses and the format has no place for, and in how many records.",
      content: { "application/json": { schema: lossesResponseSchema } },
    },
    ...problemResponses,
  },
});

export type ExportLimiters = Readonly<{ exports: RateLimiter; reads: RateLimiter; drawings: RateLimiter }>;

export function addExportMap(
  app: OpenAPIHono<Environment>,
  services: Services,
  { exports, reads, drawings }: ExportLimiters,
): void {
  const { files, keptFiles, now, rooms } = services;

  /** [H14] Files of words of a whole map are kept; pictures tell when they were made, and parts are seldom asked for twice. */
  function fileOf(c: Context<Environment>, room: Room, format: FormatInfo, options: ExportOptions) {
    const { address, signal } = askerOf(c, services);
    const make = (until: AbortSignal) => {
      limitByAddress(c, services, reads, "Too many maps were read or changed from here");
      const task = { kind: "export", format: format.name, options, state: room.state, now: now() } as const;
      return files.run(task, { address, signal: until });
    };
    const isWhole = !format.isDrawn && Object.keys(c.req.query()).length === 0;
    const { settledHead } = room;
    if (!isWhole || settledHead === undefined) return make(signal);
    return keptFiles.take(`${room.id}/${format.name}`, settledHead, signal, make);
  }

  app.openapi(exportRoute, async (c) => {
    limitByAddress(c, services, exports, "Too many files were asked for from here");
    const { map } = await authorize(c, services);
    const format = writableFormat(c.req.valid("param").format);
    if (format.isDrawn) limitByAddress(c, services, drawings, "Too many pictures were asked for from here");
    const options = optionsOf(c, format);
    // The room is done with before the file is.
    const making = await rooms.use(map.id, (room) => ({ file: fileOf(c, room, format, options) }));
    const { bytes, title } = await making.file;
    c.header("content-type", format.isBinary ? format.mediaType : `${format.mediaType}; charset=utf-8`);
    c.header("content-disposition", attachmentNamed(title, format.extensions[0]));
    c.header("cache-control", "no-store");
    return c.body(new Uint8Array(bytes)) as never;
  });
  app.openapi(lossesRoute, async (c) => {
    limitByAddress(c, services, reads, "Too many maps were read or changed from here");
    const { map } = await authorize(c, services);
    const format = writableFormat(c.req.valid("param").format);
    const options = optionsOf(c, format);
    const state = await rooms.use(map.id, (room) => room.state);
    const task = { kind: "losses", format: format.name, options, state, now: now() } as const;
    const losses = await files.run(task, askerOf(c, services));
    return c.json({ losses } satisfies LossesResponse, 200);
  });
}

function optionsOf(c: Context<Environment>, format: FormatInfo): ExportOptions {
  const options = readExportOptions(format, c.req.query());
  if (options.ok) return options.value;
  throw new ProblemError("bad-request", options.error.join(" "));
}

function describeOption(name: ExportOptionName): z.ZodOptional<z.ZodString> {
  const { summary, takes } = exportOptionRules[name];
  return z
    .string()
    .optional()
    .openapi({ description: `${summary}; ${takes}` });
}
