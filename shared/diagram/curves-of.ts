import type { ArgumentGeometry } from "./argument-geometry.ts";
import type { Curve } from "./curve.ts";
import type { LinkGeometry } from "./link-geometry.ts";

/** The curves that a relation is drawn with: stems and arrow of an argument, or the one path of any other. */
export function curvesOf(geometry: ArgumentGeometry | LinkGeometry): readonly Curve[] {
  return "stems" in geometry ? [...geometry.stems, geometry.arrow] : [geometry.path];
}
