import { cardMetrics } from "#shared/diagram/index.ts";
import { freePlace } from "#shared/layout/index.ts";
import {
  type CardId,
  getAs,
  type MapView as MapContents,
  type Point,
  type Ref,
} from "#shared/model/index.ts";
import type { LinkIntent } from "../../state/map-ui-store.ts";
import type { CanvasScene } from "../scene/canvas-scene.ts";
import type { MapView } from "./map-view.ts";

/** About the height of a card with one line, in canvas pixels. */
export const newCardHeightPx = 68;
/** How far to the side of its target a new reason is put; leaves room for the word on the line. */
const reasonGapPx = 112;
const belowGapPx = 24;

/** A free place for a new card near the middle of the screen, in canvas pixels. */
export function newCardPlace(view: MapView, scene: CanvasScene): Point {
  const { x, y, width, height } = view.seen();
  const size = { width: cardMetrics.widthOf.question, height: newCardHeightPx };
  const near: Point = [x + (width - size.width) / 2, y + (height - size.height) / 2];
  return freePlace(near, size, (box) => scene.inView(box).cards.length > 0);
}

/** To the right of a card, where its reasons stand; level with what is linked; below a step that is argued about. */
export function placeBeside(map: MapContents, scene: CanvasScene, from: Ref, intent: LinkIntent): Point {
  const size = {
    width: cardMetrics.widthOf[intent === "part" ? "question" : "claim"],
    height: newCardHeightPx,
  };
  return freePlace(nearPoint(map, scene, from, intent), size, (box) => scene.inView(box).cards.length > 0);
}

/** Right below a card, for one that stands beside it in the argument. */
export function placeBelow(scene: CanvasScene, card: CardId): Point {
  const rect = scene.rectOf(card);
  const size = { width: cardMetrics.widthOf.question, height: newCardHeightPx };
  const near: Point = rect ? [rect.x, rect.y + rect.height + belowGapPx] : [0, 0];
  return freePlace(near, size, (box) => scene.inView(box).cards.length > 0);
}

function nearPoint(map: MapContents, scene: CanvasScene, from: Ref, intent: LinkIntent): Point {
  if (from.type === "card") {
    const rect = scene.rectOf(from.id);
    return rect ? [rect.x + rect.width + reasonGapPx, rect.y] : [0, 0];
  }
  const premises = getAs(map, "argument", from.id)?.premises ?? [];
  const bounds = scene.bounds(premises);
  if (intent === "with" && bounds) return [bounds.x, bounds.y + bounds.height + 12];
  const joint = scene.jointOf(from.id) ?? [0, 0];
  return bounds ? [bounds.x, bounds.y + bounds.height + 40] : [joint[0], joint[1] + 60];
}
