import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { exportLanguages } from "#shared/formats/export-options.ts";
import { reportFormats, reportMediaTypes, writeReport } from "#shared/formats/report/index.ts";
import { idPattern, type PresentationId } from "#shared/model/index.ts";
import { reportOf } from "#shared/presenting/index.ts";
import type { RateLimiter } from "../../rate-limiter.ts";
import { attachmentNamed } from "../attachment-named.ts";
import { authorize } from "../authorize.ts";
import { limitByAddress } from "../limit-by-address.ts";
import { mapParams, problemResponses } from "../schemas.ts";
import type { Environment, Services } from "../services.ts";

const query = z.object({
  format: z.enum(reportFormats).default("md"),
  lang: z
    .enum(exportLanguages)
    .default("en")
    .openapi({ description: "the language of the words added to the map's" }),
  presentation: z
    .string()
    .regex(idPattern)
    .optional()
    .openapi({ description: "whose steps are told; of all presentations where nothing is said" }),
});

const route = createRoute({
  method: "get",
  path: "/api/maps/{id}/report",
  summary:
    "What came of a talk: its steps, votes as far as they are shown, cards and questions from the floor",
  request: { params: mapParams, query },
  responses: {
    200: {
      description: "The report, as Markdown or as a page that needs nothing else.",
      content: Object.fromEntries(
        Object.values(reportMediaTypes).map((type) => [type, { schema: z.string() }]),
      ),
    },
    ...problemResponses,
  },
});

/** It is made anew each time and on the server's own thread, so it counts as reading the map does, too. */
export function addShowReport(
  app: OpenAPIHono<Environment>,
  services: Services,
  { exports, reads }: Readonly<{ exports: RateLimiter; reads: RateLimiter }>,
): void {
  app.openapi(route, async (c) => {
    limitByAddress(c, services, exports, "Too many files were asked for from here");
    limitByAddress(c, services, reads, "Too many maps were read or changed from here");
    const { map: opened } = await authorize(c, services);
    const { format, lang, presentation } = c.req.valid("query");
    const [map, talk] = await Promise.all([
      services.rooms.use(opened.id, (room) => room.read((document) => document.toPlainMap())),
      services.talk.read(opened.id),
    ]);
    const chosen = (presentation ?? null) as PresentationId | null;
    const report = reportOf({ map, talk, presentation: chosen, madeAt: services.now(), lang });
    c.header("content-type", `${reportMediaTypes[format]}; charset=utf-8`);
    c.header("content-disposition", attachmentNamed(map.meta.title, format, "report"));
    c.header("cache-control", "no-store");
    return c.body(writeReport(report, format)) as never;
  });
}
