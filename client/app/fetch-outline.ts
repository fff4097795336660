import { narrowQuery } from "../state/media-query.ts";

/** Fetches the outline's code. Rejects where the server cannot be reached. */
export function fetchOutline() {
  return import("../features/outline/outline-pane.tsx");
}

/** Whether the outline stands in the canvas's place first: on a phone a canvas of cards is hard to read. */
export function opensOutlineAlone({ opensOutline }: Readonly<{ opensOutline: boolean }>): boolean {
  return opensOutline || window.matchMedia(narrowQuery).matches;
}
