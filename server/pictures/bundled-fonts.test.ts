import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { fontFilesOf } from "#shared/diagram/font/index.ts";
import { isDrawn } from "#shared/formats/pdf/undrawn.ts";
import { bundledFonts } from "./bundled-fonts.ts";

const packages = createRequire(import.meta.url);
const families = ["inter", "noto-sans-sc"];
const lastCodePoint = 0x10_ffff;

type Declared = Readonly<{ family: string; codePoints: readonly number[] }>;

/** The characters that each file of the bundled fonts is said to be for: no file is opened for any other. */
function declared(): readonly Declared[] {
  return families.flatMap((family) => {
    const path = packages.resolve(`@fontsource-variable/${family}/unicode.json`);
    const table = JSON.parse(readFileSync(path, "utf8")) as Record<string, string>;
    return fontFilesOf(table, (subset) => subset).map(({ ranges }) => ({
      family,
      codePoints: ranges.flatMap(([from, to]) =>
        Array.from({ length: to - from + 1 }, (_, index) => from + index),
      ),
    }));
  });
}

test("[FP1] the characters that are said to be drawn are those that the bundled fonts have", async () => {
  const wrong: number[] = [];
  const seen = new Set<number>();
  for (const { codePoints } of declared()) {
    const fonts = await bundledFonts(codePoints);
    for (const codePoint of codePoints) {
      seen.add(codePoint);
      if (fonts.some((font) => font.has(codePoint)) !== isDrawn(codePoint)) wrong.push(codePoint);
    }
  }
  for (let codePoint = 0; codePoint <= lastCodePoint; codePoint++)
    if (!seen.has(codePoint) && isDrawn(codePoint)) wrong.push(codePoint);
  expect(seen.size).toBeGreaterThan(10_000);
  expect(wrong).toEqual([]);
});

test("[FP1] a character that stands in two files of a font is had without its neighbours as well", async () => {
  const wrong: number[] = [];
  for (const family of families) {
    const all = declared().flatMap((file) => (file.family === family ? file.codePoints : []));
    const seen = new Set<number>();
    const inTwo = new Set(all.filter((codePoint) => seen.size === seen.add(codePoint).size));
    expect(inTwo.size).toBeGreaterThan(30);
    for (const codePoint of inTwo) {
      const fonts = await bundledFonts([codePoint]);
      if (fonts.some((font) => font.has(codePoint)) !== isDrawn(codePoint)) wrong.push(codePoint);
    }
  }
  expect(wrong).toEqual([]);
});
