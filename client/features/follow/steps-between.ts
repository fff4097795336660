import type { MapView, Step } from "#shared/model/index.ts";
import { playable } from "#shared/presenting/index.ts";
import type { StagePlace } from "#shared/protocol/stage.ts";

/** How many steps lie from one place to another, backwards below zero; within a step, or where one is not there, none. */
export function stepsBetween(
  view: MapView,
  steps: readonly Step[],
  from: StagePlace,
  to: StagePlace,
): number {
  const order = playable(view, steps).map(({ id }) => id);
  const [a, b] = [from, to].map(({ step }) => (step === null ? -1 : order.indexOf(step)));
  return a === undefined || b === undefined || a < 0 || b < 0 ? 0 : b - a;
}
