export { type Box, freePlace } from "./free-place.ts";
export { layoutMap } from "./layout-map.ts";
export type {
  Arrangement,
  LayoutGaps,
  LayoutOptions,
  Size,
  SizeOf,
} from "./layout-options.ts";
export { mapBounds, withPlaces } from "./with-places.ts";
