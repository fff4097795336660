/** The server's part of docs/benchmarks.md, from one run. */
import { table } from "../page.ts";
import { aimsOf } from "./aims.ts";
import { type Bar, barsOf, figureLabels } from "./bars.ts";
import { allLoads, type Load, offered } from "./loads.ts";
import { acrossLoad } from "./measure-cluster.ts";
import type { LoadFigures } from "./measure-load.ts";
import type { TalkFigures } from "./measure-talk.ts";
import { type ProgramName, programNames } from "./programs.ts";
import { found, type Results } from "./results.ts";

const labels: Readonly<Record<ProgramName, string>> = {
  ours: "Counterpoint",
  relay: "raw relay",
  "y-websocket-server": "@y/websocket-server 0.1.1",
  hocuspocus: "Hocuspocus 4.7.0",
};

export function report(results: Results): string {
  const loads = allLoads.filter((load) => programNames.some((program) => found(results, load, program)));
  return [
    "## The server",
    "Written by `npm run bench:server`. One run, one machine, all servers.",
    machineLines(results),
    howMeasured,
    "### What the server has to reach",
    barTable(barsOf(results)),
    "### What it was designed for",
    "Figures for two cores that do nothing else; clients and server share them.",
    barTable(aimsOf(results)),
    ...loads.flatMap((load) => [
      `### ${load.name} (${offered(load)} deliveries a second offered)`,
      loadTable(results, load),
    ]),
    "### Ratios",
    "Ours / theirs: below 1 is better.",
    ratioTable(results, loads),
    ...memoryLines(results),
    ...talkLines(results),
    ...clusterLines(results),
    ...failureLines(results),
  ].join("\n\n");
}

const howMeasured = `### How

Each server is a process of its own on this machine, started afresh for every load and repetition; the servers take turns,
so that what else the machine does falls on all. The clients are one process of real sockets that speak each server's
protocol and send real Yjs updates of some 60 bytes, each with the time in it; whoever else gets a frame looks for times
in it. *Fan-out* is from sending to a receiver's hands. *Acknowledgement* is, for ours, from the question whether all is
saved to the answer, which comes after the disk has it; for Hocuspocus from an update to its status, which comes once it
is applied in memory (it stores some seconds later); the others have none. *Processor* is of one core.

Ours is the built program with its SQLite store, each change durable, nothing switched off, behind what it takes for a
proxy. The raw relay is \`ws\` passing on what it gets, unread: the floor. @y/websocket-server runs in memory as it comes.
Hocuspocus has its defaults and its SQLite extension, whose driver is replaced by libsql, the one that ours has.`;

function machineLines({ machine, seconds, repeats }: Results): string {
  const { processor, cores, system, node, loadBefore, loadAfter, date } = machine;
  return [
    `${date.slice(0, 10)}, ${processor}, ${cores} cores, ${system}; Node ${node}.`,
    `Load average before ${loadBefore.toFixed(1)}, after ${loadAfter.toFixed(1)}.`,
    `Each load for ${seconds} s; the median stands of ${repeats.compared} times where something is wanted beside other servers, of
${repeats.bounded} where something else is, and of ${repeats.others} of the rest.`,
  ].join("\n");
}

function barTable(bars: readonly Bar[]): string {
  const rows = bars.map(({ what, wanted, measured, isReached }) => [
    what,
    wanted,
    measured,
    isReached ? "yes" : "**no**",
  ]);
  return table(["What", "Wanted", "Measured", "Reached"], rows);
}

function loadTable(results: Results, load: Load): string {
  const rows = programNames.flatMap((program) => {
    const figures = found(results, load, program);
    return figures ? [[labels[program], ...cellsOf(figures)]] : [];
  });
  return table(columns, rows);
}

const columns = [
  "Server",
  "Fan-out p50, ms",
  "p99",
  "Delivered a second",
  "Delivered",
  "Acknowledgement p50, ms",
  "p99",
  "Processor",
  "Memory, MiB",
  "Clients' processor",
];

function cellsOf(figures: LoadFigures): readonly string[] {
  const { fanOutP50, fanOutP99, ackP50, ackP99, cpuShare, memoryMib, crowdCpuShare } = figures;
  return [
    decimal(fanOutP50),
    decimal(fanOutP99),
    figures.deliveredPerSecond.toFixed(0),
    percent(figures.deliveredShare, 2),
    decimal(ackP50),
    decimal(ackP99),
    percent(cpuShare, 0),
    memoryMib?.toFixed(0) ?? "-",
    percent(crowdCpuShare, 0),
  ];
}

const compared = ["fanOutP50", "fanOutP99", "cpuShare", "memoryMib"] as const;

