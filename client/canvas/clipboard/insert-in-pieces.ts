import { recordsOf } from "#shared/model/index.ts";
import { faultText } from "../../words/fault-words.ts";
import type { CanvasTools } from "../canvas-context.tsx";
import { showAdded } from "./insert-map.ts";
import type { Block } from "./paste-place.ts";
import { piecesOf } from "./pieces.ts";

/** So many records take the page less time than a frame has. */
const recordsAPiece = 40;

export type PiecesOptions = Readonly<{
  origin: "user" | "import";
  /** Calls it off: what has come in is taken back. */
  signal?: AbortSignal;
  onProgress?: (done: number, total: number) => void;
}>;

/**
 * Adds a block that lies where it should, and lets the page go on between pieces of it: one step of undo, nevertheless.
 * Gives the number of records that came in; 0 where it was called off or refused, which is told.
 */
export async function insertInPieces(
  desk: CanvasTools,
  { map, bounds }: Block,
  { origin, signal, onProgress }: PiecesOptions,
): Promise<number> {
  const { session, tell, t } = desk;
  const total = map.records.size;
  let done = 0;
  const endStep = session.joinSteps();
  try {
    for (const piece of piecesOf(map, recordsAPiece)) {
      const result = signal?.aborted ? null : session.apply({ type: "insert", map: piece }, origin);
      if (!result?.ok) {
        if (done > 0) session.undo();
        if (result) tell(faultText(t, result.error));
        return 0;
      }
      done += piece.records.size;
      onProgress?.(done, total);
      await nextTurn();
    }
  } finally {
    endStep();
  }
  showAdded(
    desk,
    recordsOf(map, "card").map(({ id }) => id),
    bounds,
  );
  return total;
}

/** With the next frame; at once where nobody sees the page, because frames do not come then. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    if (document.hidden) resolve();
    else requestAnimationFrame(() => resolve());
  });
}
