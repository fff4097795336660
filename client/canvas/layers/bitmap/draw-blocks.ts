import type { Rect } from "#shared/diagram/index.ts";
import type { Card, CardId } from "#shared/model/index.ts";
import { type Item, rectOfItem } from "../../scene/spatial-index.ts";
import { colorsOf } from "./draw-cards.ts";
import { drawMarks } from "./draw-marks.ts";
import { type Brush, dimmedOpacity, type Picture } from "./picture.ts";

/** Narrower borders than this many screen pixels eat the block up. */
const minEdgePx = 14;
/** No block is smaller on the screen, or it would be gone. */
const leastPx = 1;
/** Blocks a path: as with lines, very long paths are slow. */
const blocksAPath = 512;

/** Draws cards as blocks of their colour; those of one colour together. */
export function drawBlocks(brush: Brush, picture: Picture, items: readonly Item[]): void {
  const byColor = new Map<string, Rect[]>();
  const edged = new Map<string, Rect[]>();
  const special: (readonly [CardId, Rect])[] = [];
  for (const item of items) {
    const card = picture.doc.get(item.id as CardId);
    if (card?.type !== "card") continue;
    const rect = rectOfItem(item);
    if (picture.isDimmed(card.id)) {
      drawDimmed(brush, picture, card, rect);
      continue;
    }
    const isEdged = rect.width * brush.zoom >= minEdgePx;
    const { surface, border } = colorsOf(picture, card);
    // Too small for a border, a white card would be lost on a pale ground: the border's colour then fills it.
    add(byColor, isEdged ? surface : fillFar(picture, card, border), rect);
    if (isEdged) add(edged, border, rect);
    if (isSpecial(brush, picture, card.id, rect)) special.push([card.id, rect]);
  }
  for (const [color, rects] of byColor) fillRects(brush, color, rects);
  brush.context.lineWidth = 1 / brush.zoom;
  for (const [color, rects] of edged) strokeRects(brush, color, rects);
  drawSpecial(brush, picture, special);
}

function isSpecial({ zoom }: Brush, picture: Picture, id: CardId, rect: Rect): boolean {
  if (picture.isSelected(id) || picture.isMarked(id) || picture.markAt(id) !== undefined) return true;
  return picture.onCard?.isSeen(picture, id, rect, zoom) ?? false;
}

function fillFar(picture: Picture, card: Card, border: string): string {
  return !card.color && card.kind === "question" ? picture.theme.cards.question.accent : border;
}

function drawDimmed({ context }: Brush, picture: Picture, card: Card, rect: Rect): void {
  context.globalAlpha = dimmedOpacity;
  context.fillStyle = colorsOf(picture, card).border;
  context.fillRect(rect.x, rect.y, rect.width, rect.height);
  context.globalAlpha = 1;
}

function drawSpecial(brush: Brush, picture: Picture, cards: readonly (readonly [CardId, Rect])[]): void {
  const { context, zoom } = brush;
  const ring = Math.max(2.5, 1.5 / zoom);
  context.lineWidth = ring;
  const selected = cards.filter(([id]) => picture.isSelected(id)).map(([, rect]) => rect);
  strokeRects(brush, picture.theme.selection, selected);
  for (const [id, rect] of cards) drawMarks(brush, picture, id, rect);
}

function fillRects(brush: Brush, color: string, rects: readonly Rect[]): void {
  brush.context.fillStyle = color;
  inPaths(brush, rects, () => brush.context.fill());
}

function strokeRects(brush: Brush, color: string, rects: readonly Rect[]): void {
  brush.context.strokeStyle = color;
  inPaths(brush, rects, () => brush.context.stroke());
}

function inPaths({ context, zoom }: Brush, rects: readonly Rect[], draw: () => void): void {
  for (let start = 0; start < rects.length; start += blocksAPath) {
    context.beginPath();
    for (const { x, y, width, height } of rects.slice(start, start + blocksAPath))
      context.rect(x, y, Math.max(width, leastPx / zoom), Math.max(height, leastPx / zoom));
    draw();
  }
}

function add(lists: Map<string, Rect[]>, key: string, rect: Rect): void {
  const known = lists.get(key);
  if (known) known.push(rect);
  else lists.set(key, [rect]);
}
