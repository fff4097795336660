/** Shapes and connectors of a slide as DrawingML. Lengths come in canvas pixels of the slide (96 an inch). */
import type { Rect } from "#shared/diagram/index.ts";
import { escapeXmlText, xmlAttributes } from "../xml/index.ts";
import { hex } from "./colors.ts";

const thinLinePx = 1;
const lineBreak = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/u;

/** English Metric Units in a pixel of the slide. */
const emuPerPixel = 9525;
/** Points in a pixel of the slide, in the hundredths that sizes are written in. */
const centipointsPerPixel = 75;
/** The smallest type that the format can write: one point. */
export const minFontPx: number = 100 / centipointsPerPixel;

export type SlideRun = Readonly<{ text: string; color: string; isBold: boolean; isItalic: boolean }>;
export type SlideParagraph = Readonly<{
  runs: readonly SlideRun[];
  sizePx: number;
  lineHeightPx: number;
  spaceBeforePx: number;
}>;

export type SlideShape = Readonly<{
  /** Distinct within the slide, from 2: connectors are glued to it. */
  id: number;
  name: string;
  box: Rect;
  shape: "rect" | "roundRect";
  /** Of a corner, in pixels. */
  radiusPx: number;
  fill: string | null;
  stroke: string | null;
  strokePx: number;
  dash: readonly number[];
  paragraphs: readonly SlideParagraph[];
  align: "left" | "center";
  anchor: "top" | "middle";
  insetPx: number;
}>;

/** The four places of a box that connectors can be glued to, as PowerPoint numbers them. */
export type Site = "top" | "left" | "bottom" | "right";
const siteNumbers: Readonly<Record<Site, number>> = { top: 0, left: 1, bottom: 2, right: 3 };

export type SlideConnector = Readonly<{
  id: number;
  name: string;
  from: Readonly<{ shape: SlideShape; site: Site }>;
  to: Readonly<{ shape: SlideShape; site: Site }>;
  color: string;
  strokePx: number;
  dash: readonly number[];
  /** From 0 to 1. */
  opacity: number;
  hasArrow: boolean;
  /** Straight, or round the left of what stands between: so far out. */
  bracketPx: number | null;
}>;

/** Where a site of a box is. */
export function siteOf({ x, y, width, height }: Rect, site: Site): readonly [x: number, y: number] {
  switch (site) {
    case "top":
      return [x + width / 2, y];
    case "left":
      return [x, y + height / 2];
    case "bottom":
      return [x + width / 2, y + height];
    case "right":
      return [x + width, y + height / 2];
  }
}

/** A shape with its text. */
export function shapeXml(shape: SlideShape): string {
  const { id, name, box, radiusPx, fill, stroke, strokePx, dash, insetPx } = shape;
  const inset = emu(insetPx);
  const round = Math.min(
    50_000,
    Math.round((radiusPx / Math.max(1, Math.min(box.width, box.height))) * 100_000),
  );
  const geometry =
    shape.shape === "rect"
      ? '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
      : `<a:prstGeom prst="roundRect"><a:avLst><a:gd name="adj" fmla="val ${round}"/></a:avLst></a:prstGeom>`;
  return (
    `<p:sp><p:nvSpPr><p:cNvPr${xmlAttributes({ id, name })}/><p:cNvSpPr/><p:nvPr/></p:nvSpPr>` +
    `<p:spPr>${frame(box)}${geometry}${fill === null ? "<a:noFill/>" : solid(fill)}${lineXml(stroke, strokePx, dash)}</p:spPr>` +
    `<p:txBody><a:bodyPr wrap="square" lIns="${inset}" tIns="${inset}" rIns="${inset}" bIns="${inset}" anchor="${shape.anchor === "top" ? "t" : "ctr"}"><a:normAutofit/></a:bodyPr><a:lstStyle/>` +
    (shape.paragraphs.length === 0
      ? "<a:p><a:endParaRPr/></a:p>"
      : shape.paragraphs.map((each) => paragraphXml(each, shape.align)).join("")) +
    "</p:txBody></p:sp>"
  );
}