function ratioTable(results: Results, loads: readonly Load[]): string {
  const rows = loads.flatMap((load) => {
    const ours = found(results, load, "ours");
    return programNames.flatMap((program) => {
      const theirs = found(results, load, program);
      if (program === "ours" || !ours || !theirs) return [];
      return [[load.name, labels[program], ...compared.map((figure) => ratio(ours[figure], theirs[figure]))]];
    });
  });
  return table(["Load", "Against", ...compared.map((figure) => figureLabels[figure])], rows);
}

function memoryLines({ idle, large, crowds }: Results): readonly string[] {
  if (!idle && !large && !crowds) return [];
  const rows: string[][] = [];
  if (idle)
    rows.push([
      `A room that nobody is in, ${idle.cards} cards (${idle.rooms} at once)`,
      `${idle.kibPerRoom.toFixed(0)} KiB`,
    ]);
  if (large) {
    const what = `${large.cards} cards with ${large.edits} edits behind them (${large.stateMib.toFixed(1)} MiB, and ${large.tailRecords} records)`;
    const [before, after] = large.memoryMib;
    rows.push(
      [`${what}: opened by the first`, `${large.firstMs.toFixed(0)} ms`],
      ["the same, opened by the next", `${large.nextMs.toFixed(0)} ms`],
      ["the server's memory before and after", `${before.toFixed(0)} and ${after.toFixed(0)} MiB`],
    );
  }
  if (crowds) {
    const { people, documentBytes, emptyMs, sameMs, idleMib, upToDateMs } = crowds;
    rows.push(
      [
        `${people} who come at once have all of ${(documentBytes / 1000).toFixed(0)} kB`,
        `${emptyMs.toFixed(0)} ms`,
      ],
      ["the same, who have it already", `${sameMs.toFixed(0)} ms`],
      ["the server's memory with as many in an empty map, idle", `${idleMib.toFixed(0)} MiB`],
      ["an answer to one who has it already", `${upToDateMs.toFixed(2)} ms`],
    );
  }
  return ["### Rooms in memory", table(["What", "Measured"], rows)];
}

function talkLines({ talks }: Results): readonly string[] {
  if (talks === undefined) return [];
  const rows = talks.flatMap((talk) => {
    const { followers, steps, pointer } = talk;
    const rowOf = (what: string, figures: LoadFigures): string[] => [
      `${followers}, ${what}`,
      decimal(figures.fanOutP50),
      decimal(figures.fanOutP99),
      percent(figures.deliveredShare, 2),
      kilobytes(figures.bytesPerWrite),
      figures.bytesPerWrite === undefined ? "-" : (figures.bytesPerWrite / followers).toFixed(0),
      percent(figures.cpuShare, 0),
      ...memoryOf(talk, figures),
      percent(figures.crowdCpuShare, 0),
    ];
    return [rowOf("4 steps a second", steps), ...(pointer ? [rowOf("pointer at 20 a second", pointer)] : [])];
  });
  const joined = talks.map(({ followers, joinMs }) => `${followers} in ${joinMs.toFixed(0)} ms`).join(", ");
  return [
    "### A talk and its followers",
    `Everybody is behind one address and came by the code of the talk; each has a line to the map and one to what is said about
it. A step is the presenter's presence with its stage. Presence leaves at once after a pause, else at most 20 times a
second, the latest state: of a pointer's places not every one is told. All joined at once by the code: ${joined}.`,
    table(talkColumns, rows),
  ];
}

const talkColumns = [
  "Followers",
  "Reaches them p50, ms",
  "p99",
  "Delivered",
  "A step, to all, kB",
  "to each, bytes",
  "Processor",
  "Memory, MiB",
  "KiB a follower",
  "Clients' processor",
];

function memoryOf({ emptyMib, followers }: TalkFigures, { memoryMib }: LoadFigures): readonly string[] {
  if (memoryMib === undefined) return ["-", "-"];
  return [memoryMib.toFixed(0), (((memoryMib - emptyMib) * 1024) / followers).toFixed(0)];
}

function kilobytes(bytes: number | undefined): string {
  return bytes === undefined ? "-" : (bytes / 1000).toFixed(1);
}

function clusterLines({ cluster }: Results): readonly string[] {
  if (cluster === undefined) return [];
  return [
    "### Two servers",
    `${acrossLoad.name}, by PostgreSQL (every commit waits for the disk) and Redis, all on this machine. Processor and memory\nare those of the server that is written to.`,
    table(columns, [["Counterpoint", ...cellsOf(cluster)]]),
  ];
}

function failureLines({ failures }: Results): readonly string[] {
  return failures.length === 0 ? [] : ["### Not measured", failures.map((line) => `- ${line}`).join("\n")];
}

function ratio(ours: number | undefined, theirs: number | undefined): string {
  return ours === undefined || theirs === undefined ? "-" : (ours / theirs).toFixed(2);
}

function decimal(value: number | undefined): string {
  return value?.toFixed(value < 10 ? 2 : 1) ?? "-";
}

function percent(share: number | undefined, digits: number): string {
  return share === undefined ? "-" : `${(share * 100).toFixed(digits)} %`;
}
