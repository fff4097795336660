/** A map as dots: its picture, rasterised by what the platform has. */
import { type Picture, pictureOf } from "#shared/diagram/picture/index.ts";
import { withPlaces } from "#shared/layout/index.ts";
import {
  DrawingError,
  type DrawingJob,
  type DrawingTools,
  type PixelSize,
  pictureOptionsOf,
} from "../drawn/drawing.ts";
import { pictureFonts } from "../drawn/picture-fonts.ts";
import type { ExportOptions } from "../export-options.ts";
import { withDensity } from "./with-density.ts";

/** An A0 poster at 300 dots an inch has 139.5 million: some twenty seconds of work. */
export const maxPixels = 140_000_000;
/** What browsers and libraries take for a side. */
const maxSidePixels = 32_767;
/** Smaller than this nothing can be made out. */
const leastScale = 0.05;
/** Where nothing is asked for: sharp on most screens, and some four seconds of work at most. */
const usualScale = 2;
const usualPixels = 24_000_000;
/** A canvas pixel is a 96th of an inch. */
const canvasDpi = 96;

/** The bytes of the file. Rejects with a `DrawingError` where it would have too many dots. */
export async function writePng(job: DrawingJob, tools: DrawingTools): Promise<Uint8Array<ArrayBuffer>> {
  const picture = pictureOf(withPlaces(job.map), pictureOptionsOf(job));
  const size = pixelSize(picture, job.options);
  const fonts = await pictureFonts(picture.items, tools, "leave");
  const png = await tools.rasterise(picture, fonts, size);
  return size.dpi === null ? png : withDensity(png, size.dpi);
}

/** How many dots a picture gets, or a `DrawingError` that says what would do. */
export function pixelSize(
  { width, height }: Pick<Picture, "width" | "height">,
  { scale, dpi }: Pick<ExportOptions, "scale" | "dpi">,
): PixelSize {
  const most = Math.min(Math.sqrt(maxPixels / (width * height)), maxSidePixels / Math.max(width, height));
  const wellWithin = Math.min(most, Math.sqrt(usualPixels / (width * height)));
  const usual = Math.max(leastScale, Math.min(usualScale, Math.floor(wellWithin * 100) / 100));
  const factor = dpi === null ? (scale ?? usual) : dpi / canvasDpi;
  const size = {
    width: Math.max(1, Math.round(width * factor)),
    height: Math.max(1, Math.round(height * factor)),
    dpi,
  };
  if (size.width * size.height <= maxPixels && Math.max(size.width, size.height) <= maxSidePixels)
    return size;
  const tip =
    dpi === null
      ? `a scale of ${(Math.floor(most * 100) / 100).toFixed(2)}`
      : `${Math.floor(most * canvasDpi)} dots per inch`;
  throw new DrawingError(
    "too-large",
    `The picture would be ${size.width} by ${size.height} pixels, and more than ${maxPixels / 1_000_000} million are ` +
      `not drawn. At most ${tip} will do; a part of the map, SVG and PDF have no such limit.`,
  );
}
