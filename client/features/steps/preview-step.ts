import { getAs } from "#shared/model/index.ts";
import type { CanvasTools } from "../../canvas/canvas-context.tsx";
import { flight } from "../../canvas/view/flight.ts";
import { viewOfAll } from "../../canvas/view/frame-view.ts";
import type { StepFacts } from "../../stage/step-facts.ts";

const flightMs = 300;

/** What the panel covers of the window, in screen pixels. */
export type Covered = Readonly<{ right: number; bottom: number }>;

/** Shows on the canvas what a step shows: the view goes there, and its cards stand out. */
export function previewStep(
  { session, ui, view, visibility }: CanvasTools,
  { showing, stretch }: StepFacts,
  covered: Covered,
): void {
  const own = (showing?.step.shows ?? []).flatMap((id) => {
    const argument = getAs(session.doc, "argument", id);
    return argument ? argument.premises : (getAs(session.doc, "card", id)?.id ?? []);
  });
  for (const id of own) visibility.reveal(id);
  ui.getState().mark(own);
  if (!stretch) return;
  const { width, height } = view.screen();
  const room = { width: Math.max(1, width - covered.right), height: Math.max(1, height - covered.bottom) };
  view.moveTo(viewOfAll(stretch, room), flight(flightMs));
}
