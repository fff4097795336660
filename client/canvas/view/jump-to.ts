import type { CardId } from "#shared/model/index.ts";
import type { CanvasTools } from "../canvas-context.tsx";
import { flight } from "./flight.ts";
import { viewOn, zooms } from "./frame-view.ts";

const flightMs = 260;

/** Goes to a card, wherever it is and whatever hides it: in the middle of the window, at a size that can be read. */
export function jumpTo(tools: CanvasTools, id: CardId): void {
  tools.visibility.reveal(id);
  tools.ui.getState().focus(id);
  flyTo(tools, id);
}

/** The same, while the keyboard stays where it is. */
export function flyTo({ visibility, view, scene }: CanvasTools, id: CardId): void {
  visibility.reveal(id);
  const place = scene.rectOf(id);
  if (!place) return;
  const screen = view.screen();
  const { zoom } = view.get();
  const near = Math.max(zoom, zooms.readable);
  const target = viewOn(place, screen, near);
  view.moveTo(target, flight(flightMs));
}
