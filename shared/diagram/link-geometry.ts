import type { Point } from "#shared/model/records.ts";
import {
  type Arrowhead,
  arrowhead,
  arrowheadAt,
  type Curve,
  curveBetween,
  curveBounds,
  type Direction,
  hangingCurve,
  pointOnCurve,
} from "./curve.ts";
import { type Axis, centerOf, type Rect, unionRect } from "./rect.ts";

/** Measures of links in canvas pixels. */
export const linkMetrics = {
  strokePx: 1.75,
  /** For answers and parts of questions, which only say what belongs where. */
  quietStrokePx: 1.25,
  /** The chip with the word ("because"), drawn around a joint. */
  chip: { widthPx: 84, heightPx: 24 },
  /** The longest way from premises to their joint. */
  maxStemPx: 64,
  /** How far the joint of a long link leans out, and at what offset of its target by half as much. */
  maxLeanPx: 44,
  halfLeanPx: 200,
  /** A gap this wide takes a joint; with it, links leave cards sideways rather than up or down. */
  minGapPx: 40,
  /** Arrows end at least this far from a corner. */
  cornerPx: 14,
  /** At this offset an arrow ends half way between the middle of a side and its corner. */
  halfSpreadPx: 200,
  /** What stands below a card and in from its left edge by this much hangs on it: its link runs down the indent. */
  indent: { minPx: 16, maxPx: 120 },
  /** Of a hanging argument: how far its joint is above its premises, and in from their left edge. */
  hangingJoint: { abovePx: 26, inPx: 50 },
} as const;

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

/** How a relation without a joint is drawn; `tail` is there where it points both ways. */
export type LinkGeometry = Readonly<{
  path: Curve;
  head: Arrowhead;
  tail: Arrowhead | null;
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
  const arrow = curveBetween(joint, arriving, backFrom(tip, arriving), arriving);
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
  return assemble(joint, stems, hangingCurve(joint, backFrom(tip, [0, -1])), arrowheadAt(tip, [0, -1]));
}

function assemble(joint: Point, stems: readonly Curve[], arrow: Curve, head: Arrowhead): ArgumentGeometry {
  const bounds = unionRect(jointBox(joint), ...[...stems, arrow].map(curveBounds), headBounds(head));
  return { joint, stems, arrow, head, label: joint, bounds };
}

/** The geometry of a relation from one box to another: an answer to its question, a question to its parent. O(1). */
export function linkGeometry(from: Rect, to: Rect): LinkGeometry {
  return hangsOn(from, to) ? hangingLink(from, to) : boxToBox(from, to, false);
}

/** The geometry of a conflict: an arrow with two heads. O(1). */
export function conflictGeometry(a: Rect, b: Rect): LinkGeometry {
  return boxToBox(a, b, true);
}

/** The box of the chip around a joint; what points at a joint ends at its border. */
export function jointBox([x, y]: Point): Rect {
  const { widthPx, heightPx } = linkMetrics.chip;
  return { x: x - widthPx / 2, y: y - heightPx / 2, width: widthPx, height: heightPx };
}

/** Where the joint of premises is when nothing is known of their target: to their left, as in a tidy map. */
export function restingJoint(premises: readonly [Rect, ...Rect[]]): Point {
  const group = unionRect(...premises);
  return [group.x - linkMetrics.maxStemPx, group.y + group.height / 2];
}

/** Whether a box stands below another and a little in from its left edge, as sections do in a compact layout. */
function hangsOn(box: Rect, head: Rect): boolean {
  const { minPx, maxPx } = linkMetrics.indent;
  const indent = box.x - head.x;
  return box.y >= head.y + head.height + linkMetrics.cornerPx && indent >= minPx && indent <= maxPx;
}

function hangingTip(box: Rect, head: Rect): Point {
  return [head.x + Math.min((box.x - head.x) / 2, linkMetrics.indent.minPx + 4), head.y + head.height];
}

