import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { fontFilesOf } from "#shared/diagram/font/index.ts";
import { isDrawn } from "#shared/formats/pdf/undrawn.ts";
import { bundledFonts } from "./bundled-fonts.ts";

const packages = createRequire(import.meta.url);
const families = ["inter", "noto-sans-sc"];
const lastCodePoint = 0x10_ffff;

/** The characters that each file of the bundled fonts is said to be for: no file is opened for any other. */
function declared(): readonly (readonly number[])[] {
  return families.flatMap((family) => {
    const path = packages.resolve(`@fontsource-variable/${family}/unicode.json`);
    const table = JSON.parse(readFileSync(path, "utf8")) as Record<string, string>;
    return fontFilesOf(table, (subset) => subset).map(({ ranges }) =>
      ranges.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, index) => from + index)),
    );
  });
}

/** Without its neighbours, as it is counted: for these a file may be open that has it as well and is not the first for it. */
async function isHadAlone(codePoint: number): Promise<boolean> {
  return (await bundledFonts([codePoint])).some((font) => font.has(codePoint));
}

test("[FP1] the characters that are said to be drawn are those that the bundled fonts have", async () => {
  const wrong: number[] = [];
  const seen = new Set<number>();
  for (const codePoints of declared()) {
    const fonts = await bundledFonts(codePoints);
    for (const codePoint of codePoints) {
      seen.add(codePoint);
      const isHad = fonts.some((font) => font.has(codePoint));
      if (isHad !== isDrawn(codePoint) && (await isHadAlone(codePoint)) !== isDrawn(codePoint))
        wrong.push(codePoint);
    }
  }
  for (let codePoint = 0; codePoint <= lastCodePoint; codePoint++)
    if (!seen.has(codePoint) && isDrawn(codePoint)) wrong.push(codePoint);
  expect(seen.size).toBeGreaterThan(10_000);
  expect(wrong).toEqual([]);
});
