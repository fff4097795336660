import type {
  Paint,
  PathSegment,
  PictureGroup,
  PictureItem,
  PictureLink,
  PictureText,
} from "#shared/diagram/picture/index.ts";
import { itemBounds } from "#shared/diagram/picture/item-bounds.ts";
import { unreachable } from "#shared/lib/assert.ts";
import type { PdfDocument } from "../drawn/drawing.ts";
import { lineLeft } from "../drawn/drawn-items.ts";

/** As far as upright letters are slanted where a text is italic: the bundled font has no italic cut. */
const slant = 0.2;

/** Puts items down on the page that is open, in the order given. */
export function paintItems(pdf: PdfDocument, items: readonly PictureItem[], opacity = 1): void {
  for (const item of items) paintItem(pdf, item, opacity);
}

/** The name that the font of a weight is registered by. */
export function fontName(weight: number): string {
  return `Inter-${weight}`;
}

function paintItem(pdf: PdfDocument, item: PictureItem, opacity: number): void {
  switch (item.type) {
    case "group":
      paintGroup(pdf, item, opacity);
      return;
    case "link":
      paintLink(pdf, item, opacity);
      return;
    case "rect": {
      const { x, y, width, height, radius, paint } = item;
      paintPath(pdf, paint, opacity, () => {
        if (radius > 0) pdf.roundedRect(x, y, width, height, Math.min(radius, width / 2, height / 2));
        else pdf.rect(x, y, width, height);
      });
      return;
    }
    case "path":
      paintPath(pdf, item.paint, opacity, () => {
        for (const segment of item.segments) trace(pdf, segment);
      });
      return;
    case "text":
      paintText(pdf, item, opacity);
      return;
    default:
      unreachable(item);
  }
}

function paintGroup(pdf: PdfDocument, group: PictureGroup, opacity: number): void {
  paintItems(pdf, group.items, opacity * group.opacity);
}

function paintLink(pdf: PdfDocument, { url, items }: PictureLink, opacity: number): void {
  paintItems(pdf, items, opacity);
  const bounds = itemBounds(items);
  if (bounds) pdf.link(bounds.x, bounds.y, bounds.width, bounds.height, url);
}

function trace(pdf: PdfDocument, segment: PathSegment): void {
  switch (segment[0]) {
    case "M":
      pdf.moveTo(segment[1], segment[2]);
      return;
    case "L":
      pdf.lineTo(segment[1], segment[2]);
      return;
    case "C":
      pdf.bezierCurveTo(segment[1], segment[2], segment[3], segment[4], segment[5], segment[6]);
      return;
    case "Z":
      pdf.closePath();
  }
}

function paintPath(pdf: PdfDocument, paint: Paint, opacity: number, traceShape: () => void): void {
  const { fill, fillOpacity, stroke, strokeWidth, dash } = paint;
  const hasStroke = stroke !== null && strokeWidth > 0;
  if (fill === null && !hasStroke) return;
  if (fill !== null) {
    pdf.fillColor(fill);
    pdf.fillOpacity(fillOpacity * opacity);
  }
  if (hasStroke) {
    pdf.strokeColor(stroke);
    pdf.strokeOpacity(opacity);
    pdf.lineWidth(strokeWidth);
    if (dash.length > 0) pdf.dash([...dash], { phase: 0 });
  }
  traceShape();
  if (fill !== null && hasStroke) pdf.fillAndStroke();
  else if (hasStroke) pdf.stroke();
  else pdf.fill();
  if (hasStroke && dash.length > 0) pdf.undash();
}

function paintText(pdf: PdfDocument, text: PictureText, opacity: number): void {
  pdf.font(fontName(text.weight), text.sizePx);
  pdf.fillColor(text.fill);
  pdf.fillOpacity(opacity);
  for (const line of text.lines) {
    const words = drawable(line.text);
    if (words === "") continue;
    const x = lineLeft(text, line.width);
    if (text.italic) {
      pdf.save();
      pdf.transform(1, 0, -slant, 1, line.y * slant, 0);
    }
    pdf.text(words, x, line.y, { lineBreak: false, baseline: "alphabetic" });
    if (text.italic) pdf.restore();
  }
}

/** Without controls, and with a sign for halves of pairs: fonts have neither. */
function drawable(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, "\uFFFD")
    .replace(/\p{Cc}/gu, " ")
    .trimEnd();
}
