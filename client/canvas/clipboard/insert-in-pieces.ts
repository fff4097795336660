import type { Rect } from "#shared/diagram/index.ts";
import { joinSteps } from "#shared/doc/joined-step.ts";
import { type CardId, type PlainMap, recordsOf } from "#shared/model/index.ts";
import { faultText } from "../../words/fault-words.ts";
import type { CanvasTools } from "../canvas-context.tsx";
import { showAdded } from "./insert-map.ts";
import type { Block } from "./paste-place.ts";
import { piecesOf, recordsAPiece } from "./pieces.ts";

/** Frames stop coming when the page is covered or left; some six of them. */
const noFrameMs = 100;

export type PiecesOptions = Readonly<{
  origin: "user" | "import";
  /** Calls it off: what has come in is taken back. */
  signal?: AbortSignal;
  onProgress?: (done: number, total: number) => void;
}>;

/** A map that lies where it should, in pieces that can be brought in one after the other. */
export type Pieces = Readonly<{
  pieces: Iterable<PlainMap> | AsyncIterable<PlainMap>;
  /** How many records there are in all of them. */
  records: number;
  bounds: Rect | null;
}>;

/** Adds a block that lies where it should, as `insertPieces` does. */
export function insertInPieces(
  desk: CanvasTools,
  { map, bounds }: Block,
  options: PiecesOptions,
): Promise<number> {
  return insertPieces(
    desk,
    { pieces: piecesOf(map, recordsAPiece), records: map.records.size, bounds },
    options,
  );
}

/**
 * Adds pieces of a map, and lets the page go on between them: one step of undo, nevertheless, and undo in the middle calls
 * it off. Gives the number of records that came in: 0 where it was called off, or refused, which is told; fewer than all
 * where the map may not be changed any more, not even to take them back. Throws where a piece cannot be had, and then
 * nothing stays.
 */
export async function insertPieces(
  desk: CanvasTools,
  { pieces, records: total, bounds }: Pieces,
  { origin, signal, onProgress }: PiecesOptions,
): Promise<number> {
  const { session, tell, t } = desk;
  const cards: CardId[] = [];
  let done = 0;
  const step = joinSteps(session.history);
  try {
    for await (const next of untilCalledOff(pieces, signal)) {
      const piece = next === "called-off" || step.isTakenBack() ? null : next;
      const result = piece && step.during(() => session.apply({ type: "insert", map: piece }, origin));
      if (!piece || !result?.ok) {
        if (result?.ok === false) tell(faultText(t, result.error));
        if (!session.status().canEdit) return done;
        step.takeBack();
        return 0;
      }
      cards.push(...recordsOf(piece, "card").map(({ id }) => id));
      done += piece.records.size;
      onProgress?.(done, total);
      await nextTurn();
    }
  } catch (fault) {
    if (session.status().canEdit) step.takeBack();
    throw fault;
  }
  showAdded(desk, cards, bounds);
  return total;
}

type NextPiece = IteratorResult<PlainMap, unknown>;

/** The pieces, and that it is called off as soon as it is, however long the next one takes to come. */
async function* untilCalledOff(
  pieces: Pieces["pieces"],
  signal: AbortSignal | undefined,
): AsyncGenerator<PlainMap | "called-off"> {
  const each = Symbol.asyncIterator in pieces ? pieces[Symbol.asyncIterator]() : pieces[Symbol.iterator]();
  while (!signal?.aborted) {
    const next = await orCalledOff(each.next(), signal);
    if (next === "called-off") break;
    if (next.done) return;
    yield next.value;
  }
  yield "called-off";
}

function orCalledOff(
  coming: NextPiece | Promise<NextPiece>,
  signal: AbortSignal | undefined,
): Promise<NextPiece | "called-off"> {
  return new Promise((resolve, reject) => {
    const callOff = () => resolve("called-off");
    signal?.addEventListener("abort", callOff);
    if (signal?.aborted) callOff();
    void Promise.resolve(coming)
      .then(resolve, reject)
      .finally(() => signal?.removeEventListener("abort", callOff));
  });
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
