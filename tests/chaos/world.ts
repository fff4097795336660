import type { Fleet } from "./fleet.ts";

/** What writing goes on meanwhile: lets a fault last as long as people would notice it, without counting seconds. */
export type Meanwhile = Readonly<{
  /** Resolves when every writer has written so many more times, saved or not. */
  written: (times: number) => Promise<void>;
  /** Resolves when so many writes wait that nobody has been told are saved. */
  unsaved: (count: number) => Promise<void>;
  /** Resolves when so many more writes have been said to be saved. */
  acknowledged: (count: number) => Promise<void>;
  /** Compares what was said to be saved with what is stored at this moment. */
  check: () => Promise<void>;
}>;

/** One thing that goes wrong, and is made good again. */
export type Fault = Readonly<{ name: string; strike: (meanwhile: Meanwhile) => Promise<void> }>;

/** Servers with their storage, and all that can be done to them. */
export type World = Readonly<{
  fleet: Fleet;
  /** They strike in turn. */
  faults: readonly Fault[];
  /** The document as a server that is started now would read it, in whole: rejects at a gap in the log. */
  readStored: (map: string) => Promise<ReadonlySet<string>>;
  end: () => Promise<void>;
}>;
