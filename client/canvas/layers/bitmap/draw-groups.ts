import type { GroupId } from "#shared/model/index.ts";
import { regionOf } from "../region.ts";
import type { Brush, Picture } from "./picture.ts";

const radiusPx = 14;
const edgePx = 1.5;
/** How much of its colour a region shows, over what lies behind it. */
const strength = 0.6;
/** Draws the named regions. */
export function drawGroups({ context, zoom }: Brush, picture: Picture, ids: readonly GroupId[]): void {
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
  }
}
