import type { CardId, Point } from "#shared/model/index.ts";
import type { CanvasScene } from "../scene/canvas-scene.ts";

/** Cards with where they were and where they are now. */
export type Moves = readonly (readonly [id: CardId, from: Point, to: Point])[];

/** Shows cards on their way to where the document has them already, for `durationMs` or until `signal` ends it. */
export function showMoves(scene: CanvasScene, moves: Moves, durationMs: number, signal: AbortSignal): void {
  const start = performance.now();
  const step = (now: number): void => {
    const part = (now - start) / durationMs;
    if (part >= 1 || signal.aborted) {
      scene.settle(moves.map(([id]) => id));
      return;
    }
    scene.shift(moves.map(([id, from, to]): readonly [CardId, Point] => [id, between(from, to, part)]));
    requestAnimationFrame(step);
  };
  step(start);
}

/** Quick at first, then slower. */
function between([x, y]: Point, [endX, endY]: Point, part: number): Point {
  const eased = 1 - (1 - part) ** 3;
  return [x + (endX - x) * eased, y + (endY - y) * eased];
}
