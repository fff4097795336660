import type { CanvasScene } from "../scene/canvas-scene.ts";
import { flight } from "./flight.ts";
import { emptyView, viewOfAll } from "./frame-view.ts";
import type { MapView } from "./map-view.ts";

const flightMs = 300;

/** Shows the whole map, or so much of it as the ids say. */
export function showAll(view: MapView, scene: CanvasScene, ids?: Iterable<string>): void {
  const bounds = scene.bounds(ids as Iterable<never> | undefined);
  const screen = view.screen();
  view.moveTo(bounds ? viewOfAll(bounds, screen) : emptyView(screen), flight(flightMs));
}