function hangingLink(from: Rect, to: Rect): LinkGeometry {
  // Level with the card's first line, like an item of a list.
  const start: Point = [from.x, from.y + Math.min(from.height / 2, 24)];
  const tip = hangingTip(from, to);
  const path = hangingCurve(start, backFrom(tip, [0, -1]));
  const head = arrowheadAt(tip, [0, -1]);
  const bounds = unionRect(curveBounds(path), headBounds(head));
  return { path, head, tail: null, label: pointOnCurve(path, 0.5), bounds };
}

function boxToBox(from: Rect, to: Rect, bothWays: boolean): LinkGeometry {
  const towards = directionBetween(from, to);
  const start = borderPoint(from, towards, centerOf(to));
  const end = borderPoint(to, opposite(towards), centerOf(from));
  const back = opposite(towards);
  const path = curveBetween(
    bothWays ? backFrom(start, back) : start,
    towards,
    backFrom(end, towards),
    towards,
  );
  const head = arrowheadAt(end, towards);
  const tail = bothWays ? arrowheadAt(start, back) : null;
  const boxes = [curveBounds(path), headBounds(head), ...(tail ? [headBounds(tail)] : [])] as const;
  return { path, head, tail, label: pointOnCurve(path, 0.5), bounds: unionRect(...boxes) };
}

/**
 * Which way to go from one box to another: sideways where the gap takes a joint, since tidy maps run left to right;
 * else up or down; else along the wider gap.
 */
function directionBetween(from: Rect, to: Rect): Direction {
  const gapX = Math.max(to.x - (from.x + from.width), from.x - (to.x + to.width));
  const gapY = Math.max(to.y - (from.y + from.height), from.y - (to.y + to.height));
  const axis: Axis =
    gapX >= linkMetrics.minGapPx
      ? "horizontal"
      : gapY >= linkMetrics.minGapPx || gapY > gapX
        ? "vertical"
        : "horizontal";
  const [fromX, fromY] = centerOf(from);
  const [toX, toY] = centerOf(to);
  if (axis === "horizontal") return [toX < fromX ? -1 : 1, 0];
  return [0, toY < fromY ? -1 : 1];
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
 * then its own joint goes into that gutter too, and the arrow runs straight along it.
 */
function gutterJoint(group: Rect, [x, y]: Point): Point | null {
  const away = Math.max(group.x - x, x - (group.x + group.width));
  const [, middle] = centerOf(group);
  const isClear = Math.abs(middle - y) >= linkMetrics.chip.heightPx * 2;
  return away > 0 && away <= linkMetrics.maxStemPx && isClear ? [x, middle] : null;
}

/** The middle of a side, drawn towards `facing` without reaching a corner: links to one side keep their order. */
function borderPoint(box: Rect, [dx, dy]: Direction, facing: Point | null): Point {
  const [x, y] = centerOf(box);
  if (dx !== 0) return [dx < 0 ? box.x : box.x + box.width, facing ? spread(y, box.height, facing[1]) : y];
  return [facing ? spread(x, box.width, facing[0]) : x, dy < 0 ? box.y : box.y + box.height];
}

/** Nearer the middle the nearer `towards` is, never past `cornerPx`; strictly rising, so links do not cross. */
function spread(middle: number, length: number, towards: number): number {
  const room = Math.max(0, length / 2 - linkMetrics.cornerPx);
  const distance = towards - middle;
  return middle + (room * distance) / (Math.abs(distance) + linkMetrics.halfSpreadPx);
}

function opposite([dx, dy]: Direction): Direction {
  return [-dx as Direction[0], -dy as Direction[1]];
}

/** Lines end inside their arrowheads, so the tip stays sharp. */
function backFrom([x, y]: Point, [dx, dy]: Direction): Point {
  const inset = arrowhead.lengthPx - 2;
  return [x - dx * inset, y - dy * inset];
}

function headBounds([tip, left, right]: Arrowhead): Rect {
  const x = Math.min(tip[0], left[0], right[0]);
  const y = Math.min(tip[1], left[1], right[1]);
  return {
    x,
    y,
    width: Math.max(tip[0], left[0], right[0]) - x,
    height: Math.max(tip[1], left[1], right[1]) - y,
  };
}
