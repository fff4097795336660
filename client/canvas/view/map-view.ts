import type { Rect } from "#shared/diagram/index.ts";
import type { Point } from "#shared/model/index.ts";
import type { Screen, View } from "./frame-view.ts";
import type { Levels } from "./levels.ts";

/**
 * The window onto the canvas: where one looks, and how to look elsewhere. What stands behind it (React Flow today)
 * is nobody else's business, so that it can be replaced.
 */
export interface MapView {
  /** How much of cards is shown from where; for who is seen from afar others. */
  levels: Levels;
  /** Where the canvas's origin lies on the screen, and how large things appear. */
  get(): View;
  /** The size of the window in screen pixels; zero before it has been laid out. */
  screen(): Screen;
  /** The stretch of canvas in view. */
  seen(): Rect;
  /** From the page's pixels, as pointer events have them, to the canvas's. */
  toCanvas(clientX: number, clientY: number): Point;
  /** Looks elsewhere, on the way for `durationMs`; see `flight` for those who asked for less motion. */
  moveTo(view: View, durationMs?: number): void;
  zoomBy(factor: number, durationMs?: number): void;
  /** Calls `listener` whenever one looks elsewhere or the window changes its size. */
  onMove(listener: () => void): () => void;
  /** Gives the keyboard to the canvas itself. */
  takeFocus(): void;
}
