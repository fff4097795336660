import { describe, expect, it } from "vitest";
import { defaultPictureOptions, pictureOf } from "#shared/diagram/picture/index.ts";
import { aCard, mapOf } from "../../../tests/fixtures/model/build.ts";
import { pdfPages } from "./pages.ts";

const wide = pictureOf(
  mapOf([aCard("c1"), aCard("c2")], { c1: [0, 0], c2: [4_000, 0] }),
  defaultPictureOptions,
);

describe("pages of a PDF", () => {
  it.each(["one", "tiles"] as const)("[FP2] are held as was chosen, with spread %s", (spread) => {
    const shapeOf = (turn: "auto" | "portrait" | "landscape") =>
      pdfPages(wide, { page: "a4", turn, spread }, "{row}, {column}").map(({ widthPt, heightPt }) =>
        widthPt < heightPt ? "portrait" : "landscape",
      );
    expect(new Set(shapeOf("portrait"))).toEqual(new Set(["portrait"]));
    expect(new Set(shapeOf("landscape"))).toEqual(new Set(["landscape"]));
    expect(new Set(shapeOf("auto"))).toHaveProperty("size", 1);
  });

  it("[FP2] are by themselves held as shows the map larger", () => {
    const [page] = pdfPages(wide, { page: "a4", turn: "auto", spread: "one" }, "");
    expect(page && page.widthPt > page.heightPt).toBe(true);
  });
});
