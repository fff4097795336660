import { readFileSync } from "node:fs";

/** What the system says of a process; only Linux says it. */
export type ProcessFigures = Readonly<{ cpuSeconds: number; residentMib: number }>;

/** Of the processor time in /proc; the same on every Linux in use. */
const ticksPerSecond = 100;

export function figuresOf(pid: number): ProcessFigures | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name of the program stands in brackets and may hold anything; after it the fields are numbers.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const [userTicks, systemTicks] = [Number(fields[11]), Number(fields[12])];
    const resident = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return {
      cpuSeconds: (userTicks + systemTicks) / ticksPerSecond,
      residentMib: Number(resident) / 1024,
    };
  } catch {
    return undefined; // another system, or the process is gone: the table then has a dash
  }
}
