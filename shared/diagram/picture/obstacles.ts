import { pointOnCurve } from "../curve.ts";
import { curvesOf } from "../curves-of.ts";
import { jointBox } from "../link-metrics.ts";
import { boxAround } from "../rect.ts";
import { grantedBox } from "./granted-box.ts";
import { Occupied } from "./occupied.ts";
import { PointsNear } from "./points-near.ts";
import type { MapScene, SceneLink } from "./scene.ts";

/** What small words beside a line have to keep off. */
export type Obstacles = Readonly<{
  /** Cards, words on lines, arrowheads; what finds a place is added. */
  taken: Occupied;
  /** Made when first asked for: only maps that name kinds of inference need it. */
  lines: () => PointsNear;
}>;

/** All that is in the way on a map. O(map). */
export function obstaclesOf({ cards, links }: MapScene): Obstacles {
  const taken = new Occupied();
  for (const { card, rect } of cards) {
    taken.add(rect);
    if (card.granted) taken.add(grantedBox(rect));
  }
  for (const { geometry } of links) {
    taken.add(jointBox(geometry.label));
    taken.add(boxAround(geometry.head));
    if ("tail" in geometry && geometry.tail) taken.add(boxAround(geometry.tail));
  }
  let drawn: PointsNear | undefined;
  return {
    taken,
    lines: () => {
      drawn ??= linesOf(links);
      return drawn;
    },
  };
}

/** Points along a line stand for it: nearer each other than a line of small type is high, but on the longest lines. */
const stepPx = 10;
const maxSteps = 200;

function linesOf(links: readonly SceneLink[]): PointsNear {
  const lines = new PointsNear();
  for (const { geometry } of links) {
    for (const curve of curvesOf(geometry)) {
      const [width, height] = [curve.to[0] - curve.from[0], curve.to[1] - curve.from[1]];
      const steps = Math.min(maxSteps, Math.ceil((Math.abs(width) + Math.abs(height)) / stepPx));
      for (let step = 1; step < steps; step += 1) {
        const [x, y] = pointOnCurve(curve, step / steps);
        lines.add(x, y);
      }
    }
  }
  return lines;
}
