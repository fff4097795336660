import { cardMetrics } from "#shared/diagram/index.ts";
import { freePlace } from "#shared/layout/index.ts";
import type { Point } from "#shared/model/index.ts";
import { newCardHeightPx } from "../canvas-actions.ts";
import type { CanvasScene } from "../scene/canvas-scene.ts";
import type { MapView } from "./map-view.ts";

/** A free place for a new card near the middle of the screen, in canvas pixels. */
export function newCardPlace(view: MapView, scene: CanvasScene): Point {
  const { x, y, width, height } = view.seen();
  const size = { width: cardMetrics.widthOf.question, height: newCardHeightPx };
  const near: Point = [x + (width - size.width) / 2, y + (height - size.height) / 2];
  return freePlace(near, size, (box) => scene.inView(box).cards.length > 0);
}
