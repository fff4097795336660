import type { PlainMap } from "#shared/model/index.ts";
import type { Block } from "../../canvas/clipboard/paste-place.ts";

/** The open map, as far as a file is added to it. */
export type ImportTarget = Readonly<{
  /** What is there already. */
  known: () => PlainMap;
  /** Adds what was read and gives how many records came in; 0 where it was called off or refused. */
  add: (
    block: Block,
    options: Readonly<{ signal: AbortSignal; onProgress: (done: number, total: number) => void }>,
  ) => Promise<number>;
  /** Takes back what was added. */
  undo: () => void;
  /** Hears of the next step, after which undo would take back something else. Returns the way to stop. */
  onFurtherStep: (listener: () => void) => () => void;
}>;
