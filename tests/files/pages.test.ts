import { describe, expect, it } from "vitest";
import { type ExportOptions, initialExportOptions } from "#shared/formats/export-options.ts";
import { type PlainMap, recordsOf } from "#shared/model/index.ts";
import { renderMap } from "../../server/pictures/index.ts";
import { exampleMap, largeMap, mapInManyScripts } from "./example.ts";
import { factsOfPdf, hasPoppler, wordsOfPdf } from "./opened-by.ts";

const madeAt = 1_777_881_600_000;

function print(map: PlainMap, given: Partial<ExportOptions> = {}): Promise<Uint8Array> {
  return renderMap({ map, format: "pdf", options: { ...initialExportOptions, ...given }, date: "", madeAt });
}

/** A line that is broken between ideographs or within a word has no space there, but words of a PDF do. */
function withoutSpaces(text: string): string {
  return text.replace(/\s+/gu, "");
}

describe.skipIf(!hasPoppler)("PDF opened by Poppler", () => {
  it("[FP1] [FP3] has the text of every card of the example map, its title and its language", async () => {
    const map = exampleMap();
    const pdf = await print(map);
    const words = wordsOfPdf(pdf);
    expect(recordsOf(map, "card").filter(({ text }) => !words.includes(text))).toEqual([]);
    const facts = factsOfPdf(pdf);
    expect(facts).toMatchObject({ Pages: "1", Title: map.meta.title, Creator: "Counterpoint" });
    expect(facts["CreationDate"]).toContain("2026");
  });

  it("[FP1] has text in many scripts", async () => {
    const map = mapInManyScripts();
    const words = withoutSpaces(wordsOfPdf(await print(map)));
    const missing = recordsOf(map, "card").filter(({ text }) => !words.includes(withoutSpaces(text)));
    expect(missing).toEqual([]);
  });

  it.each([
    ["a4", "595.28", "841.89"],
    ["a3", "841.89", "1190.55"],
    ["letter", "612", "792"],
  ] as const)("[FP2] fits on one page of %s", async (page, short, long) => {
    const facts = factsOfPdf(await print(exampleMap(), { page }));
    const size = facts["Page size"]?.match(/[\d.]+/g)?.slice(0, 2);
    expect([...(size ?? [])].sort((a, b) => Number(a) - Number(b)).map((n) => Math.round(Number(n)))).toEqual(
      [short, long].map((n) => Math.round(Number(n))),
    );
  });

  it("[FP2] goes over several pages, which have every card among them", async () => {
    const map = largeMap(120);
    const pdf = await print(map, { page: "a4", spread: "tiles" });
    expect(Number(factsOfPdf(pdf)["Pages"])).toBeGreaterThan(3);
    const words = withoutSpaces(wordsOfPdf(pdf));
    const isMissing = (text: string) => !words.includes(withoutSpaces(text));
    expect(recordsOf(map, "card").filter(({ text }) => isMissing(text))).toEqual([]);
  });

  it("[FP4] is the same bytes for the same map and date", async () => {
    const bytes = await print(exampleMap());
    expect(await print(exampleMap())).toEqual(bytes);
    expect(await print(exampleMap(), { page: "a4" })).not.toEqual(bytes);
  });
});
