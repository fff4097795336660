import { parseArgs } from "node:util";

export const peerNames = ["empty-react-flow", "plain-react-flow", "excalidraw", "tldraw"] as const;
export type PeerName = (typeof peerNames)[number];
export type AppName = "ours" | PeerName;
const appNames: readonly AppName[] = ["ours", ...peerNames];

export const motionNames = [
  "pan-1",
  "pan-0.5",
  "pan-0.25",
  "pan-fit",
  "zoom",
  "drag",
  "edits-still-1",
  "edits-still-fit",
  "edits-pan-1",
  "edits-pan-fit",
  "slow-pan-1",
  "slow-pan-0.5",
  "slow-pan-0.25",
  "slow-pan-fit",
] as const;
export type MotionName = (typeof motionNames)[number];

export type Options = Readonly<{
  apps: readonly AppName[];
  sizes: readonly number[];
  motions: readonly MotionName[];
  /** How often a motion is repeated that a bar depends on; the median counts. */
  repeats: number;
  /** Whether ten people drag at once, too. */
  crowd: boolean;
  /** What of the run has nothing left out: only that is written to docs/benchmarks.md. */
  whole: Readonly<{ openings: boolean; motions: boolean }>;
}>;

export const allSizes: readonly number[] = [200, 1000, 3000, 10_000];
/** From so many cards on there is something to reach, so that noise matters. */
export const barSize = 3000;
const defaultRepeats = 3;

/** Panning where the processor, not the screen's 60 Hz, is the bound: this many times slower, as on a simple phone. */
export const slowdown = 6;

/** Whether a motion is done by that program at that size: on a slow processor only where a bar depends on it. */
export function isDoneBy(app: AppName, size: number, motion: MotionName): boolean {
  return !motion.startsWith("slow-") || (size === barSize && ["ours", "plain-react-flow"].includes(app));
}

export const usage = `npm run bench:canvas -- [flags]
  --only ours,excalidraw    programs: ${appNames.join(", ")}
  --sizes 200,10000         cards: ${allSizes.join(", ")}
  --motions pan,zoom,drag   those whose name begins so: ${motionNames.join(", ")}, crowd, none
  --repeats 1               of openings, and of motions from ${barSize} cards on; the median counts (${defaultRepeats})
Where no program, size or motion is chosen, both parts of docs/benchmarks.md are written, and with "--motions none" the
part on opening; else the tables are only printed.`;

/** Reads the flags; throws a sentence where one cannot be. */
export function readOptions(args: readonly string[]): Options {
  const flag = { type: "string" } as const;
  const { values } = parseArgs({
    args: [...args],
    options: { only: flag, sizes: flag, motions: flag, repeats: flag },
  });
  const prefixes = listOf(values.motions);
  const isEverything = values.only === undefined && values.sizes === undefined;
  return {
    apps: chosen("--only", listOf(values.only), appNames),
    sizes: chosen("--sizes", listOf(values.sizes), allSizes.map(String)).map(Number),
    motions: prefixes
      ? motionNames.filter((name) => prefixes.some((prefix) => name.startsWith(prefix)))
      : motionNames,
    repeats: Math.max(1, Number(values.repeats ?? defaultRepeats)),
    crowd: prefixes === undefined || prefixes.includes("crowd"),
    whole: { openings: isEverything, motions: isEverything && values.motions === undefined },
  };
}

function listOf(value: string | undefined): readonly string[] | undefined {
  return value?.split(",").map((item) => item.trim());
}

function chosen<Name extends string>(
  flag: string,
  wanted: readonly string[] | undefined,
  known: readonly Name[],
): readonly Name[] {
  const odd = wanted?.find((name) => !known.some((item) => item === name));
  if (odd !== undefined) throw new Error(`${flag} does not know "${odd}".\n${usage}`);
  return wanted ? known.filter((name) => wanted.includes(name)) : known;
}
