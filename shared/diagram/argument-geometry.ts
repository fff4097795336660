import type { Point } from "#shared/model/records.ts";
import { borderPoint, directionBetween, opposite } from "./border.ts";
import {
  type Arrowhead,
  arrowheadAt,
  arrowheadBounds,
  type Curve,
  curveBetween,
  curveBounds,
  type Direction,
  hangingCurve,
  lineEnd,
} from "./curve.ts";
import { hangingTip, hangsOn } from "./hanging.ts";
import { jointBox, linkMetrics } from "./link-metrics.ts";
import { centerOf, type Rect, unionRect } from "./rect.ts";

/** How one argument is drawn. A stem runs from each premise to the joint, the arrow from the joint to the target. */
export type ArgumentGeometry = Readonly<{
  joint: Point;
  /** In the order of the premises given. */
  stems: readonly Curve[];
  arrow: Curve;
  head: Arrowhead;
  /** The middle of the chip with the word. */
  label: Point;
  bounds: Rect;
}>;

/** What an argument points at: the box of a card, or the joint of another argument. */
export type ArgumentTarget = Readonly<{ type: "card"; box: Rect }> | Readonly<{ type: "joint"; at: Point }>;

/**
 * The geometry of an argument from the boxes of its premises, of which there must be one at least. The joint goes
 * into the gap before the target unless it is fixed. O(premises).
 */
export function argumentGeometry(
  premises: readonly [Rect, ...Rect[]],
  target: ArgumentTarget,
  fixedJoint?: Point,
): ArgumentGeometry {
  const group = unionRect(...premises);
  if (target.type === "card" && !fixedJoint && hangsOn(group, target.box))
    return hangingArgument(premises, group, target.box);
  const box = target.type === "card" ? target.box : jointBox(target.at);
  const inGutter = target.type === "joint" && !fixedJoint ? gutterJoint(group, target.at) : null;
  const towards = directionBetween(group, box);
  const joint = fixedJoint ?? inGutter ?? jointBetween(group, box, towards);
  const arriving: Direction = inGutter ? [0, inGutter[1] > box.y ? -1 : 1] : towards;
  const leavingGroup: Direction = inGutter ? [Math.sign(joint[0] - group.x) < 0 ? -1 : 1, 0] : towards;
  const stems = premises.map((premise) => {
    const from = borderPoint(premise, leavingGroup, null);
    return curveBetween(from, leavingGroup, joint, leavingGroup);
  });
  const tip = borderPoint(box, opposite(arriving), joint);
  const arrow = curveBetween(joint, arriving, lineEnd(tip, arriving), arriving);
  const head = arrowheadAt(tip, arriving);
  return assemble(joint, stems, arrow, head);
}

function hangingArgument(premises: readonly Rect[], group: Rect, target: Rect): ArgumentGeometry {
  const { abovePx, inPx } = linkMetrics.hangingJoint;
  const joint: Point = [group.x + inPx, group.y - abovePx];
  const tip = hangingTip(group, target);
  const stems = premises.map((premise) =>
    premise.y === group.y
      ? curveBetween([joint[0], premise.y], [0, -1], joint, [0, -1])
      : curveBetween(borderPoint(premise, [-1, 0], null), [-1, 0], joint, [1, 0]),
  );
  return assemble(joint, stems, hangingCurve(joint, lineEnd(tip, [0, -1])), arrowheadAt(tip, [0, -1]));
}

function assemble(joint: Point, stems: readonly Curve[], arrow: Curve, head: Arrowhead): ArgumentGeometry {
  const bounds = unionRect(jointBox(joint), ...[...stems, arrow].map(curveBounds), arrowheadBounds(head));
  return { joint, stems, arrow, head, label: joint, bounds };
}

/** Where the joint of premises is when nothing is known of their target: to their left, as in a tidy map. */
export function restingJoint(premises: readonly [Rect, ...Rect[]]): Point {
  const group = unionRect(...premises);
  return [group.x - linkMetrics.maxStemPx, group.y + group.height / 2];
}

/** In the gap, level with the premises, so that reasons for one target keep their joints apart. */
function jointBetween(group: Rect, target: Rect, [dx, dy]: Direction): Point {
  const [x, y] = centerOf(group);
  const [targetX, targetY] = centerOf(target);
  if (dx !== 0) {
    const side = dx < 0 ? group.x : group.x + group.width;
    const facing = dx < 0 ? target.x + target.width : target.x;
    const gap = (facing - side) * dx;
    return [side + dx * stemLength(gap), y + lean(gap, targetY - y)];
  }
  const side = dy < 0 ? group.y : group.y + group.height;
  const facing = dy < 0 ? target.y + target.height : target.y;
  const gap = (facing - side) * dy;
  return [x + lean(gap, targetX - x), side + dy * stemLength(gap)];
}

function stemLength(gap: number): number {
  return Math.min(linkMetrics.maxStemPx, gap / 2);
}

/**
 * A joint far from its target leans towards it, by less than the way to a neighbour's joint; so a premise that serves
 * a near and a far conclusion shows both chips.
 */
function lean(gap: number, offset: number): number {
  const { maxStemPx, maxLeanPx, halfLeanPx } = linkMetrics;
  return gap > 2 * maxStemPx ? (maxLeanPx * offset) / (Math.abs(offset) + halfLeanPx) : 0;
}

/**
 * An objection to a step often stands above or below the step's premises, with the attacked joint in the same gutter:
 * then its own joint goes into that gutter too, and the arrow runs straight along it. It leans towards what it attacks,
 * so as not to cover the joint of another argument from the same premises.
 */
function gutterJoint(group: Rect, [x, y]: Point): Point | null {
  const { maxStemPx, gutterLeanPx, chip } = linkMetrics;
  const away = Math.max(group.x - x, x - (group.x + group.width));
  const [, middle] = centerOf(group);
  const isClear = Math.abs(middle - y) >= gutterLeanPx + 1.5 * chip.heightPx;
  return away > 0 && away <= maxStemPx && isClear ? [x, middle + Math.sign(y - middle) * gutterLeanPx] : null;
}
