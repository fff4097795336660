import type { Rect } from "#shared/diagram/index.ts";
import type { Picture, PicturePage } from "#shared/diagram/picture/index.ts";
import type { PdfDocument, PdfOutline } from "../drawn/drawing.ts";

/** The outline that readers show beside the pages: its entries lead to where the part begins. */
export function addBookmarks(pdf: PdfDocument, picture: Picture, pages: readonly PicturePage[]): void {
  const parents: PdfOutline[] = [];
  for (const { title, level, area } of picture.bookmarks) {
    const place = placeOf(area, pages);
    if (!place) continue;
    const depth = Math.min(level, parents.length);
    const parent = parents[depth - 1] ?? pdf.outline;
    parents.length = depth;
    parents.push(parent.addItem(title, { ...place, expanded: true }));
  }
}

function placeOf(
  area: Rect,
  pages: readonly PicturePage[],
): Readonly<{ pageNumber: number; top: number; left: number }> | undefined {
  for (const [pageNumber, { source, target, scale }] of pages.entries()) {
    if (!source) continue;
    const isHere =
      area.x >= source.x &&
      area.y >= source.y &&
      area.x < source.x + source.width &&
      area.y < source.y + source.height;
    if (!isHere) continue;
    return {
      pageNumber,
      top: Math.max(0, target.y + (area.y - source.y) * scale),
      left: Math.max(0, target.x + (area.x - source.x) * scale),
    };
  }
  return undefined;
}
