import type { Point } from "#shared/model/records.ts";
import type { Rect } from "./rect.ts";

/** A cubic Bézier curve in canvas pixels; `d` is the same as SVG path data, written when asked for. */
export type Curve = Readonly<{ from: Point; control1: Point; control2: Point; to: Point; d: string }>;

/** A unit step along one axis: the way a curve leaves a border. */
export type Direction = readonly [dx: -1 | 0 | 1, dy: -1 | 0 | 1];

/** An arrowhead: the tip and the two ends of its base. */
export type Arrowhead = readonly [tip: Point, left: Point, right: Point];

/** The size of arrowheads in canvas pixels. */
export const arrowhead = { lengthPx: 9, widthPx: 8 } as const;

/** How far the handles of a curve reach, as a part of the way along the axis it leaves by. */
const reach = 0.5;
/** Keeps the bend visible where the ends are almost beside each other; in canvas pixels. */
const minReachPx = 12;
/** Keeps long links from swinging out. */
const maxReachPx = 160;

/** A curve that leaves `from` along `leaving` and arrives at `to` moving along `arriving`. */
export function curveBetween(from: Point, leaving: Direction, to: Point, arriving: Direction): Curve {
  const start = handle(from, to, leaving);
  const end = handle(from, to, arriving);
  const control1: Point = [from[0] + leaving[0] * start, from[1] + leaving[1] * start];
  const control2: Point = [to[0] - arriving[0] * end, to[1] - arriving[1] * end];
  return curveOf(from, control1, control2, to);
}

/** The curve with these ends and control points. */
export function curveOf(from: Point, control1: Point, control2: Point, to: Point): Curve {
  return new CubicCurve(from, control1, control2, to);
}

/** Few curves of a large map ever become path data, and then the text is what costs. */
class CubicCurve implements Curve {
  readonly from: Point;
  readonly control1: Point;
  readonly control2: Point;
  readonly to: Point;

  constructor(from: Point, control1: Point, control2: Point, to: Point) {
    this.from = from;
    this.control1 = control1;
    this.control2 = control2;
    this.to = to;
  }

  get d(): string {
    return pathData(this.from, this.control1, this.control2, this.to);
  }
}

/** How soon a hanging curve turns into its lane; canvas pixels. */
const bendPx = 32;

/** A curve that goes sideways from `from` into the lane of `to`, then straight along it. */
export function hangingCurve(from: Point, to: Point): Curve {
  const control1: Point = [to[0], from[1]];
  const turn = to[1] < from[1] ? Math.max(to[1], from[1] - bendPx) : Math.min(to[1], from[1] + bendPx);
  const control2: Point = [to[0], turn];
  return curveOf(from, control1, control2, to);
}

/** The arrowhead of something that arrives at `tip` moving along `arriving`. */
export function arrowheadAt(tip: Point, [dx, dy]: Direction): Arrowhead {
  const base: Point = [tip[0] - dx * arrowhead.lengthPx, tip[1] - dy * arrowhead.lengthPx];
  const half = arrowhead.widthPx / 2;
  return [tip, [base[0] - dy * half, base[1] + dx * half], [base[0] + dy * half, base[1] - dx * half]];
}

/** Where the line to an arrowhead ends: inside the head, so that the tip stays sharp. */
export function lineEnd([x, y]: Point, [dx, dy]: Direction): Point {
  const inset = arrowhead.lengthPx - 2;
  return [x - dx * inset, y - dy * inset];
}

/** The box around an arrowhead. */
export function arrowheadBounds([tip, left, right]: Arrowhead): Rect {
  const x = Math.min(tip[0], left[0], right[0]);
  const y = Math.min(tip[1], left[1], right[1]);
  return {
    x,
    y,
    width: Math.max(tip[0], left[0], right[0]) - x,
    height: Math.max(tip[1], left[1], right[1]) - y,
  };
}

/** The point at `t` (0…1) of a curve. */
export function pointOnCurve({ from, control1, control2, to }: Curve, t: number): Point {
  const u = 1 - t;
  const a = u * u * u;
  const b = 3 * u * u * t;
  const c = 3 * u * t * t;
  const d = t * t * t;
  return [
    a * from[0] + b * control1[0] + c * control2[0] + d * to[0],
    a * from[1] + b * control1[1] + c * control2[1] + d * to[1],
  ];
}

/** A box that holds the whole curve: the one around its control points, so at most a little large. */
export function curveBounds({ from, control1, control2, to }: Curve): Rect {
  const x = Math.min(from[0], control1[0], control2[0], to[0]);
  const y = Math.min(from[1], control1[1], control2[1], to[1]);
  const right = Math.max(from[0], control1[0], control2[0], to[0]);
  const bottom = Math.max(from[1], control1[1], control2[1], to[1]);
  return { x, y, width: right - x, height: bottom - y };
}

function handle(from: Point, to: Point, [dx, dy]: Direction): number {
  const along = Math.abs(dx * (to[0] - from[0]) + dy * (to[1] - from[1]));
  const across = Math.abs(dy * (to[0] - from[0]) + dx * (to[1] - from[1]));
  return Math.min(maxReachPx, Math.max(along * reach, Math.min(minReachPx, across)));
}

function pathData(from: Point, control1: Point, control2: Point, to: Point): string {
  return `M${pair(from)}C${pair(control1)} ${pair(control2)} ${pair(to)}`;
}

function pair([x, y]: Point): string {
  return `${round(x)},${round(y)}`;
}

/** A hundredth of a pixel is finer than any screen and keeps files small and stable. */
function round(value: number): number {
  return Math.round(value * 100) / 100;
}
