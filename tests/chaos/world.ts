/** Somebody who writes one key after the other and notes which of them were said to be saved. */
export type Writer = Readonly<{
  /** Keys that the server has said are saved. */
  acknowledged: readonly string[];
  acknowledgedCount: number;
  /** How many were written so far, whether or not the server knows of them. */
  writtenCount: number;
  /** How many keys of anybody this one has by now. */
  known: number;
  stopWriting: () => void;
  end: () => void;
}>;

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

/** Servers with their storage and one document, and all that can be done to them. */
export type World = Readonly<{
  /** They strike in turn. */
  faults: readonly Fault[];
  /** Somebody at the server of that number, who goes along when it comes back elsewhere. */
  createWriter: (name: string, number: number) => Promise<Writer>;
  /** The keys in the document, as a server that is started now would read it: rejects at a gap in the log. */
  readStored: () => Promise<ReadonlySet<string>>;
  /** Ends all servers the hard way. */
  killAll: () => Promise<void>;
  end: () => Promise<void>;
}>;
