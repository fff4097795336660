import { createHash } from "node:crypto";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawnFormatNames } from "#shared/formats/drawn/drawing.ts";
import { type ExportOptions, initialExportOptions } from "#shared/formats/export-options.ts";
import { pageScript, pageScriptHash } from "#shared/formats/html/page-script.ts";
import { pixelSize } from "#shared/formats/png/write-png.ts";
import { mapInManyScripts } from "../../tests/files/example.ts";
import { arbitraryLawfulMap } from "../../tests/fixtures/formats/arbitrary-map.ts";
import {
  aCard,
  aCitation,
  anArgument,
  aSource,
  card,
  mapOf,
  onCard,
} from "../../tests/fixtures/model/build.ts";
import { type PictureRequest, renderMap } from "./index.ts";

function render(
  format: PictureRequest["format"],
  given: Partial<ExportOptions> = {},
  map = mapInManyScripts(),
) {
  const options = { ...initialExportOptions, ...given };
  return renderMap({ map, format, options, date: "22 November 2026", madeAt: 1_777_881_600_000 });
}

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

/** What the tags of a page come to, each with its attributes, or a fault where they do not match. */
function tagsOf(page: string): readonly string[] {
  const tags = page.match(/<(?!!)[^<>]*>/g) ?? [];
  const open: string[] = [];
  for (const tag of tags) {
    const name = /^<\/?([a-z0-9]+)/i.exec(tag)?.[1] ?? "";
    if (tag.startsWith("</")) expect(open.pop()).toBe(name);
    else if (!tag.endsWith("/>") && !["meta", "input"].includes(name)) open.push(name);
  }
  expect(open).toEqual([]);
  return tags;
}

describe("files drawn on the server", () => {
  it("[FO2] tell how claims stand in the whole map, also where a part of it is drawn", async () => {
    const map = mapOf([
      aCard("c1"),
      aCard("e1", "evidence"),
      anArgument("o1", ["e1"], onCard("c1"), { polarity: "oppose" }),
    ]);
    const part = { cards: [card("c1")] };
    expect(text(await render("svg", { ...part, standings: true }, map))).toContain("refuted");
    expect(text(await render("svg", part, map))).not.toContain("refuted");
  });

  it("[FH2] [FO1] pages heed what was chosen", async () => {
    const map = mapOf([
      aCard("c1", "claim", { text: "It should" }),
      aCard("c2", "claim", { text: "People have time" }),
      anArgument("a1", ["c2"], onCard("c1"), { scheme: "sign", note: "As seen" }),
      aSource("s1", { title: "Visitors counted" }),
    ]);
    const outline = async (given: Partial<ExportOptions> = {}) =>
      text(await render("html", given, map)).replace(/^[\s\S]*<section id="outline"/, "");
    expect(await outline()).toMatch(/<p class="note">from a sign<\/p><p class="note">As seen<\/p>/);
    expect(await outline()).toContain("Visitors counted");
    const bare = await outline({ notes: false, schemes: false, sources: false });
    expect(bare).not.toMatch(/As seen|>from a sign|Visitors/);
    expect(await outline({ standings: true })).toContain("<small>unsupported</small>");
    const head = async (theme: ExportOptions["theme"]) =>
      /<html [^>]*>/.exec(text(await render("html", { theme }, map)))?.[0] ?? "";
    expect(await head("color")).not.toContain("data-theme");
    expect(await head("dark")).toContain('data-theme="dark"');
    expect(await head("print")).toContain('data-theme="light"');
  });

  it("[FV7] an SVG brings its letters where that is chosen", async () => {
    expect(text(await render("svg"))).not.toContain("@font-face");
    expect(text(await render("svg", { fonts: true }))).toContain("@font-face{font-family:Inter");
  });

  it("[FO3] say what they add in the language chosen", async () => {
    const page = text(await render("html", { lang: "zh" }));
    expect(page).toContain('<html lang="zh-CN"');
    expect(page).toContain("图例");
    expect(page).not.toContain("Legend");
  });

  it("[F4] [FH1] [FP1] hold any map, whatever stands on its cards", async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryLawfulMap(), async (map) => {
        const page = text(await render("html", {}, map));
        const [before = "", , after = ""] = page.split(/<script>|<\/script>/);
        const tags = tagsOf(before + after);
        expect(tags.filter((tag) => /\s(?:on[a-z]+|src)=/i.test(tag))).toEqual([]);
        expect(text(await render("pdf", { page: "a4" }, map)).startsWith("%PDF-1.7")).toBe(true);
      }),
      { seed: 1, numRuns: 25 },
    );
  });

  it.each(drawnFormatNames)("[F4] %s is the same bytes for the same map", async (format) => {
    expect(await render(format)).toEqual(await render(format));
  });

  it("[FN1] a PNG has the dots that were asked for, and tells how many make an inch", async () => {
    const [small, large, printed] = await Promise.all([
      render("png", { scale: 1 }),
      render("png", { scale: 2 }),
      render("png", { dpi: 300 }),
    ]);
    const width = (png: Uint8Array) => new DataView(png.buffer, png.byteOffset).getUint32(16);
    expect(Math.abs(width(large) - 2 * width(small))).toBeLessThanOrEqual(1);
    expect(Math.abs(width(printed) - (width(small) * 300) / 96)).toBeLessThanOrEqual(3);
    const density = Buffer.from(printed).indexOf("pHYs");
    expect(Buffer.from(printed).readUInt32BE(density + 4)).toBe(11_811);
    expect(Buffer.from(small).includes("pHYs")).toBe(false);
  });

  it("[FN1] a PNG of too many dots is refused with what would do", () => {
    const size = { width: 20_000, height: 10_000 };
    expect(() => pixelSize(size, { scale: 2, dpi: null })).toThrow(/40000 by 20000 pixels.*a scale of 0\.83/);
    expect(() => pixelSize(size, { scale: 1, dpi: 300 })).toThrow(/80 dots per inch/);
    expect(pixelSize(size, { scale: 0.83, dpi: null }).width).toBe(16_600);
    expect(pixelSize(size, { scale: null, dpi: null }).width).toBe(6_800);
    expect(pixelSize({ width: 10, height: 10 }, { scale: null, dpi: null }).width).toBe(20);
    expect(() => pixelSize({ width: 2e6, height: 2e6 }, { scale: null, dpi: null })).toThrow(/pixels/);
  });

  it("[FH1] a page runs no script but its own", async () => {
    expect(createHash("sha256").update(pageScript).digest("base64")).toBe(pageScriptHash);
    const page = text(await render("html"));
    expect(page).toContain(`script-src 'sha256-${pageScriptHash}'`);
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page).not.toMatch(/<[^>]+\son[a-z]+=/i);
  });

  it("[FH1] a page leads only to addresses of the web", async () => {
    const records = ["javascript:alert(1)", "https://example.org/a?b=c&d", "data:text/html,x"].flatMap(
      (url, i) => [
        aSource(`s${i}`, { title: `source ${i}`, url }),
        aCard(`c${i}`, "evidence", { citations: [aCitation(`z${i}`, `s${i}`)] }),
      ],
    );
    const page = text(await render("html", {}, mapOf(records)));
    const links = [...page.matchAll(/href="([^"#][^"]*)"/g)].map(([, address]) => address);
    expect(new Set(links)).toEqual(new Set(["https://example.org/a?b=c&amp;d"]));
  });

  it("[FH3] each card stands in the outline of a page once", async () => {
    const page = text(await render("html"));
    for (const id of ["c1", "c2", "c3"]) expect(page.split(`id="o-${id}"`)).toHaveLength(2);
  });
});
