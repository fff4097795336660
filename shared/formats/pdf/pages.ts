import {
  defaultPageOptions,
  type Picture,
  type PicturePage,
  pagesOf,
} from "#shared/diagram/picture/index.ts";
import type { ExportOptions } from "../export-options.ts";

/** Points to a canvas pixel: 72 and 96 make an inch. */
const pointsPerPixel = 0.75;
/** The longest side a page may have by the PDF reference, in points. */
const maxSidePt = 14_400;

/** The sheets that a picture is drawn on, by what was chosen. */
export function pdfPages(
  picture: Picture,
  { page, turn, spread }: Pick<ExportOptions, "page" | "turn" | "spread">,
  sheet: string,
): readonly PicturePage[] {
  if (page === "fit") return [wholePage(picture)];
  return pagesOf(
    picture,
    { ...defaultPageOptions, paper: page, turn, mode: spread === "tiles" ? "tiles" : "fit" },
    sheet,
  );
}

function wholePage({ width, height }: Picture): PicturePage {
  const scale = Math.min(pointsPerPixel, maxSidePt / Math.max(width, height));
  const [widthPt, heightPt] = [width * scale, height * scale];
  return {
    widthPt,
    heightPt,
    source: { x: 0, y: 0, width, height },
    target: { x: 0, y: 0, width: widthPt, height: heightPt },
    scale,
    items: [],
  };
}
