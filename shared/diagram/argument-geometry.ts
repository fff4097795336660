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
import { hangingTip, hangsOn, isAbove } from "./hanging.ts";
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
  const gutter = target.type === "joint" && !fixedJoint ? gutterJoint(group, target.at) : null;
  const towards = directionBetween(group, box);
  const joint = fixedJoint ?? gutter?.joint ?? jointBetween(group, box, towards);
  const arriving: Direction = gutter?.arriving ?? towards;
  const leavingGroup: Direction = gutter?.leaving ?? towards;
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
  const towards: Direction = [0, isAbove(group, target) ? 1 : -1];
  const edgeOf = (box: Rect) => (towards[1] > 0 ? box.y + box.height : box.y);
  const joint: Point = [group.x + inPx, edgeOf(group) + towards[1] * abovePx];
  const tip = hangingTip(group, target);
  const stems = premises.map((premise) =>
    edgeOf(premise) === edgeOf(group)
      ? curveBetween([joint[0], edgeOf(premise)], towards, joint, towards)
      : curveBetween(borderPoint(premise, [-1, 0], null), [-1, 0], joint, [1, 0]),
  );
  return assemble(joint, stems, hangingCurve(joint, lineEnd(tip, towards)), arrowheadAt(tip, towards));
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

type Gutter = Readonly<{ joint: Point; leaving: Direction; arriving: Direction }>;

/**
 * An objection to a step often stands beside the step's premises, with the attacked joint in the same gutter between
 * levels: then its own joint goes into that gutter too, and the arrow runs straight along it. It leans towards what it
 * attacks, so as not to cover the joint of another argument from the same premises.
 */
function gutterJoint(group: Rect, [x, y]: Point): Gutter | null {
  const { maxStemPx, gutterLeanPx, chip } = linkMetrics;
  const [middleX, middleY] = centerOf(group);
  const awayX = Math.max(group.x - x, x - (group.x + group.width));
  const awayY = Math.max(group.y - y, y - (group.y + group.height));
  if (awayX > 0 && awayX <= maxStemPx) {
    const toY = y > middleY ? 1 : -1;
    const isClear = Math.abs(middleY - y) >= gutterLeanPx + 1.5 * chip.heightPx;
    const joint: Point = [x, middleY + toY * gutterLeanPx];
    return isClear ? { joint, leaving: [x < group.x ? -1 : 1, 0], arriving: [0, toY] } : null;
  }
  const toX = x > middleX ? 1 : -1;
  const isClear = Math.abs(middleX - x) >= gutterLeanPx + 1.5 * chip.widthPx;
  return awayY > 0 && awayY <= maxStemPx && isClear
    ? { joint: [middleX + toX * gutterLeanPx, y], leaving: [0, y < group.y ? -1 : 1], arriving: [toX, 0] }
    : null;
}
