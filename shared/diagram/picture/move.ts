import type { Point } from "#shared/model/records.ts";
import type { ArgumentGeometry } from "../argument-geometry.ts";
import { type Arrowhead, type Curve, curveOf } from "../curve.ts";
import type { LinkGeometry } from "../link-geometry.ts";
import type { Rect } from "../rect.ts";

/** The same box elsewhere. */
export function moveRect({ x, y, width, height }: Rect, dx: number, dy: number): Rect {
  return { x: x + dx, y: y + dy, width, height };
}

/** The same line elsewhere. */
export function moveGeometry(
  geometry: ArgumentGeometry | LinkGeometry,
  dx: number,
  dy: number,
): ArgumentGeometry | LinkGeometry {
  const point = ([x, y]: Point): Point => [x + dx, y + dy];
  const curve = ({ from, control1, control2, to }: Curve): Curve =>
    curveOf(point(from), point(control1), point(control2), point(to));
  const head = ([tip, left, right]: Arrowhead): Arrowhead => [point(tip), point(left), point(right)];
  const common = {
    head: head(geometry.head),
    label: point(geometry.label),
    bounds: moveRect(geometry.bounds, dx, dy),
  };
  if ("stems" in geometry) {
    const { joint, stems, arrow } = geometry;
    return { ...common, joint: point(joint), stems: stems.map(curve), arrow: curve(arrow) };
  }
  return { ...common, path: curve(geometry.path), tail: geometry.tail && head(geometry.tail) };
}
