import type { CanvasScene } from "../scene/canvas-scene.ts";
import { flight } from "./flight.ts";
import { viewOn, viewWith, zooms } from "./frame-view.ts";
import type { MapView } from "./map-view.ts";

const flightMs = 160;

/**
 * Moves the view just so far that the card or link of that key can be seen; for writing (`toWrite`) also so near that
 * its text can be read. From so far out that cards are no elements, it comes near in any case.
 */
export function bringIntoView(view: MapView, scene: CanvasScene, key: string, toWrite = false): void {
  const place = scene.placeOf(key);
  if (!place) return;
  const now = view.get();
  const isTooFar = now.zoom < (toWrite ? zooms.readable : zooms.veryFar);
  const next = isTooFar ? viewOn(place, view.screen()) : viewWith(place, now, view.screen());
  if (next !== now) view.moveTo(next, isTooFar ? 0 : flight(flightMs));
}
