import type { Rect } from "#shared/diagram/index.ts";
import { rectsOverlap } from "#shared/diagram/rect.ts";
import type { CanvasScene } from "../../scene/canvas-scene.ts";
import { rectOfItem } from "../../scene/spatial-index.ts";

/**
 * How wide and how high a box about the same middle may be at the most so that it lies below no card. A card in the middle
 * leaves it as it is: nothing could be seen of it anyway. Costs what is there.
 */
export function roomAround(
  scene: Pick<CanvasScene, "itemsIn">,
  box: Rect,
): Readonly<Pick<Rect, "width" | "height">> {
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  let { width, height } = box;
  for (const item of scene.itemsIn(box)) {
    const card = rectOfItem(item);
    if (!item.isCard || !rectsOverlap(box, card)) continue;
    const away = {
      x: Math.max(card.x - x, x - (card.x + card.width)),
      y: Math.max(card.y - y, y - (card.y + card.height)),
    };
    if (away.x <= 0 && away.y <= 0) continue;
    // Of the two ways to keep off it, the one that takes less of the box.
    if (away.x / box.width >= away.y / box.height) width = Math.min(width, 2 * away.x);
    else height = Math.min(height, 2 * away.y);
  }
  return { width, height };
}
