import type { Load } from "./loads.ts";
import type { CrowdFigures } from "./measure-crowds.ts";
import type { LoadFigures } from "./measure-load.ts";
import type { IdleFigures, LargeFigures } from "./measure-memory.ts";
import type { TalkFigures } from "./measure-talk.ts";
import type { Repeats } from "./options.ts";
import type { ProgramName } from "./programs.ts";

export type Machine = Readonly<{
  processor: string;
  cores: number;
  system: string;
  node: string;
  loadBefore: number;
  loadAfter: number;
  date: string;
}>;

export type Measured = Readonly<{ load: Load; program: ProgramName; figures: LoadFigures }>;

export type Results = Readonly<{
  machine: Machine;
  seconds: number;
  repeats: Repeats;
  loads: readonly Measured[];
  idle: IdleFigures | undefined;
  large: LargeFigures | undefined;
  crowds: CrowdFigures | undefined;
  /** From few followers to many. */
  talks: readonly TalkFigures[] | undefined;
  /** Two servers, what is written at one and heard at the other; memory and processor are the first one's. */
  cluster: LoadFigures | undefined;
  /** Of the event loop under the load that most is asked of, in milliseconds. */
  lagP99: number | undefined;
  /** What could not be measured, a sentence each. */
  failures: readonly string[];
}>;

/** What was measured of a load on a server, if it was. */
export function found({ loads }: Results, load: Load, program: ProgramName): LoadFigures | undefined {
  return loads.find((one) => one.load.name === load.name && one.program === program)?.figures;
}

/** Of each figure the median; of two, the worse. Where one repetition has none there is none. */
export function medianOf(all: readonly LoadFigures[]): LoadFigures {
  const names = Object.keys(all[0] ?? {}) as (keyof LoadFigures)[];
  const entries = names.map((name) => {
    const values = all.map((figures) => figures[name]).filter((value) => value !== undefined);
    const sorted = values.toSorted((a, b) => a - b);
    return [name, values.length < all.length ? undefined : sorted[Math.floor(sorted.length / 2)]];
  });
  return Object.fromEntries(entries) as LoadFigures;
}
