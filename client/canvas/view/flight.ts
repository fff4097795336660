/** How long a movement of the view or of cards takes, in milliseconds: no time for who asked for less motion. */
export function flight(durationMs: number): number {
  return window.matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : durationMs;
}
