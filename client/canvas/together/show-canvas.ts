import type { MapUiStore } from "../../state/map-ui-store.ts";
import { narrowQuery } from "../../state/media-query.ts";

/** Puts the outline away where it stands in front of the canvas: what comes next is to be seen there. */
export function showCanvas(ui: MapUiStore): void {
  const { outline, placeOutline } = ui.getState();
  const isInFront = outline === "alone" || (outline === "beside" && window.matchMedia(narrowQuery).matches);
  if (isInFront) placeOutline("none");
}
