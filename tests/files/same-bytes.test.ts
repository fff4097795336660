import { tmpdir } from "node:os";
import { describe, expect, it } from "vitest";
import { drawMap } from "#shared/formats/draw-map.ts";
import { type ExportOptions, initialExportOptions } from "#shared/formats/export-options.ts";
import { partOf } from "#shared/formats/part-of.ts";
import { type CardId, recordsOf } from "#shared/model/index.ts";
import { packPlainMap } from "../../client/canvas/packed-map.ts";
import { drawingJobOf } from "../../client/pictures/drawing-job.ts";
import { renderMap } from "../../server/pictures/index.ts";
import { serverTools } from "../../server/pictures/tools.ts";
import { exampleMap, mapInManyScripts } from "./example.ts";

const madeAt = 1_777_881_600_000;

/** As the export dialog draws; the engines and fonts are the server's. */
async function drawnByThePage(
  map: ReturnType<typeof exampleMap>,
  format: "svg" | "html" | "pdf",
  options: ExportOptions,
) {
  const job = await drawingJobOf({ map: packPlainMap(map), options, madeAt });
  return drawMap(format, job, serverTools(tmpdir()));
}

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString("latin1");
const some = recordsOf(exampleMap(), "card")
  .slice(0, 5)
  .map(({ id }): CardId => id);

describe("the same map with the same options", () => {
  const choices: readonly Partial<ExportOptions>[] = [
    {},
    { theme: "dark", ground: "transparent", standings: true, date: "22 November 2026" },
    { theme: "print", legend: false, cards: some },
    { lang: "zh", standings: true, fonts: true },
  ];

  it.each(["svg", "html", "pdf"] as const)(
    "[FV1] [FP4] is the same %s from the page as from the server and the command line",
    async (format) => {
      for (const map of [exampleMap(), mapInManyScripts()])
        for (const choice of choices) {
          const options = { ...initialExportOptions, ...choice };
          if (partOf(map, options).records.size === 0) continue;
          const here = await renderMap({ map, format, options, date: options.date, madeAt });
          expect(text(here)).toBe(text(await drawnByThePage(map, format, options)));
        }
    },
  );
});
