import { cardMetrics, type Rect } from "#shared/diagram/index.ts";
import type { CardId } from "#shared/model/index.ts";
import { zooms } from "../../view/frame-view.ts";
import type { Brush, Picture } from "./picture.ts";
import { canvasFont } from "./type.ts";

/** How far around a card what is drawn about it reaches at the most: ring, frame and name; canvas pixels. */
export const cardReachPx = 24;

/** Frames lie a little off the card, and are never thinner than two pixels of the screen. */
const offPx = 3;
const framePx = 2;
const name = { sizePx: 16, heightPx: 20, insetPx: 6, minZoom: 0.3 } as const;

/** What is about a card and not of it: that a search found it, and who else is there. */
export function drawMarks(brush: Brush, picture: Picture, id: CardId, rect: Rect): void {
  if (picture.isMarked(id)) drawFrame(brush, rect, picture.theme.tints.amber.border, 1.5);
  const mark = picture.markAt(id);
  if (!mark) return;
  drawFrame(brush, rect, mark.color, 1);
  // Nearer, the name is an element, which says more.
  if (brush.zoom < name.minZoom || brush.zoom >= zooms.readable) return;
  const { context } = brush;
  context.font = canvasFont(500, name.sizePx);
  context.textAlign = "left";
  const width = Math.min(rect.width, context.measureText(mark.name).width + 2 * name.insetPx);
  context.fillStyle = mark.color;
  context.fillRect(rect.x + name.insetPx, rect.y - name.heightPx, width, name.heightPx);
  context.fillStyle = "#ffffff";
  context.fillText(mark.name, rect.x + 2 * name.insetPx, rect.y - 5, width - 2 * name.insetPx);
}

function drawFrame({ context, zoom }: Brush, rect: Rect, color: string, weight: number): void {
  context.strokeStyle = color;
  context.lineWidth = weight * Math.max(framePx, framePx / zoom);
  context.beginPath();
  context.roundRect(
    rect.x - offPx,
    rect.y - offPx,
    rect.width + 2 * offPx,
    rect.height + 2 * offPx,
    cardMetrics.radiusPx + offPx,
  );
  context.stroke();
}
