import { cardMetrics, type Rect } from "#shared/diagram/index.ts";
import { freePlace, placeBeside, stepBeside } from "#shared/layout/index.ts";
import {
  type CardId,
  getAs,
  type MapView as MapContents,
  type Point,
  type Ref,
} from "#shared/model/index.ts";
import { linksTo } from "#shared/outline/index.ts";
import type { LinkIntent } from "../../state/map-ui-store.ts";
import type { CanvasScene } from "../scene/canvas-scene.ts";
import type { MapView } from "./map-view.ts";

/** About the height of a card with one line, in canvas pixels. */
export const newCardHeightPx = 68;
const belowGapPx = 24;

/** A free place for a new card near the middle of the screen, in canvas pixels. */
export function newCardPlace(view: MapView, scene: CanvasScene): Point {
  const { x, y, width, height } = view.seen();
  const size = { width: cardMetrics.widthOf.question, height: newCardHeightPx };
  const near: Point = [x + (width - size.width) / 2, y + (height - size.height) / 2];
  return freePlace(near, size, (box) => scene.inView(box).cards.length > 0);
}

/** Where one would put what speaks to a card or a step, or one more premise: after what does so already. */
export function placeForLinked(map: MapContents, scene: CanvasScene, from: Ref, intent: LinkIntent): Point {
  const size = {
    width: cardMetrics.widthOf[intent === "part" ? "question" : "claim"],
    height: newCardHeightPx,
  };
  const isTaken = (box: Rect) => scene.inView(box).cards.length > 0;
  const step = from.type === "card" ? undefined : getAs(map, "argument", from.id);
  const head = from.type === "card" ? scene.rectOf(from.id) : scene.bounds(step?.premises ?? []);
  if (!head) return freePlace([0, 0], size, isTaken);
  const siblings = speakersTo(map, from).flatMap((id) => scene.rectOf(id) ?? []);
  const target = step?.target.type === "card" ? scene.rectOf(step.target.id) : undefined;
  const beside = from.type === "card" ? "card" : intent === "with" ? "premise" : stepBeside(head, target);
  return placeBeside(head, siblings, beside, size, isTaken);
}

/** Right below a card, for one that stands beside it in the argument. */
export function placeBelow(scene: CanvasScene, card: CardId): Point {
  const rect = scene.rectOf(card);
  const size = { width: cardMetrics.widthOf.question, height: newCardHeightPx };
  const near: Point = rect ? [rect.x, rect.y + rect.height + belowGapPx] : [0, 0];
  return freePlace(near, size, (box) => scene.inView(box).cards.length > 0);
}

/** The cards that speak to it directly: premises, and what answers it, is part of it or was raised by it. */
function speakersTo(map: MapContents, to: Ref): readonly CardId[] {
  return linksTo(map, to).flatMap(({ relation, card }) => (relation === "conflict" ? [] : card));
}
