/** `npm run soak`: the built program for a day, or for as long as one says; a shorter one is in the suite. See run.mjs. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { bundleServer, startProcess } from "../support/server-process.ts";
import { runSoak, type SoakReport, type SoakSample } from "./run-soak.ts";

const usage = "npm run soak -- [--hours 24] [--people 50] [--rooms 20] [--seed 1]";
/** MiB an hour, over a day; of less than an hour the figure says little. */
const mostGrowth = 1;
/** A few come and go with the store's own work. */
const mostMoreFiles = 8;
const samplesPerRun = 288;
const leastSampleGapMs = 1_000;

export async function soak(flags: readonly string[]): Promise<void> {
  const flag = { type: "string" } as const;
  const options = { hours: flag, people: flag, rooms: flag, seed: flag };
  const { values } = parseArgs({ args: [...flags], options });
  const number = (name: keyof typeof options, otherwise: number): number => {
    const value = Number(values[name] ?? otherwise);
    if (!(value > 0)) throw new Error(`--${name} takes a number above 0.\n${usage}`);
    return value;
  };
  const durationMs = number("hours", 24) * 3_600_000;
  const people = number("people", 50);
  // Every stock client listens for the end of this process.
  process.setMaxListeners(people + 50);
  const directory = await mkdtemp(join(tmpdir(), "counterpoint-soak-"));
  const server = await startProcess(await bundleServer("soak"), soakEnvironment(directory));
  try {
    const report = await runSoak(server, {
      seed: number("seed", 1),
      people,
      rooms: number("rooms", 20),
      durationMs,
      sampleEveryMs: Math.max(leastSampleGapMs, durationMs / samplesPerRun),
      visitsPerMap: 200,
      onSample: (sample) => process.stderr.write(`${wordsOf(sample)}\n`),
    });
    process.stdout.write(reportWords(report));
    process.exitCode = isGood(report) ? 0 : 1;
  } finally {
    await server.terminate();
    await rm(directory, { recursive: true, force: true });
  }
}

/** Rooms are put away soon, so that many are; and nobody is kept from making as many maps as the soak wants. */
export function soakEnvironment(directory: string): Record<string, string> {
  return {
    DATA_DIR: directory,
    LOG_LEVEL: "silent",
    ROOM_IDLE_MS: "500",
    TRUST_PROXY: "true",
    CREATES_PER_MINUTE: "1000000",
    SESSIONS_PER_MINUTE: "1000000",
    KEEP_DELETED_DAYS: "1",
  };
}

function isGood({ lost, samples, residentMibPerHour }: SoakReport): boolean {
  const [first, last] = [samples[0]?.openFiles, samples.at(-1)?.openFiles];
  const isFlat = first === undefined || last === undefined || last <= first + mostMoreFiles;
  return lost === 0 && isFlat && (residentMibPerHour ?? 0) < mostGrowth;
}

function wordsOf({ atMs, visits, residentMib, openFiles }: SoakSample): string {
  const minutes = (atMs / 60_000).toFixed(1);
  return `${minutes} min: ${visits} visits, ${residentMib?.toFixed(0) ?? "-"} MiB, ${openFiles ?? "-"} open files`;
}

function reportWords({ visits, maps, acknowledged, lost, samples, residentMibPerHour }: SoakReport): string {
  const files = [samples[0], samples.at(-1)].map((sample) => sample?.openFiles ?? "-");
  return (
    `${visits} visits to ${maps} maps; ${acknowledged} writes said to be saved, ${lost} of them lost. ` +
    `Open files at first ${files[0]}, when all had left ${files[1]}; ` +
    `memory grew by ${residentMibPerHour?.toFixed(2) ?? "-"} MiB an hour.\n`
  );
}
