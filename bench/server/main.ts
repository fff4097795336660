/** The run itself: measures what the flags ask for, writes the results. See run.mjs for how it is called. */
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, loadavg, release, type } from "node:os";
import { join } from "node:path";
import { say } from "../canvas/say.ts";
import { writePart } from "../page.ts";
import { ensureInstalled } from "../peer-packages.ts";
import { boundedLoads, comparedLoads, type Load, small } from "./loads.ts";
import { measureCluster } from "./measure-cluster.ts";
import { measureCrowds } from "./measure-crowds.ts";
import { measureLag } from "./measure-lag.ts";
import { type LoadFigures, measureLoad } from "./measure-load.ts";
import { measureIdleRooms, measureLargeRoom } from "./measure-memory.ts";
import { measureTalks } from "./measure-talk.ts";
import { type Options, readOptions } from "./options.ts";
import { report } from "./report.ts";
import { type Machine, type Measured, medianOf, type Results } from "./results.ts";

const resultsFolder = join(import.meta.dirname, "../results");
const warmUpMs = 1_500;
/** Of the map that a thousand open at once. */
const crowdedBytes = 582_000;

export async function bench(flags: readonly string[]): Promise<void> {
  const options = readOptions(flags);
  for (const name of options.programs) {
    if (name === "ours" || name === "relay") continue;
    say(`Making ${name} ready ...`);
    await ensureInstalled(name);
  }
  write(options, await measureAll(options));
}

async function measureAll(options: Options): Promise<Results> {
  const loadBefore = loadavg()[0] ?? 0;
  const failures: string[] = [];
  const attempt = async <Value>(what: string, task: () => Promise<Value>): Promise<Value | undefined> => {
    try {
      return await task();
    } catch (fault) {
      failures.push(`${what}: ${fault instanceof Error ? fault.message : String(fault)}`);
      say(failures.at(-1) ?? "");
      return undefined;
    }
  };
  const loads: Measured[] = [];
  const durations = { warmUpMs, measureMs: options.seconds * 1000 };
  for (const load of options.loads) {
    const rounds = roundsOf(load, options);
    const taken = new Map(options.programs.map((program) => [program, [] as LoadFigures[]]));
    for (let round = 0; round < rounds; round++) {
      for (const program of options.programs) {
        const figures = await attempt(`${load.name} on ${program}`, () =>
          measureLoad(program, load, durations),
        );
        if (figures === undefined) continue;
        taken.get(program)?.push(figures);
        say(`${load.name} on ${program}: ${wordsOf(figures)}`);
      }
    }
    for (const [program, all] of taken)
      if (all.length > 0) loads.push({ load, program, figures: medianOf(all) });
  }
  const { memory } = options;
  const idle = memory && (await attempt("idle rooms", () => measureIdleRooms(memory.idleRooms)));
  const large =
    memory && (await attempt("the large room", () => measureLargeRoom(memory.cards, memory.edits)));
  const crowds =
    memory && (await attempt("those who come at once", () => measureCrowds(memory.people, crowdedBytes)));
  const { seconds, repeats, followers, hasRest } = options;
  const talks = followers && (await attempt("talks", () => measureTalks(followers, durations)));
  const cluster = hasRest ? await attempt("two servers", () => measureCluster(durations)) : undefined;
  const lagP99 = hasRest ? await attempt("the event loop", () => measureLag(small, durations)) : undefined;
  const measured = { loads, idle, large, crowds, talks, cluster, lagP99 };
  return { machine: machine(loadBefore), seconds, repeats, ...measured, failures };
}

function roundsOf(load: Load, { repeats }: Options): number {
  if (comparedLoads.includes(load)) return repeats.compared;
  return boundedLoads.includes(load) ? repeats.bounded : repeats.others;
}

function wordsOf({ fanOutP50, fanOutP99, deliveredShare, ackP50, cpuShare, memoryMib }: LoadFigures): string {
  const number = (value: number | undefined): string => value?.toFixed(1) ?? "-";
  return (
    `fan-out ${number(fanOutP50)} / ${number(fanOutP99)} ms, ${number(deliveredShare * 100)} %, ` +
    `ack ${number(ackP50)} ms, processor ${number(cpuShare && cpuShare * 100)} %, ${number(memoryMib)} MiB`
  );
}

function machine(loadBefore: number): Machine {
  return {
    processor: cpus()[0]?.model ?? "unknown",
    cores: cpus().length,
    system: `${type()} ${release()}`,
    node: process.versions.node,
    loadBefore,
    loadAfter: loadavg()[0] ?? 0,
    date: new Date().toISOString(),
  };
}

function write({ isWhole }: Options, results: Results): void {
  mkdirSync(resultsFolder, { recursive: true });
  const name = `server-${results.machine.date.replace(/[:.]/g, "-")}.json`;
  writeFileSync(join(resultsFolder, name), `${JSON.stringify(results, null, 2)}\n`);
  const text = report(results);
  if (isWhole) {
    writePart("bench:server", text);
    say("Written: docs/benchmarks.md");
  } else process.stdout.write(`${text}\n`);
  say(`Written: bench/results/${name}`);
}
