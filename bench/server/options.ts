import { parseArgs } from "node:util";
import { allLoads, type Load } from "./loads.ts";
import { type ProgramName, programNames } from "./programs.ts";

export type Options = Readonly<{
  programs: readonly ProgramName[];
  loads: readonly Load[];
  seconds: number;
  repeats: number;
  /** Rooms held idle, and the size of the large one; without memory none of it. */
  memory: Readonly<{ idleRooms: number; cards: number; edits: number }> | undefined;
  /** Only a run with nothing left out is written to docs/benchmarks.md. */
  isWhole: boolean;
}>;

const defaults = { seconds: 8, repeats: 3, idleRooms: 1_000, cards: 10_000, edits: 1_000_000 };

export const usage = `npm run bench:server -- [flags]
  --only ours,relay        servers: ${programNames.join(", ")}
  --loads "50 x 10/s"      ${allLoads.map(({ name }) => name).join(", ")}; or none
  --seconds 8              that each load is measured
  --repeats 3              of each load on each server, in turn; the median counts
  --memory none            leaves out idle rooms and the large room; small makes them tiny
With any flag the tables are only printed; without, docs/benchmarks.md is written.`;

/** Reads the flags; throws a sentence where one cannot be. */
export function readOptions(args: readonly string[]): Options {
  const flag = { type: "string" } as const;
  const options = { only: flag, loads: flag, seconds: flag, repeats: flag, memory: flag };
  const { values } = parseArgs({ args: [...args], options });
  const names = listOf(values.only);
  const loads = listOf(values.loads);
  const odd = [
    ...(names ?? []).filter((name) => !programNames.some((known) => known === name)),
    ...(loads ?? []).filter((name) => name !== "none" && !allLoads.some((load) => load.name === name)),
  ];
  if (odd.length > 0) throw new Error(`There is nothing called "${odd.join(", ")}" to measure.\n${usage}`);
  const { idleRooms, cards, edits } = defaults;
  const sizes =
    values.memory === "small" ? { idleRooms: 20, cards: 200, edits: 5_000 } : { idleRooms, cards, edits };
  return {
    programs: names ? programNames.filter((name) => names.includes(name)) : programNames,
    loads: loads ? allLoads.filter(({ name }) => loads.includes(name)) : allLoads,
    seconds: positive("--seconds", values.seconds, defaults.seconds),
    repeats: positive("--repeats", values.repeats, defaults.repeats),
    memory: values.memory === "none" ? undefined : sizes,
    isWhole: args.length === 0,
  };
}

function listOf(value: string | undefined): readonly string[] | undefined {
  return value?.split(",").map((item) => item.trim());
}

function positive(name: string, value: string | undefined, otherwise: number): number {
  const number = value === undefined ? otherwise : Number(value);
  if (!(number > 0)) throw new Error(`${name} takes a number above 0, not "${value}".\n${usage}`);
  return number;
}
