import { cardMetrics, type Rect } from "#shared/diagram/index.ts";
import type { CardId } from "#shared/model/index.ts";
import { drawSign } from "./draw-sign.ts";
import { levelAt } from "./level.ts";
import type { Brush, Picture } from "./picture.ts";
import { canvasFont } from "./type.ts";

/** How far around a card what is drawn about it reaches at the most: ring, frame and name; canvas pixels. */
export const cardReachPx = 24;

/** Frames lie a little off the card, and are never thinner than two pixels of the screen. */
const offPx = 3;
const framePx = 2;
/** On the word of a line, which is narrow, a name may be as wide as this. */
const name = { sizePx: 16, heightPx: 20, insetPx: 6, minZoom: 0.3, leastPx: 160 } as const;

/** The numbers of cards hidden below and of open threads hang at the lower edge, as long as they can be read. */
const badge = {
  sizePx: 17,
  heightPx: 26,
  insetPx: 8,
  leftPx: 12,
  rightPx: 76,
  gapPx: 4,
  minZoom: 0.25,
} as const;

/**
 * How a card is held stands on its upper edge: as the page has it, or where its title is large a little higher and larger,
 * so that neither hides the other.
 */
const held = { leastPx: 20, mostPx: 30, screenPx: 11, gapPx: 4, rightPx: 10, upPx: 8 } as const;

/**
 * What is about a card and not of it: how it is held, what is hidden below, that a search found it, and who else is
 * there.
 */
export function drawMarks(brush: Brush, picture: Picture, id: CardId, rect: Rect): void {
  drawHeld(brush, picture, id, rect);
  const count = picture.countBelow(id);
  if (count > 0 && brush.zoom >= badge.minZoom) drawBadge(brush, picture, rect, belowText(count));
  const threads = picture.threadsOn(id);
  if (threads > 0 && brush.zoom >= badge.minZoom) drawBadge(brush, picture, rect, threadsText(threads), true);
  if (picture.isMarked(id)) drawFrame(brush, rect, picture.theme.mark, 1.5);
  picture.onCard?.draw(brush, picture, id, rect);
  drawMark(brush, picture, id, rect);
}

/** Who else is at a card, or what else is said of it or of a line: a frame, and the words on its upper edge. */
export function drawMark(brush: Brush, picture: Picture, key: string, rect: Rect): void {
  const mark = picture.markAt(key);
  if (!mark) return;
  drawFrame(brush, rect, mark.color, 1, mark.dash);
  // Nearer, the name is an element, which says more.
  if (brush.zoom < name.minZoom || brush.zoom >= picture.levels.readable) return;
  const { context } = brush;
  context.font = canvasFont(500, name.sizePx);
  context.textAlign = "left";
  const most = Math.max(rect.width, name.leastPx);
  const width = Math.min(most, context.measureText(mark.name).width + 2 * name.insetPx);
  context.fillStyle = mark.color;
  context.fillRect(rect.x + name.insetPx, rect.y - name.heightPx, width, name.heightPx);
  context.fillStyle = "#ffffff";
  context.fillText(mark.name, rect.x + 2 * name.insetPx, rect.y - 5, width - 2 * name.insetPx);
}

/** That it is pinned, or taken for granted. */
function drawHeld({ context, zoom }: Brush, { doc, theme, levels }: Picture, id: CardId, rect: Rect): void {
  const level = levelAt(zoom, levels);
  const card = doc.get(id);
  if (level === "block" || card?.type !== "card" || !(card.pinned || card.granted)) return;
  const sizePx = Math.min(held.mostPx, Math.max(held.leastPx, held.screenPx / zoom));
  const middle = level === "full" ? rect.y : rect.y - held.upPx;
  let right = rect.x + rect.width - held.rightPx;
  context.strokeStyle = theme.text;
  for (const sign of ["pinned", "granted"] as const) {
    if (!card[sign]) continue;
    context.beginPath();
    context.arc(right - sizePx / 2, middle, sizePx / 2, 0, 2 * Math.PI);
    context.fillStyle = theme.panel;
    context.fill();
    context.lineWidth = 1;
    context.stroke();
    const signPx = sizePx * 0.62;
    drawSign(context, sign, right - (sizePx + signPx) / 2, middle - signPx / 2, signPx);
    right -= sizePx + held.gapPx;
  }
}

/** What the numbers at the lower edge leave of it: how far from the card's left and right side it is taken. */
export function takenOnEdge(
  { context, zoom }: Brush,
  picture: Picture,
  id: CardId,
): Readonly<{ leftPx: number; rightPx: number }> {
  if (zoom < badge.minZoom) return { leftPx: 0, rightPx: 0 };
  context.font = canvasFont(600, badge.sizePx);
  const taken = (text: string) => context.measureText(text).width + 2 * badge.insetPx + badge.gapPx;
  const count = picture.countBelow(id);
  const threads = picture.threadsOn(id);
  return {
    leftPx: count > 0 ? badge.leftPx + taken(belowText(count)) : 0,
    rightPx: threads > 0 ? badge.rightPx + taken(threadsText(threads)) : 0,
  };
}

function belowText(count: number): string {
  return `+${count}`;
}

function threadsText(count: number): string {
  return `… ${count}`;
}

/** At the left of the lower edge, or at its right. */
function drawBadge({ context }: Brush, { theme }: Picture, rect: Rect, text: string, isRight = false): void {
  context.font = canvasFont(600, badge.sizePx);
  context.textAlign = "left";
  const width = context.measureText(text).width + 2 * badge.insetPx;
  const x = isRight ? rect.x + rect.width - badge.rightPx - width : rect.x + badge.leftPx;
  const y = rect.y + rect.height - badge.heightPx / 2;
  context.beginPath();
  context.roundRect(x, y, width, badge.heightPx, badge.heightPx / 2);
  context.fillStyle = theme.panel;
  context.fill();
  context.lineWidth = 1.5;
  context.strokeStyle = theme.text;
  context.stroke();
  context.fillStyle = theme.text;
  context.fillText(text, x + badge.insetPx, y + badge.heightPx - badge.insetPx);
}

function drawFrame(
  { context, zoom }: Brush,
  rect: Rect,
  color: string,
  weight: number,
  dash: readonly number[] = [],
): void {
  const width = weight * Math.max(framePx, framePx / zoom);
  context.strokeStyle = color;
  context.lineWidth = width;
  context.setLineDash(dash.map((part) => part * width));
  context.beginPath();
  context.roundRect(
    rect.x - offPx,
    rect.y - offPx,
    rect.width + 2 * offPx,
    rect.height + 2 * offPx,
    cardMetrics.radiusPx + offPx,
  );
  context.stroke();
  context.setLineDash([]);
}
