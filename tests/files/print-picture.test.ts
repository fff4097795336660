import { tmpdir } from "node:os";
import { describe, expect, it } from "vitest";
import type { Picture, PictureItem, PicturePage } from "#shared/diagram/picture/index.ts";
import { printPicture } from "#shared/formats/pdf/print-picture.ts";
import { serverTools } from "../../server/pictures/tools.ts";
import { factsOfPdf, hasPoppler, wordsOfPdf } from "./opened-by.ts";

const ink = { text: "#22262b", muted: "#5a6068", line: "#888888", link: "#1a4fb8" };

function aText(text: string, y: number): PictureItem {
  return {
    type: "text",
    x: 20,
    align: "left",
    lines: [{ text, y, width: 300 }],
    whole: text,
    sizePx: 14,
    lineHeightPx: 20,
    weight: 500,
    italic: y > 100,
    fill: ink.text,
    direction: "ltr",
  };
}

const box: PictureItem = {
  type: "rect",
  x: 10,
  y: 10,
  width: 380,
  height: 180,
  radius: 8,
  paint: { fill: "#ffffff", fillOpacity: 1, stroke: "#cdc8bb", strokeWidth: 1, dash: [7, 4] },
};

const picture: Picture = {
  width: 400,
  height: 200,
  title: "Open or “closed”?",
  description: "Two lines.",
  lang: "en",
  direction: "ltr",
  ground: "#f6f4ee",
  ink,
  items: [
    box,
    { type: "link", url: "https://example.org/?a=1&b=(2)", items: [aText("First line, naïve café", 40)] },
    {
      type: "group",
      className: "card claim",
      id: null,
      title: null,
      opacity: 0.5,
      relation: null,
      items: [aText("开源模型 and Ελληνικά", 80), aText("सब 🙂 עברית", 120)],
    },
  ],
  areas: { title: null, map: { x: 0, y: 0, width: 400, height: 200 }, legend: null, lists: null },
  lists: [],
  bookmarks: [
    { id: "q1" as never, title: "A question", level: 0, area: { x: 10, y: 10, width: 10, height: 10 } },
    { id: "q2" as never, title: "Its part", level: 1, area: { x: 210, y: 10, width: 10, height: 10 } },
  ],
};

function tile(x: number): PicturePage {
  return {
    widthPt: 200,
    heightPt: 200,
    source: { x, y: 0, width: 200, height: 200 },
    target: { x: 25, y: 25, width: 150, height: 150 },
    scale: 0.75,
    items: [aText(`page at ${x}`, 190)],
  };
}

const print = (pages: readonly PicturePage[]) =>
  printPicture(picture, pages, { authors: "Ada, Grace", madeAt: 1_777_881_600_000 }, serverTools(tmpdir()));

describe("a picture on pages", () => {
  it("[FP4] is the same bytes every time, with outline, links and structure in it", async () => {
    const bytes = await print([tile(0), tile(200)]);
    expect(bytes).toEqual(await print([tile(0), tile(200)]));
    const text = Buffer.from(bytes).toString("latin1");
    expect(text.startsWith("%PDF-1.7")).toBe(true);
    expect(text).toContain("/URI (https://example.org/?a=1&b=\\(2\\))");
    expect(text).toContain("/StructTreeRoot");
    expect(text).toContain("/Title (A question)");
  });

  it.skipIf(!hasPoppler)("[FP1] has all words, also those that no bundled font can draw", async () => {
    const bytes = await print([tile(0), tile(200)]);
    const words = wordsOfPdf(bytes);
    for (const text of ["First line, naïve café", "开源模型 and Ελληνικά", "सब", "🙂", "page at 200"])
      expect(words).toContain(text);
    expect(factsOfPdf(bytes)).toMatchObject({
      Pages: "2",
      Title: "Open or “closed”?",
      Author: "Ada, Grace",
      Tagged: "yes",
    });
  });
});
