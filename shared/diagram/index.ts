export { type ArgumentGeometry, type ArgumentTarget, argumentGeometry } from "./argument-geometry.ts";
export { type CardBox, type CitationBox, cardBox, type SourceTitleOf, type TextBlock } from "./card-box.ts";
export { type CardMetrics, cardMetrics, type TextStyle } from "./card-metrics.ts";
export {
  type Arrowhead,
  arrowhead,
  type Curve,
  curveBounds,
  distanceToCurve,
  pointOnCurve,
} from "./curve.ts";
export { geometryOf, jointOf, type LinkLookup } from "./joint.ts";
export { conflictGeometry, type LinkGeometry, linkGeometry } from "./link-geometry.ts";
export { isLongLink, jointBox, linkMetrics } from "./link-metrics.ts";
export { centerOf, type Rect, rectsOverlap, unionRect } from "./rect.ts";
export type { FontWeight, TextFont } from "./text/font.ts";
export { fitText, measureText } from "./text/measure-text.ts";
export { wrapText } from "./text/wrap-text.ts";
export {
  type CardColors,
  darkTheme,
  fontFamily,
  lightTheme,
  type RelationColors,
  type RelationTone,
  type Theme,
  type ThemeName,
  type TintColors,
  themes,
} from "./tokens.ts";
