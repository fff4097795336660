import { strToU8 } from "fflate";
import { pictureOf } from "#shared/diagram/picture/index.ts";
import { writeSvg } from "#shared/diagram/svg/index.ts";
import { withPlaces } from "#shared/layout/index.ts";
import {
  type DrawingJob,
  type DrawingTools,
  type DrawnFormatName,
  pictureOptionsOf,
} from "./drawn/drawing.ts";
import { fontCss } from "./drawn/font-css.ts";
import { pictureFonts } from "./drawn/picture-fonts.ts";

/** Draws a map as a file. Rejects with a `DrawingError` where it would be too large. */
export async function drawMap(
  format: DrawnFormatName,
  job: DrawingJob,
  tools: DrawingTools,
): Promise<Uint8Array<ArrayBuffer>> {
  switch (format) {
    case "svg": {
      const picture = pictureOf(withPlaces(job.map), pictureOptionsOf(job));
      if (!job.options.fonts) return strToU8(writeSvg(picture));
      const fonts = await pictureFonts(picture.items, tools, "leave");
      return strToU8(writeSvg(picture, { fontCss: fontCss(fonts) }));
    }
    case "png":
      return (await import("./png/index.ts")).writePng(job, tools);
    case "pdf":
      return (await import("./pdf/index.ts")).writePdf(job, tools);
    case "pptx":
      return (await import("./pptx/index.ts")).writePptx(job, tools.onProgress);
    case "html":
      return strToU8(await (await import("./html/index.ts")).writeHtml(job, tools));
  }
}
