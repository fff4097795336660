export type { ArgumentGeometry, ArgumentTarget } from "./argument-geometry.ts";
export { type CardBox, type CitationBox, cardBox, type SourceTitleOf, type TextBlock } from "./card-box.ts";
export { type CardMetrics, cardMetrics, type TextStyle } from "./card-metrics.ts";
export type {
  Arrowhead,
  Curve,
} from "./curve.ts";
export { curvesOf } from "./curves-of.ts";
export { geometryOf, type LinkLookup } from "./joint.ts";
export { conflictGeometry, type LinkGeometry, linkGeometry } from "./link-geometry.ts";
export { isLongLink, jointBox, linkMetrics } from "./link-metrics.ts";
export {
  isSameGeometry,
  type PackedGeometry,
  packGeometry,
  unpackGeometry,
} from "./packed-geometry.ts";
export { boundsOf, boxAround, centerOf, type Rect } from "./rect.ts";
export type { FontWeight, TextFont } from "./text/font.ts";
export { type TextDirection, textDirection } from "./text/text-direction.ts";
export type {
  CardColors,
  RelationColors,
  RelationTone,
  Theme,
  ThemeName,
  TintColors,
} from "./tokens.ts";
