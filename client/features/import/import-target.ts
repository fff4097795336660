import type { Rect } from "#shared/diagram/index.ts";
import type { MapRecord, PlainMap, Point } from "#shared/model/index.ts";

/** What was read, to be brought in piece by piece, moved by so much. */
export type ImportContent = Readonly<{
  pieces: (move: Point) => AsyncIterable<PlainMap>;
  records: number;
  bounds: Rect | null;
}>;

/** The open map, as far as a file is added to it. */
export type ImportTarget = Readonly<{
  /** What is there already. */
  known: () => Iterable<MapRecord>;
  /** Adds what was read and gives how many records came in; 0 where it was called off or refused. */
  add: (
    content: ImportContent,
    options: Readonly<{ signal: AbortSignal; onProgress: (done: number, total: number) => void }>,
  ) => Promise<number>;
  /** Takes back what was added. */
  undo: () => void;
  /** Hears of the next step, after which undo would take back something else. Returns the way to stop. */
  onFurtherStep: (listener: () => void) => () => void;
}>;
