import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { renderAsync } from "@resvg/resvg-js";
import type { DrawingTools } from "#shared/formats/drawing.ts";

/** An SVG as PNG. Characters that the bundled fonts lack are drawn by fonts of the system, where it has them. */
export const rasterise: DrawingTools["rasterise"] = async (svg, fonts, { width }) => {
  // The engine takes fonts from files only.
  const folder = await mkdtemp(join(tmpdir(), "counterpoint-fonts-"));
  try {
    const fontFiles = fonts.map(({ weight }) => join(folder, `${weight}.ttf`));
    await Promise.all(fonts.map(({ bytes }, i) => writeFile(fontFiles[i] ?? folder, bytes)));
    const image = await renderAsync(svg, {
      fitTo: { mode: "width", value: width },
      font: { fontFiles, loadSystemFonts: true, defaultFontFamily: "Inter", sansSerifFamily: "Inter" },
      logLevel: "error",
    });
    return new Uint8Array(image.asPng());
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
