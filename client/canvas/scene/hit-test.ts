import { jointBox, type Rect } from "#shared/diagram/index.ts";
import type { Point } from "#shared/model/index.ts";
import type { CanvasScene } from "./canvas-scene.ts";

/**
 * The card at a point, or else the word on a line there: what lies on top, as it is drawn. Costs what lies near.
 */
export function keyAt(scene: CanvasScene, [x, y]: Point, withWords: boolean): string | undefined {
  const { cards, links } = scene.inView({ x, y, width: 0, height: 0 });
  const card = cards.at(-1);
  if (card || !withWords) return card;
  return links.findLast((key) => {
    const placed = scene.linkOf(key);
    return placed !== undefined && holds(jointBox(placed.geometry.label), x, y);
  });
}

function holds(rect: Rect, x: number, y: number): boolean {
  return rect.x <= x && x <= rect.x + rect.width && rect.y <= y && y <= rect.y + rect.height;
}
