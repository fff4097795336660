import { joinSteps } from "#shared/doc/joined-step.ts";
import { recordsOf } from "#shared/model/index.ts";
import { faultText } from "../../words/fault-words.ts";
import type { CanvasTools } from "../canvas-context.tsx";
import { showAdded } from "./insert-map.ts";
import type { Block } from "./paste-place.ts";
import { piecesOf } from "./pieces.ts";

/** So many records take the page less time than a frame has. */
const recordsAPiece = 40;
/** Frames stop coming when the page is covered or left; some six of them. */
const noFrameMs = 100;

export type PiecesOptions = Readonly<{
  origin: "user" | "import";
  /** Calls it off: what has come in is taken back. */
  signal?: AbortSignal;
  onProgress?: (done: number, total: number) => void;
}>;

/**
 * Adds a block that lies where it should, and lets the page go on between pieces of it: one step of undo, nevertheless,
 * and undo in the middle calls it off. Gives the number of records that came in: 0 where it was called off, or refused,
 * which is told; fewer than all where the map may not be changed any more, not even to take them back.
 */
export async function insertInPieces(
  desk: CanvasTools,
  { map, bounds }: Block,
  { origin, signal, onProgress }: PiecesOptions,
): Promise<number> {
  const { session, tell, t } = desk;
  const total = map.records.size;
  let done = 0;
  const step = joinSteps(session.history);
  for (const piece of piecesOf(map, recordsAPiece)) {
    const isCalledOff = signal?.aborted || step.isTakenBack();
    const result = isCalledOff
      ? null
      : step.during(() => session.apply({ type: "insert", map: piece }, origin));
    if (!result?.ok) {
      if (result) tell(faultText(t, result.error));
      if (!session.status().canEdit) return done;
      step.takeBack();
      return 0;
    }
    done += piece.records.size;
    onProgress?.(done, total);
    await nextTurn();
  }
  showAdded(
    desk,
    recordsOf(map, "card").map(({ id }) => id),
    bounds,
  );
  return total;
}

let lastTurn: Promise<void> = Promise.resolve();

/** Several that come in at once take turns, so that no frame has more than one piece. */
function nextTurn(): Promise<void> {
  lastTurn = lastTurn.then(nextFrame);
  return lastTurn;
}

/** At once where nobody sees the page, because frames do not come then. */
function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    if (document.hidden) return resolve();
    const timer = window.setTimeout(resolve, noFrameMs);
    requestAnimationFrame(() => {
      window.clearTimeout(timer);
      resolve();
    });
  });
}
