import { expect, test } from "vitest";
import { isDrawn } from "#shared/formats/pdf/undrawn.ts";
import { bundledFonts } from "./bundled-fonts.ts";

test("[FP1] the characters that are said to be drawn are those that the bundled fonts have", async () => {
  const wrong: number[] = [];
  // Some of every stretch of the basic plane and of the first beyond it.
  for (let codePoint = 0x21; codePoint < 0x1_fa00; codePoint += 241) {
    const fonts = await bundledFonts([codePoint]);
    if (fonts.some((font) => font.has(codePoint)) !== isDrawn(codePoint)) wrong.push(codePoint);
  }
  expect(wrong).toEqual([]);
});
