import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { renderAsync } from "@resvg/resvg-js";
import { writeSvg } from "#shared/diagram/svg/index.ts";
import type { DrawingTools } from "#shared/formats/drawing.ts";

/** A picture as PNG. Characters that the bundled fonts lack are drawn by fonts of the system, where it has them. */
export const rasterise: DrawingTools["rasterise"] = async (picture, fonts, { width }) => {
  // The engine takes fonts from files only.
  const folder = await mkdtemp(join(tmpdir(), "counterpoint-fonts-"));
  try {
    const fontFiles = fonts.map(({ weight }) => join(folder, `${weight}.ttf`));
    await Promise.all(fonts.map(({ bytes }, i) => writeFile(fontFiles[i] ?? folder, bytes)));
    const image = await renderAsync(writeSvg(picture), {
      fitTo: { mode: "width", value: width },
      font: {
        fontFiles,
        // To look through them takes most of a second.
        loadSystemFonts: fonts.some(({ isWhole }) => !isWhole),
        defaultFontFamily: "Inter",
        sansSerifFamily: "Inter",
      },
      logLevel: "error",
    });
    return new Uint8Array(image.asPng());
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
