import type { Point } from "#shared/model/records.ts";
import { type Curve, pointOnCurve } from "./curve.ts";

/** Straight pieces a curve is taken for: its bends are gentle, so this is exact to a pixel or two. */
const pieces = 16;

/** How far a point is from a curve, in canvas pixels. */
export function distanceToCurve(curve: Curve, at: Point): number {
  let nearest = Infinity;
  let from = curve.from;
  for (let piece = 1; piece <= pieces; piece += 1) {
    const to = pointOnCurve(curve, piece / pieces);
    nearest = Math.min(nearest, distanceToSegment(from, to, at));
    from = to;
  }
  return nearest;
}

function distanceToSegment([ax, ay]: Point, [bx, by]: Point, [x, y]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length));
  return Math.hypot(x - ax - t * dx, y - ay - t * dy);
}
