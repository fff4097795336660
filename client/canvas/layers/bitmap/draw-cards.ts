import { type CardBox, cardMetrics, type Rect, type TextBlock } from "#shared/diagram/index.ts";
import { textDirection } from "#shared/diagram/text/text-direction.ts";
import type { Card, CardId } from "#shared/model/index.ts";
import { drawMarks } from "./draw-marks.ts";
import { drawSign } from "./draw-sign.ts";
import type { Level } from "./level.ts";
import { type Brush, dimmedOpacity, type Picture } from "./picture.ts";
import { titleLines } from "./title-lines.ts";
import { baselineOf, canvasFont } from "./type.ts";

const { paddingPx, headerHeightPx, header, radiusPx, borderPx } = cardMetrics;
const signPx = 13;
const signGapPx = 5;
/** The air around a large title, in canvas pixels. */
const titleInset = { x: 10, y: 7 } as const;

/** Draws cards as the page shows them: whole, or with their title large in their place. */
export function drawCards(
  brush: Brush,
  picture: Picture,
  ids: readonly CardId[],
  level: Exclude<Level, "block">,
): void {
  const { context } = brush;
  context.textBaseline = "alphabetic";
  for (const id of ids) {
    const card = picture.doc.get(id);
    const rect = picture.scene.rectOf(id);
    const box = picture.scene.boxOf(id);
    if (card?.type !== "card" || !rect || !box) continue;
    const isDimmed = picture.isDimmed(id);
    if (isDimmed) drawGroundOf(context, picture, rect);
    context.globalAlpha = isDimmed ? dimmedOpacity : 1;
    drawSurface(brush, picture, card, rect);
    if (level === "full") drawText(context, picture, card, box, rect);
    else drawTitle(brush, picture, card, rect);
    drawMarks(brush, picture, id, rect);
  }
  context.globalAlpha = 1;
}

/** Below a pale card, so that no line is seen through what it says. */
function drawGroundOf(context: CanvasRenderingContext2D, { theme }: Picture, rect: Rect): void {
  context.globalAlpha = 1;
  context.beginPath();
  context.roundRect(rect.x, rect.y, rect.width, rect.height, radiusPx);
  context.fillStyle = theme.background;
  context.fill();
}

/** Surface and border, tinted where somebody tinted the card. */
export function colorsOf(picture: Picture, card: Card): Readonly<{ surface: string; border: string }> {
  return card.color ? picture.theme.tints[card.color] : picture.theme.cards[card.kind];
}

function drawSurface({ context, zoom }: Brush, picture: Picture, card: Card, rect: Rect): void {
  const { surface, border } = colorsOf(picture, card);
  const isSelected = picture.isSelected(card.id);
  const ring = Math.max(borderPx + 1.5, 2 / zoom);
  const inset = borderPx / 2;
  context.beginPath();
  context.roundRect(
    rect.x + inset,
    rect.y + inset,
    rect.width - borderPx,
    rect.height - borderPx,
    radiusPx - inset,
  );
  context.fillStyle = surface;
  context.fill();
  context.strokeStyle = isSelected ? picture.theme.selection : border;
  context.lineWidth = isSelected ? ring : Math.max(borderPx, 0.75 / zoom);
  context.stroke();
}

function drawText(
  context: CanvasRenderingContext2D,
  picture: Picture,
  card: Card,
  box: CardBox,
  rect: Rect,
): void {
  // As on the page, where the border lies around what the card holds.
  const [x, y, width] = [rect.x + borderPx, rect.y + borderPx, box.width - 2 * borderPx];
  const { accent } = picture.theme.cards[card.kind];
  const { text, textMuted } = picture.theme;
  const top = y + paddingPx;
  const headLine = baselineOf(top, headerHeightPx, header.sizePx);
  context.strokeStyle = accent;
  drawSign(context, card.kind, x + paddingPx, top + (headerHeightPx - signPx) / 2, signPx);
  context.font = canvasFont(header.weight, header.sizePx);
  context.textAlign = "left";
  context.fillStyle = accent;
  context.fillText(picture.kindWord(card.kind), x + paddingPx + signPx + signGapPx, headLine);
  if (box.title) {
    context.fillStyle = textMuted;
    context.textAlign = "right";
    context.fillText(box.title, x + width - paddingPx, headLine);
  }
  if (card.text === "") {
    const empty = { ...box.text, lines: [picture.emptyText(card.kind)] };
    drawBlock(context, empty, x, y, width, textMuted, false);
  } else {
    drawBlock(context, box.text, x, y, width, text, textDirection(card.text) === "rtl");
  }
  box.citations.forEach((citation, index) => {
    context.fillStyle = picture.theme.cards.evidence.border;
    context.fillRect(x + paddingPx, y + citation.y, width - 2 * paddingPx, cardMetrics.hairlinePx);
    const isRtl = textDirection(card.citations[index]?.quote ?? "") === "rtl";
    drawBlock(context, citation.quote, x, y, width, text, isRtl);
    const isSourceRtl = textDirection(citation.source.lines[0] ?? "") === "rtl";
    drawBlock(context, citation.source, x, y, width, textMuted, isSourceRtl);
  });
  drawBlock(context, box.tags, x, y, width, textMuted, textDirection(card.tags[0] ?? "") === "rtl");
}

function drawBlock(
  context: CanvasRenderingContext2D,
  { y: top, style, lines }: TextBlock,
  x: number,
  y: number,
  width: number,
  color: string,
  isRtl: boolean,
): void {
  if (lines.length === 0) return;
  context.font = canvasFont(style.weight, style.sizePx);
  context.fillStyle = color;
  context.textAlign = isRtl ? "right" : "left";
  context.direction = isRtl ? "rtl" : "ltr";
  const at = isRtl ? x + width - paddingPx : x + paddingPx;
  lines.forEach((line, index) => {
    if (line === "") return;
    const lineTop = y + top + index * style.lineHeightPx;
    context.fillText(line, at, baselineOf(lineTop, style.lineHeightPx, style.sizePx));
  });
  context.direction = "ltr";
}

function drawTitle({ context, zoom }: Brush, picture: Picture, card: Card, rect: Rect): void {
  const taken = picture.onCard?.takes(picture, card.id, rect, zoom) ?? 0;
  const room = taken === 0 ? rect : { ...rect, height: rect.height - taken };
  const title = titleLines(card, room, picture.levels.titleSizeAt(zoom), titleInset);
  const isRtl = textDirection(title.lines[0] ?? "") === "rtl";
  context.font = canvasFont(title.weight, title.sizePx);
  context.fillStyle = picture.theme.text;
  context.textAlign = isRtl ? "right" : "left";
  context.direction = isRtl ? "rtl" : "ltr";
  const at = isRtl ? rect.x + rect.width - titleInset.x : rect.x + titleInset.x;
  title.lines.forEach((line, index) => {
    const top = rect.y + title.top + index * title.lineHeightPx;
    context.fillText(line, at, baselineOf(top, title.lineHeightPx, title.sizePx));
  });
  context.direction = "ltr";
}
