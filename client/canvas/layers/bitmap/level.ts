/** How much of a card is drawn: all its text, its title large, or a block of its colour. */
export type Level = "full" | "title" | "block";

/** Below `full` the text of a card is too small to read, below `title` its title is too. */
const from = { full: 0.42, title: 0.2 } as const;

export function levelAt(zoom: number): Level {
  if (zoom >= from.full) return "full";
  return zoom >= from.title ? "title" : "block";
}

/**
 * The size of drawn titles in canvas pixels: in steps, so that lines broken for one zoom serve for its neighbours,
 * each ten pixels high on the screen or a little more.
 */
export function titleSizeAt(zoom: number): number {
  return zoom >= 0.35 ? 28 : zoom >= 0.27 ? 36 : 44;
}