/** A line whose ends stay with their shapes when these are moved. */
export function connectorXml(connector: SlideConnector): string {
  const { id, name, from, to } = connector;
  const [x1, y1] = siteOf(from.shape.box, from.site);
  const [x2, y2] = siteOf(to.shape.box, to.site);
  const box = {
    x: Math.min(x1, x2),
    y: Math.min(y1, y2),
    width: Math.abs(x2 - x1),
    height: Math.abs(y2 - y1),
  };
  const flips = xmlAttributes({ flipH: x2 < x1 ? 1 : undefined, flipV: y2 < y1 ? 1 : undefined });
  return (
    `<p:cxnSp><p:nvCxnSpPr><p:cNvPr${xmlAttributes({ id, name })}/><p:cNvCxnSpPr>` +
    `<a:stCxn id="${from.shape.id}" idx="${siteNumbers[from.site]}"/><a:endCxn id="${to.shape.id}" idx="${siteNumbers[to.site]}"/>` +
    `</p:cNvCxnSpPr><p:nvPr/></p:nvCxnSpPr><p:spPr>${frame(box, flips)}` +
    bendXml(connector.bracketPx, x2 - x1) +
    `${strokeXml(connector)}</p:spPr></p:cxnSp>`
  );
}

/** The bend is given in hundred-thousandths of the way from left to right, from where the line starts. */
function bendXml(bracketPx: number | null, way: number): string {
  if (bracketPx === null) return '<a:prstGeom prst="straightConnector1"><a:avLst/></a:prstGeom>';
  const width = Math.max(Math.abs(way), 1 / emuPerPixel);
  const bend = way < 0 ? width + bracketPx : -bracketPx;
  const share = Math.round((bend / width) * 100_000);
  return `<a:prstGeom prst="bentConnector3"><a:avLst><a:gd name="adj1" fmla="val ${share}"/></a:avLst></a:prstGeom>`;
}

/** Paragraphs of text without looks of their own: the notes of a slide. */
export function plainParagraphs(lines: readonly string[]): string {
  return lines
    .map((line) =>
      line === "" ? "<a:p/>" : `<a:p><a:r><a:rPr/><a:t>${escapeXmlText(line)}</a:t></a:r></a:p>`,
    )
    .join("");
}

function paragraphXml(paragraph: SlideParagraph, align: "left" | "center"): string {
  const size = Math.max(100, Math.round(paragraph.sizePx * centipointsPerPixel));
  const lineHeight = Math.max(100, Math.round(paragraph.lineHeightPx * centipointsPerPixel));
  const before = Math.round(paragraph.spaceBeforePx * centipointsPerPixel);
  const runs = paragraph.runs.flatMap((run) =>
    run.text.split(lineBreak).map((text, i) => `${i > 0 ? "<a:br/>" : ""}${runXml({ ...run, text }, size)}`),
  );
  return (
    `<a:p><a:pPr algn="${align === "left" ? "l" : "ctr"}"><a:lnSpc><a:spcPts val="${lineHeight}"/></a:lnSpc>` +
    `<a:spcBef><a:spcPts val="${before}"/></a:spcBef><a:buNone/></a:pPr>${runs.join("")}</a:p>`
  );
}

function runXml({ text, color, isBold, isItalic }: SlideRun, size: number): string {
  if (text === "") return "";
  const looks = xmlAttributes({ sz: size, b: isBold ? 1 : undefined, i: isItalic ? 1 : undefined });
  return `<a:r><a:rPr${looks}>${solid(color)}</a:rPr><a:t>${escapeXmlText(text)}</a:t></a:r>`;
}

function frame({ x, y, width, height }: Rect, flips = ""): string {
  return `<a:xfrm${flips}><a:off x="${emu(x)}" y="${emu(y)}"/><a:ext cx="${emu(width)}" cy="${emu(height)}"/></a:xfrm>`;
}

function solid(color: string, opacity = 1): string {
  const alpha = opacity < 1 ? `<a:alpha val="${Math.round(opacity * 100_000)}"/>` : "";
  return `<a:solidFill><a:srgbClr val="${hex(color)}">${alpha}</a:srgbClr></a:solidFill>`;
}

function lineXml(color: string | null, strokePx: number, dash: readonly number[]): string {
  if (color === null) return "<a:ln><a:noFill/></a:ln>";
  return strokeXml({ color, strokePx, dash, opacity: 1, hasArrow: false });
}

type Stroke = Pick<SlideConnector, "color" | "strokePx" | "dash" | "opacity" | "hasArrow">;

function strokeXml({ color, strokePx, dash, opacity, hasArrow }: Stroke): string {
  const [drawn = 0] = dash;
  const style = dash.length === 0 ? "solid" : drawn < 3 ? "sysDot" : "dash";
  // Programs do not draw heads smaller than for a line of some two points, so thin lines get the small one.
  const size = strokePx < thinLinePx ? "sm" : "med";
  return (
    `<a:ln w="${emu(strokePx)}">${solid(color, opacity)}<a:prstDash val="${style}"/><a:round/>` +
    `${hasArrow ? `<a:tailEnd type="triangle" w="${size}" len="${size}"/>` : ""}</a:ln>`
  );
}

function emu(px: number): number {
  return Math.round(px * emuPerPixel);
}
