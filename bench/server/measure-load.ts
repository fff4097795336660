/** One load on one server. */
import { fork } from "node:child_process";
import { join } from "node:path";
import type { CrowdMessage, CrowdOrder, CrowdResult } from "./crowd.ts";
import { Latencies } from "./latencies.ts";
import type { Load } from "./loads.ts";
import { figuresOf } from "./process-figures.ts";
import { type ProgramName, startProgram } from "./programs.ts";

export type LoadFigures = Readonly<{
  fanOutP50: number | undefined;
  fanOutP99: number | undefined;
  deliveredPerSecond: number;
  /** Of what should have arrived; below 1 something never did. */
  deliveredShare: number;
  /** What one write makes all who hear of it receive, together. */
  bytesPerWrite: number | undefined;
  ackP50: number | undefined;
  ackP99: number | undefined;
  /** Processor time of the server, of one core. */
  cpuShare: number | undefined;
  memoryMib: number | undefined;
  /** Processor time of the clients: near 1 the latencies are theirs. */
  crowdCpuShare: number | undefined;
}>;

export type Durations = Readonly<{ warmUpMs: number; measureMs: number }>;

/** Starts a fresh server, so that nothing of one load weighs on the next. */
export async function measureLoad(
  name: ProgramName,
  load: Load,
  { warmUpMs, measureMs }: Durations,
): Promise<LoadFigures> {
  const program = await startProgram(name);
  try {
    const { dialect } = program;
    const { writers, writesPerSecond, hasPresence } = load;
    const rooms = await program.doors(load);
    const order = { dialect, rooms, writers, writesPerSecond, hasPresence, warmUpMs, measureMs };
    return await underCrowd(program.pid, order);
  } finally {
    await program.stop();
  }
}

/** Lets a crowd do what it is told; what it found, and what that took of the process of that number. */
export function underCrowd(pid: number, order: CrowdOrder): Promise<LoadFigures> {
  const crowd = fork(join(import.meta.dirname, "crowd.ts"), [], { execArgv: ["--import", "tsx"] });
  const marks: (ReturnType<typeof figuresOf> | undefined)[] = [];
  const crowdMarks: (ReturnType<typeof figuresOf> | undefined)[] = [];
  let memoryMib: number | undefined;
  const watching = setInterval(() => {
    const now = figuresOf(pid)?.residentMib;
    if (marks.length === 1 && now !== undefined) memoryMib = Math.max(memoryMib ?? 0, now);
  }, 250);
  const seconds = order.measureMs / 1000;
  const share = (taken: typeof marks): number | undefined => {
    const [before, after] = taken;
    return before && after && (after.cpuSeconds - before.cpuSeconds) / seconds;
  };
  return new Promise<LoadFigures>((resolve, reject) => {
    crowd.on("exit", (code) => reject(new Error(`The clients' process ended with ${code}.`)));
    crowd.on("message", (message: CrowdMessage) => {
      switch (message.type) {
        case "ready":
          crowd.send(order);
          return;
        case "begin":
        case "end":
          marks.push(figuresOf(pid));
          crowdMarks.push(figuresOf(crowd.pid ?? 0));
          memoryMib = Math.max(memoryMib ?? 0, marks.at(-1)?.residentMib ?? 0) || undefined;
          return;
        case "result":
          resolve({
            ...figuresFrom(message.result, seconds),
            cpuShare: share(marks),
            memoryMib,
            crowdCpuShare: share(crowdMarks),
          });
          return;
        case "failed":
          reject(new Error(`${message.reason}.`));
      }
    });
  }).finally(() => {
    clearInterval(watching);
    crowd.kill();
  });
}

function figuresFrom(
  result: CrowdResult,
  seconds: number,
): Omit<LoadFigures, "cpuShare" | "memoryMib" | "crowdCpuShare"> {
  const [fanOut, acks] = [new Latencies(result.fanOut), new Latencies(result.acks)];
  return {
    fanOutP50: fanOut.percentile(50),
    fanOutP99: fanOut.percentile(99),
    deliveredPerSecond: result.delivered / seconds,
    deliveredShare: result.expected === 0 ? 0 : result.delivered / result.expected,
    bytesPerWrite: result.sent === 0 ? undefined : result.bytes / result.sent,
    ackP50: acks.percentile(50),
    ackP99: acks.percentile(99),
  };
}
