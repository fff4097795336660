import { unreachable } from "#shared/lib/assert.ts";
import type {
  Paint,
  PathSegment,
  Picture,
  PictureGroup,
  PictureItem,
  PictureText,
} from "../picture/picture.ts";
import type { TextDirection } from "../text/text-direction.ts";
import { fontFamily } from "../tokens.ts";
import { xmlText } from "./xml-text.ts";

/** What an SVG carries along. */
export type SvgOptions = Readonly<{
  /** Style rules of the caller's own making that bring fonts along: never text of a map. */
  fontCss?: string;
}>;

/** Text is set without kerning and ligatures, as its lines were measured. */
const textStyle = "font-kerning:none;font-variant-ligatures:none;white-space:pre";

/** A picture as a whole SVG document; the same picture gives the same bytes. O(items). */
export function writeSvg(picture: Picture, { fontCss = "" }: SvgOptions = {}): string {
  const { width, height, title, description, lang, direction, ground } = picture;
  const out: string[] = [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<svg xmlns="http://www.w3.org/2000/svg" width="${number(width)}" height="${number(height)}"`,
    ` viewBox="0 0 ${number(width)} ${number(height)}" role="img" aria-labelledby="map-title map-description"`,
    lang === "" ? "" : ` lang="${xmlText(lang)}" xml:lang="${xmlText(lang)}"`,
    direction === "rtl" ? ' class="rtl"' : "",
    ` font-family="${xmlText(fontFamily.replaceAll('"', "'"))}" style="${textStyle}" xml:space="preserve">\n`,
    `<title id="map-title">${xmlText(title)}</title>\n`,
    `<desc id="map-description">${xmlText(description)}</desc>\n`,
  ];
  if (fontCss !== "") out.push(`<style>${xmlText(fontCss)}</style>\n`);
  if (ground !== null)
    out.push(`<rect class="ground" width="${number(width)}" height="${number(height)}" fill="${ground}"/>\n`);
  for (const item of picture.items) writeItem(item, out);
  out.push("</svg>\n");
  return out.join("");
}

function writeItem(item: PictureItem, out: string[]): void {
  switch (item.type) {
    case "group":
      writeGroup(item, out);
      return;
    case "link":
      out.push(`<a href="${xmlText(item.url)}" target="_blank" rel="noopener noreferrer">`);
      for (const inner of item.items) writeItem(inner, out);
      out.push("</a>\n");
      return;
    case "rect": {
      const { x, y, width, height, radius, paint } = item;
      const corner = radius > 0 ? ` rx="${number(radius)}"` : "";
      out.push(`<rect x="${number(x)}" y="${number(y)}" width="${number(width)}" height="${number(height)}"`);
      out.push(`${corner}${paintOf(paint)}/>\n`);
      return;
    }
    case "path":
      out.push(`<path d="${pathText(item.segments)}"${paintOf(item.paint)}/>\n`);
      return;
    case "text":
      writeText(item, out);
      return;
    default:
      unreachable(item);
  }
}

function writeGroup({ className, id, title, opacity, relation, items }: PictureGroup, out: string[]): void {
  out.push(`<g class="${xmlText(className)}"`);
  if (id !== null) {
    const kind = className.split(" ", 1)[0] ?? "";
    out.push(` id="${xmlText(`${kind}-${id}`)}" data-id="${xmlText(id)}"`);
  }
  if (relation !== null)
    out.push(` data-from="${xmlText(relation.from.join(" "))}" data-to="${xmlText(relation.to)}"`);
  out.push(opacity < 1 ? ` opacity="${number(opacity)}">\n` : ">\n");
  if (title !== null) out.push(`<title>${xmlText(title)}</title>\n`);
  for (const item of items) writeItem(item, out);
  out.push("</g>\n");
}

const anchors: Readonly<Record<PictureText["align"], string>> = {
  left: "",
  center: ' text-anchor="middle"',
  right: ' text-anchor="end"',
};

function writeText(text: PictureText, out: string[]): void {
  const { x, lines, sizePx, weight, italic, fill, direction, align } = text;
  out.push(`<text font-size="${number(sizePx)}" font-weight="${weight}" fill="${fill}"${anchors[align]}`);
  if (italic) out.push(' font-style="italic"');
  const [first, ...others] = lines;
  if (first && others.length === 0) {
    out.push(` x="${number(x)}" y="${number(first.y)}">${lineText(first.text, direction)}</text>\n`);
    return;
  }
  out.push(">");
  for (const line of lines)
    out.push(`<tspan x="${number(x)}" y="${number(line.y)}">${lineText(line.text, direction)}</tspan>`);
  out.push("</text>\n");
}

/**
 * The direction stands in the text (U+2067 … U+2069): rasterisers do not know the attribute, and those that do turn the
 * anchors round by it.
 */
function lineText(text: string, direction: TextDirection): string {
  return direction === "rtl" ? `\u2067${xmlText(text)}\u2069` : xmlText(text);
}

function paintOf({ fill, fillOpacity, stroke, strokeWidth, dash }: Paint): string {
  let text = ` fill="${fill ?? "none"}"`;
  if (fill !== null && fillOpacity < 1) text += ` fill-opacity="${number(fillOpacity)}"`;
  if (stroke === null || strokeWidth <= 0) return text;
  text += ` stroke="${stroke}" stroke-width="${number(strokeWidth)}" stroke-linecap="round" stroke-linejoin="round"`;
  return dash.length > 0 ? `${text} stroke-dasharray="${dash.map(number).join(" ")}"` : text;
}

function pathText(segments: readonly PathSegment[]): string {
  let text = "";
  for (const segment of segments) {
    if (segment[0] === "Z") text += "Z";
    else if (segment[0] === "C") {
      const [, x1, y1, x2, y2, x, y] = segment;
      text += `C${number(x1)} ${number(y1)} ${number(x2)} ${number(y2)} ${number(x)} ${number(y)}`;
    } else text += `${segment[0]}${number(segment[1])} ${number(segment[2])}`;
  }
  return text;
}

/** A hundredth of a pixel is finer than any screen and print, and keeps files small and alike. */
function number(value: number): string {
  const hundredths = Math.round(value * 100);
  if (!Number.isFinite(hundredths)) return "0";
  // Adding nothing turns -0 into 0.
  return String(hundredths / 100 + 0);
}
