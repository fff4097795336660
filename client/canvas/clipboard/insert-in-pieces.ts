import { type PlainMap, type Point, recordsOf } from "#shared/model/index.ts";
import { faultText } from "../../words/fault-words.ts";
import type { CanvasTools } from "../canvas-context.tsx";
import { placedFor, showAdded } from "./insert-map.ts";
import type { Block } from "./paste-place.ts";
import { piecesOf } from "./pieces.ts";

/** So many records take the page less time than a frame has. */
const recordsAPiece = 40;
/** Between a map and what is put beside it, in canvas pixels. */
const gapPx = 120;

export type PiecesOptions = Readonly<{
  /** Calls it off: what has come in is taken back. */
  signal: AbortSignal;
  onProgress: (done: number, total: number) => void;
  /** Around what; beside the map where it is left out. */
  at?: Point;
}>;

/**
 * Adds a block as `insertBlock` does, and lets the page go on between pieces of it: one step of undo, nevertheless.
 * Gives the number of records that came in; 0 where it was called off or refused, which is told.
 */
export async function insertInPieces(
  desk: CanvasTools,
  block: Block,
  options: PiecesOptions,
): Promise<number> {
  const { signal, onProgress, at } = options;
  const { session, tell, t } = desk;
  const placed = placedFor(desk, block, at ?? besideAll(desk, block));
  const total = placed.map.records.size;
  let done = 0;
  const endStep = session.joinSteps();
  try {
    for (const piece of piecesOf(placed.map, recordsAPiece)) {
      const fault = signal.aborted ? t("fault.other") : add(desk, piece);
      if (fault !== undefined) {
        if (done > 0) session.undo();
        if (!signal.aborted) tell(fault);
        return 0;
      }
      done += piece.records.size;
      onProgress(done, total);
      await nextTurn();
    }
  } finally {
    endStep();
  }
  showAdded(
    desk,
    recordsOf(placed.map, "card").map(({ id }) => id),
    placed.bounds,
  );
  return total;
}

/** To the right of all that is there, so that neither is in the other's way. O(map). */
function besideAll({ scene }: CanvasTools, { bounds }: Block): Point | undefined {
  const there = scene.bounds();
  if (!there || !bounds) return undefined;
  return [there.x + there.width + gapPx + bounds.width / 2, there.y + bounds.height / 2];
}

function add({ session, t }: CanvasTools, map: PlainMap): string | undefined {
  const result = session.apply({ type: "insert", map }, "import");
  return result.ok ? undefined : faultText(t, result.error);
}

/** After the page has been drawn; at once where nobody sees it, because frames do not come then. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    if (document.hidden) resolve();
    else requestAnimationFrame(() => setTimeout(resolve));
  });
}
