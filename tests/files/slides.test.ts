import { describe, expect, it } from "vitest";
import { initialExportOptions } from "#shared/formats/export-options.ts";
import { recordsOf } from "#shared/model/index.ts";
import { renderMap } from "../../server/pictures/index.ts";
import { exampleMap } from "./example.ts";
import { factsOfPdf, hasLibreOffice, printedSlides, wordsOfPdf } from "./opened-by.ts";

describe.skipIf(!hasLibreOffice)("slides opened by LibreOffice", () => {
  it("[FX4] show every card of the example map, one slide a step and one of the whole", async () => {
    const map = exampleMap();
    const pptx = await renderMap({ map, format: "pptx", options: initialExportOptions, date: "", madeAt: 0 });
    const pdf = printedSlides(pptx);
    const steps = recordsOf(map, "step").filter(({ isHidden }) => !isHidden);
    expect(factsOfPdf(pdf)["Pages"]).toBe(String(steps.length + 1));
    const words = wordsOfPdf(pdf);
    expect(recordsOf(map, "card").filter(({ text }) => !words.includes(text))).toEqual([]);
  });
});
