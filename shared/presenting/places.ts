import { getAs, type MapView, type Step } from "#shared/model/index.ts";
import type { StagePlace } from "#shared/protocol/stage.ts";
import { beatsOf, isEmptyStep } from "./beats.ts";

/** The steps of a talk that are shown: neither hidden nor empty. */
export function playable(view: MapView, steps: readonly Step[]): readonly Step[] {
  return steps.filter((step) => !step.isHidden && !isEmptyStep(view, step));
}

export function firstPlace(view: MapView, steps: readonly Step[]): StagePlace {
  return placeAt(playable(view, steps)[0]);
}

export function lastPlace(view: MapView, steps: readonly Step[]): StagePlace {
  return placeAt(playable(view, steps).at(-1));
}

/**
 * The sub-step that comes next; null at the end, and where the step is not one of these. How the step itself is built is
 * read from the map: a list of steps is a moment behind what was just added to one.
 */
export function placeAfter(
  view: MapView,
  steps: readonly Step[],
  { step, beat }: StagePlace,
): StagePlace | null {
  const now = stepNow(view, steps, step);
  if (now && beat + 1 < beatsOf(view, now).length) return { step, beat: beat + 1 };
  return stepAfter(view, steps, { step, beat });
}

/** The sub-step before: of an earlier step the last, as it was left. */
export function placeBefore(
  view: MapView,
  steps: readonly Step[],
  { step, beat }: StagePlace,
): StagePlace | null {
  const now = stepNow(view, steps, step);
  // Of a step that got shorter meanwhile the last sub-step is what is shown.
  const shown = now ? Math.min(beat, beatsOf(view, now).length - 1) : 0;
  if (shown > 0) return { step, beat: shown - 1 };
  const before = neighbour(view, steps, step, -1);
  return before ? { step: before.id, beat: beatsOf(view, before).length - 1 } : null;
}

export function stepAfter(view: MapView, steps: readonly Step[], { step }: StagePlace): StagePlace | null {
  const next = neighbour(view, steps, step, 1);
  return next ? placeAt(next) : null;
}

export function stepBefore(view: MapView, steps: readonly Step[], { step }: StagePlace): StagePlace | null {
  const before = neighbour(view, steps, step, -1);
  return before ? placeAt(before) : null;
}

/** The nearest step that is shown, from that one on in this direction; that one may be hidden or empty by now. */
function neighbour(
  view: MapView,
  steps: readonly Step[],
  from: StagePlace["step"],
  by: 1 | -1,
): Step | undefined {
  const at = steps.findIndex(({ id }) => id === from);
  if (at < 0) return undefined;
  const rest = by > 0 ? steps.slice(at + 1) : steps.slice(0, at).reverse();
  return rest.find((step) => !step.isHidden && !isEmptyStep(view, step));
}

function stepNow(view: MapView, steps: readonly Step[], id: StagePlace["step"]): Step | undefined {
  const known = steps.find((step) => step.id === id);
  return known && (getAs(view, "step", known.id) ?? known);
}

function placeAt(step: Step | undefined): StagePlace {
  return { step: step?.id ?? null, beat: 0 };
}
