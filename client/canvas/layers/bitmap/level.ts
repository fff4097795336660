import type { Levels } from "../../view/levels.ts";

/** How much of a card is drawn: all its text, its title large, or a block of its colour. */
export type Level = "full" | "title" | "block";

export function levelAt(zoom: number, { full, title }: Levels): Level {
  if (zoom >= full) return "full";
  return zoom >= title ? "title" : "block";
}
