import { strToU8 } from "fflate";
import { pictureOf } from "#shared/diagram/picture/index.ts";
import { writeSvg } from "#shared/diagram/svg/index.ts";
import {
  type DrawingJob,
  type DrawingTools,
  type PixelSize,
  pictureOptionsOf,
} from "#shared/formats/drawn/drawing.ts";
import { fontCss } from "#shared/formats/drawn/font-css.ts";
import { pictureFonts } from "#shared/formats/drawn/picture-fonts.ts";
import { withPlaces } from "#shared/layout/index.ts";
import { recordsOf } from "#shared/model/index.ts";

/** Larger pictures take a browser seconds to show as SVG, and again with each change of size. */
const maxSharpCards = 1_500;
/** Of what is shown instead: more than the largest preview has room for. */
const coarsePixels = 4_000_000;
const maxSidePixels = 8_192;

/**
 * The whole picture of a map to be looked at: as SVG, or as PNG where that would be too much. It brings its letters along,
 * since pictures in a page do not get those of the page.
 */
export async function drawPreview(
  job: DrawingJob,
  tools: Pick<DrawingTools, "fontsFor" | "rasterise">,
): Promise<Readonly<{ bytes: Uint8Array<ArrayBuffer>; mediaType: string }>> {
  const picture = pictureOf(withPlaces(job.map), pictureOptionsOf(job));
  const fonts = await pictureFonts(picture.items, tools, "leave");
  if (recordsOf(job.map, "card").length <= maxSharpCards)
    return { bytes: strToU8(writeSvg(picture, { fontCss: fontCss(fonts) })), mediaType: "image/svg+xml" };
  return { bytes: await tools.rasterise(picture, fonts, coarseSize(picture)), mediaType: "image/png" };
}

/** As many dots as are looked at, in the shape of the picture. */
export function coarseSize({ width, height }: Readonly<{ width: number; height: number }>): PixelSize {
  const scale = Math.min(
    1,
    Math.sqrt(coarsePixels / (width * height)),
    maxSidePixels / Math.max(width, height),
  );
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
    dpi: null,
  };
}
