import type { Rect } from "#shared/diagram/index.ts";
import { fitText, measureText } from "#shared/diagram/text/measure-text.ts";
import { textDirection } from "#shared/diagram/text/text-direction.ts";
import type { CardId, GroupId } from "#shared/model/index.ts";
import { type Item, rectOfItem } from "../../scene/spatial-index.ts";
import { regionOf } from "../region.ts";
import type { Brush, Picture } from "./picture.ts";
import { canvasFont } from "./type.ts";

const padPx = 4;
/** Less room than this on the screen has place for no name. */
const leastRoomPx = 56;
/** A question's name reaches over its neighbours' columns, to this many canvas pixels, where nothing lies there. */
export const nameReachPx = 640;
/** From farther off, names of questions would lie over each other. */
export const minZoomForQuestions = 0.05;

/** Draws the names of regions at their upper edge, over what lies there. */
export function drawGroupNames(brush: Brush, picture: Picture, ids: readonly GroupId[]): void {
  for (const id of ids) {
    const group = picture.doc.get(id);
    const bounds = picture.scene.groupBounds(id);
    if (group?.type !== "group" || !bounds) continue;
    const region = regionOf(bounds);
    const ground = picture.theme.tints[group.color ?? "grey"].surface;
    drawName(brush, picture, group.title || picture.untitledGroup, region, region.width, ground);
  }
}

/** Draws the names of questions, or of all cards, above their blocks, as far as there is room before the next card. */
export function drawQuestionNames(brush: Brush, picture: Picture, items: readonly Item[]): void {
  const { namePx, namesAll } = picture.levels;
  const heightPx = (namePx + 2 * padPx) / brush.zoom;
  for (const item of items) {
    const card = picture.doc.get(item.id as CardId);
    if (card?.type !== "card" || !(namesAll || card.kind === "question")) continue;
    const rect = rectOfItem(item);
    const strip = { x: rect.x, y: rect.y - heightPx, width: nameReachPx, height: heightPx * 0.9 };
    const room = roomIn(picture, strip, item.id);
    const words = card.title || card.text;
    if (words) drawName(brush, picture, words, rect, room, picture.theme.cards[card.kind].surface);
  }
}

/** How far to the right the strip is free of cards. */
function roomIn(picture: Picture, strip: Rect, own: string): number {
  let right = strip.x + strip.width;
  for (const { id, isCard, minX } of picture.scene.itemsIn(strip))
    if (isCard && id !== own) right = Math.min(right, minX);
  return right - strip.x;
}

function drawName(
  { context, zoom }: Brush,
  picture: Picture,
  words: string,
  at: Rect,
  room: number,
  ground: string,
): void {
  if (room * zoom < leastRoomPx) return;
  const font = { weight: 600, sizePx: picture.levels.namePx / zoom } as const;
  const pad = padPx / zoom;
  const text = fitText(words, font, room - 2 * pad);
  const width = measureText(text, font) + 2 * pad;
  const height = font.sizePx + 1.5 * pad;
  context.globalAlpha = 0.85;
  context.fillStyle = ground;
  context.beginPath();
  context.roundRect(at.x, at.y - height, width, height, pad);
  context.fill();
  context.globalAlpha = 1;
  context.font = canvasFont(font.weight, font.sizePx);
  context.fillStyle = picture.theme.text;
  context.textAlign = "left";
  context.direction = textDirection(text);
  context.fillText(text, at.x + pad, at.y - 1.4 * pad);
  context.direction = "ltr";
}
