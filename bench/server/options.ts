import { parseArgs } from "node:util";
import { allLoads, type Load } from "./loads.ts";
import { type ProgramName, programNames } from "./programs.ts";

/** How often a load is measured: those compared with other servers, those with a bound of their own, and the rest. */
export type Repeats = Readonly<{ compared: number; bounded: number; others: number }>;

export type Options = Readonly<{
  programs: readonly ProgramName[];
  loads: readonly Load[];
  seconds: number;
  repeats: Repeats;
  /** Rooms held idle, the size of the large one, and how many come at once; without memory none of it. */
  memory: Readonly<{ idleRooms: number; cards: number; edits: number; people: number }> | undefined;
  /** How many follow a talk, each number in its turn; without it no talk. */
  followers: readonly number[] | undefined;
  /** Whether two servers on PostgreSQL and Redis are measured, and the event loop. */
  hasRest: boolean;
  /** Only a run with nothing left out is written to docs/benchmarks.md. */
  isWhole: boolean;
}>;

const followers = [125, 250, 500];
const defaults = { seconds: 5, idleRooms: 1_000, cards: 10_000, edits: 1_000_000, people: 1_000 };
const defaultRepeats: Repeats = { compared: 7, bounded: 3, others: 1 };

export const usage = `npm run bench:server -- [flags]
  --only ours,relay        servers: ${programNames.join(", ")}
  --loads "50 x 10/s"      ${allLoads.map(({ name }) => name).join(", ")}; or none
  --seconds 5              that each load is measured
  --repeats 3              of each load on each server, in turn; the median counts. Without it 7 where something is
                           wanted beside other servers, 3 where something else is wanted, 1 of the rest
  --memory none            leaves out idle rooms, the large room, and those who come at once; small makes them tiny
  --talk none              leaves out talks and those who follow them; small makes them tiny
  --rest none              leaves out two servers on PostgreSQL and Redis, and the event loop
With any flag the tables are only printed; without, docs/benchmarks.md is written.`;

/** Reads the flags; throws a sentence where one cannot be. */
export function readOptions(args: readonly string[]): Options {
  const flag = { type: "string" } as const;
  const options = {
    only: flag,
    loads: flag,
    seconds: flag,
    repeats: flag,
    memory: flag,
    talk: flag,
    rest: flag,
  };
  const { values } = parseArgs({ args: [...args], options });
  const names = listOf(values.only);
  const loads = listOf(values.loads);
  const odd = [
    ...(names ?? []).filter((name) => !programNames.some((known) => known === name)),
    ...(loads ?? []).filter((name) => name !== "none" && !allLoads.some((load) => load.name === name)),
  ];
  if (odd.length > 0) throw new Error(`There is nothing called "${odd.join(", ")}" to measure.\n${usage}`);
  const { idleRooms, cards, edits, people } = defaults;
  const sizes =
    values.memory === "small"
      ? { idleRooms: 20, cards: 200, edits: 5_000, people: 50 }
      : { idleRooms, cards, edits, people };
  return {
    programs: names ? programNames.filter((name) => names.includes(name)) : programNames,
    loads: loads ? allLoads.filter(({ name }) => loads.includes(name)) : allLoads,
    seconds: positive("--seconds", values.seconds, defaults.seconds),
    repeats: repeatsOf(values.repeats),
    memory: values.memory === "none" ? undefined : sizes,
    followers: values.talk === "none" ? undefined : values.talk === "small" ? [5, 10] : followers,
    hasRest: values.rest !== "none",
    isWhole: args.length === 0,
  };
}

function repeatsOf(value: string | undefined): Repeats {
  if (value === undefined) return defaultRepeats;
  const repeats = positive("--repeats", value, 1);
  return { compared: repeats, bounded: repeats, others: repeats };
}

function listOf(value: string | undefined): readonly string[] | undefined {
  return value?.split(",").map((item) => item.trim());
}

function positive(name: string, value: string | undefined, otherwise: number): number {
  const number = value === undefined ? otherwise : Number(value);
  if (!(number > 0)) throw new Error(`${name} takes a number above 0, not "${value}".\n${usage}`);
  return number;
}
