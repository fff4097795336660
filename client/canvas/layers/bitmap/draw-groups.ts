import { fitText } from "#shared/diagram/text/measure-text.ts";
import type { GroupId } from "#shared/model/index.ts";
import { regionOf } from "../region.ts";
import type { Brush, Picture } from "./picture.ts";
import { canvasFont } from "./type.ts";

const radiusPx = 14;
const edgePx = 1.5;
/** How much of its colour a region shows, over what lies behind it. */
const strength = 0.6;
/** Names are this high on the screen, larger where they are near. */
const nameScreenPx = 12;
const nameCanvasPx = 12;
/** A region narrower than this on the screen has no room for a name. */
const minNamedPx = 60;

/** Draws the named regions, and their names where they have room. */
export function drawGroups(
  { context, zoom }: Brush,
  picture: Picture,
  ids: readonly GroupId[],
  isNamed: boolean,
): void {
  for (const id of ids) {
    const group = picture.doc.get(id);
    const bounds = picture.scene.groupBounds(id);
    if (group?.type !== "group" || !bounds) continue;
    const { surface, border } = picture.theme.tints[group.color ?? "grey"];
    const region = regionOf(bounds);
    context.beginPath();
    context.roundRect(region.x, region.y, region.width, region.height, radiusPx);
    context.globalAlpha = strength;
    context.fillStyle = surface;
    context.fill();
    context.globalAlpha = 1;
    context.strokeStyle = border;
    context.lineWidth = Math.max(edgePx, 1 / zoom);
    context.stroke();
    if (!isNamed || region.width * zoom < minNamedPx) continue;
    const sizePx = Math.max(nameCanvasPx, nameScreenPx / zoom);
    context.font = canvasFont(600, sizePx);
    context.fillStyle = picture.theme.text;
    context.textAlign = "left";
    const title = fitText(
      group.title || picture.untitledGroup,
      { weight: 600, sizePx },
      region.width - sizePx,
    );
    // Above the region where the name is too large for its head.
    const base = sizePx <= nameCanvasPx ? region.y + 20 : region.y - sizePx * 0.35;
    context.fillText(title, region.x + sizePx * 0.5, base);
  }
}
