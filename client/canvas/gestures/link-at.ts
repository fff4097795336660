import { distanceToCurve } from "#shared/diagram/curve-distance.ts";
import { curvesOf, jointBox } from "#shared/diagram/index.ts";
import type { ArgumentId, Point } from "#shared/model/index.ts";
import type { CanvasScene } from "../scene/canvas-scene.ts";

/** How near to a line one must point, in screen pixels: lines are thin, and hands are not exact. */
const reachPx = 10;

/**
 * The argument whose line, or the word on it, is under a point or next to it; the nearest of those that `isMeant`.
 * Costs what lies near.
 */
export function argumentAt(
  scene: CanvasScene,
  at: Point,
  zoom: number,
  isMeant: (id: ArgumentId) => boolean,
): ArgumentId | null {
  const reach = reachPx / zoom;
  const [x, y] = at;
  const around = { x: x - reach, y: y - reach, width: 2 * reach, height: 2 * reach };
  let best: ArgumentId | null = null;
  let nearest = reach;
  for (const key of scene.inView(around).links) {
    const placed = scene.linkOf(key);
    if (placed?.link.kind !== "argument" || !isMeant(placed.link.key)) continue;
    const word = jointBox(placed.geometry.label);
    const isOnWord = x >= word.x && x <= word.x + word.width && y >= word.y && y <= word.y + word.height;
    const distance = isOnWord
      ? 0
      : Math.min(...curvesOf(placed.geometry).map((curve) => distanceToCurve(curve, at)));
    if (distance > nearest) continue;
    nearest = distance;
    best = placed.link.key;
  }
  return best;
}
