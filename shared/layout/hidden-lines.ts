import { pointOnCurve } from "#shared/diagram/curve.ts";
import {
  type Curve,
  conflictGeometry,
  curvesOf,
  geometryOf,
  jointBox,
  type LinkLookup,
  linkGeometry,
  type Rect,
} from "#shared/diagram/index.ts";
import type { CardId } from "#shared/model/ids.ts";
import { type PlainMap, recordsOf } from "#shared/model/plain-map.ts";
import { Obstacles } from "./obstacles.ts";

/** Points so far apart along a line stand for it, and no more of them on the longest lines; canvas pixels. */
const stepPx = 16;
const maxSteps = 64;
/** Lines touch the edges of cards where they begin and end, and words may. */
const edgePx = 4;
/** Fewer points than this below cards, and the eye goes on across the corner. */
const leastPoints = 2;

/** How many lines of a map could not be followed if its cards lay so: they, or their words, run below cards. O(lines). */
export function hiddenLines(map: PlainMap, rectOf: (id: CardId) => Rect | undefined): number {
  const cards = new Obstacles(recordsOf(map, "card").flatMap(({ id }) => shrunk(rectOf(id)) ?? []));
  const isTaken = (box: Rect) => !cards.near(box, 0)[Symbol.iterator]().next().done;
  let hidden = 0;
  for (const geometry of geometriesIn(map, rectOf)) {
    const points = curvesOf(geometry).flatMap(pointsAlong);
    const below = points.filter(([x, y]) => isTaken({ x, y, width: 0, height: 0 })).length;
    if (below >= leastPoints || isTaken(jointBox(geometry.label))) hidden += 1;
  }
  return hidden;
}

function shrunk(rect: Rect | undefined): Rect | undefined {
  return (
    rect && {
      x: rect.x + edgePx,
      y: rect.y + edgePx,
      width: rect.width - 2 * edgePx,
      height: rect.height - 2 * edgePx,
    }
  );
}

function pointsAlong(curve: Curve) {
  const length = Math.abs(curve.to[0] - curve.from[0]) + Math.abs(curve.to[1] - curve.from[1]);
  const steps = Math.min(maxSteps, Math.ceil(length / stepPx));
  return Array.from({ length: Math.max(0, steps - 1) }, (_, index) =>
    pointOnCurve(curve, (index + 1) / steps),
  );
}

function* geometriesIn(map: PlainMap, rectOf: (id: CardId) => Rect | undefined) {
  const lookup: LinkLookup = {
    argument: (id) => {
      const record = map.records.get(id);
      return record?.type === "argument" ? record : undefined;
    },
    cardBox: rectOf,
  };
  for (const { id } of recordsOf(map, "argument")) {
    const geometry = geometryOf(id, lookup);
    if (geometry) yield geometry;
  }
  for (const { id, answers, parent } of recordsOf(map, "card")) {
    const from = rectOf(id);
    for (const end of parent ? [...answers, parent] : answers) {
      const to = rectOf(end);
      if (from && to) yield linkGeometry(from, to);
    }
  }
  for (const { members } of recordsOf(map, "conflict")) {
    const [a, b] = [rectOf(members[0]), rectOf(members[1])];
    if (a && b) yield conflictGeometry(a, b);
  }
}
