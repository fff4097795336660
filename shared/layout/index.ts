export type { DotEngine } from "./dot-places.ts";
export { type Box, freePlace } from "./free-place.ts";
export { layoutLayered } from "./layered.ts";
export { layoutMap } from "./layout-map.ts";
export type { LayoutMap, LayoutRecord } from "./layout-map-type.ts";
export type {
  Arrangement,
  Direction,
  LayoutGaps,
  LayoutOptions,
  Size,
  SizeOf,
} from "./layout-options.ts";
export { layoutToFit } from "./layout-to-fit.ts";
export { type Beside, placeBeside, stepBeside } from "./place-beside.ts";
export type { LayoutScope } from "./scope.ts";
export { mapBounds, withPlaces } from "./with-places.ts";
