import type { Point } from "#shared/model/records.ts";
import type { ArgumentGeometry } from "./argument-geometry.ts";
import { type Arrowhead, type Curve, curveOf } from "./curve.ts";
import type { LinkGeometry } from "./link-geometry.ts";

/**
 * The geometry of a relation as numbers alone: a third of what the same takes as objects, for whoever keeps it of
 * every relation of a large map. First comes how many stems there are; 0 and -1 stand for a relation without a joint,
 * the latter for one that points both ways.
 */
export type PackedGeometry = readonly number[];

/** See `PackedGeometry`; `unpackGeometry` gives back an equal geometry. */
export function packGeometry(geometry: ArgumentGeometry | LinkGeometry): PackedGeometry {
  const { label, bounds, head } = geometry;
  const isArgument = "stems" in geometry;
  const numbers = [
    isArgument ? geometry.stems.length : geometry.tail ? -1 : 0,
    ...label,
    bounds.x,
    bounds.y,
    bounds.width,
    bounds.height,
  ];
  pushPoints(numbers, head);
  pushCurve(numbers, isArgument ? geometry.arrow : geometry.path);
  if (isArgument) for (const stem of geometry.stems) pushCurve(numbers, stem);
  else if (geometry.tail) pushPoints(numbers, geometry.tail);
  // A list that was added to keeps room for more; a copy takes what it needs.
  return numbers.slice();
}

/** The geometry that was packed. */
export function unpackGeometry(packed: PackedGeometry): ArgumentGeometry | LinkGeometry {
  const [kind = 0, x = 0, y = 0, left = 0, top = 0, width = 0, height = 0] = packed;
  const label: Point = [x, y];
  const bounds = { x: left, y: top, width, height };
  const head = headAt(packed, headStart);
  const main = curveAt(packed, curveStart);
  if (kind <= 0) {
    const tail = kind < 0 ? headAt(packed, restStart) : null;
    return { path: main, head, tail, label, bounds };
  }
  const stems = Array.from({ length: kind }, (_, index) => curveAt(packed, restStart + index * curveLength));
  return { joint: label, stems, arrow: main, head, label, bounds };
}

/** Whether two packed geometries are drawn alike. */
export function isSameGeometry(a: PackedGeometry, b: PackedGeometry): boolean {
  return a.length === b.length && a.every((number, index) => number === b[index]);
}

const curveLength = 8;
const headStart = 7;
const curveStart = headStart + 6;
const restStart = curveStart + curveLength;

function pushCurve(numbers: number[], { from, control1, control2, to }: Curve): void {
  pushPoints(numbers, [from, control1, control2, to]);
}

function pushPoints(numbers: number[], points: readonly Point[]): void {
  for (const [x, y] of points) numbers.push(x, y);
}

function curveAt(packed: PackedGeometry, start: number): Curve {
  return curveOf(
    pointAt(packed, start),
    pointAt(packed, start + 2),
    pointAt(packed, start + 4),
    pointAt(packed, start + 6),
  );
}

function headAt(packed: PackedGeometry, start: number): Arrowhead {
  return [pointAt(packed, start), pointAt(packed, start + 2), pointAt(packed, start + 4)];
}

function pointAt(packed: PackedGeometry, start: number): Point {
  return [packed[start] ?? 0, packed[start + 1] ?? 0];
}
