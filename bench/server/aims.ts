/** What the server was designed for on two quiet cores; beside the bars it is held to, in bars.ts. */
import { type Bar, figureLabels } from "./bars.ts";
import { few, heavy, type Load, small } from "./loads.ts";
import type { LoadFigures } from "./measure-load.ts";
import { found, type Results } from "./results.ts";

/** All that this run can say of what was aimed for. */
export function aimsOf(results: Results): readonly Bar[] {
  const { crowds, cluster, large, lagP99 } = results;
  const of = (load: Load, figure: keyof LoadFigures, most: number, unit: "ms" | "%"): Bar | undefined => {
    const value = found(results, load, "ours")?.[figure];
    const measured = unit === "%" && value !== undefined ? value * 100 : value;
    return aim(`${load.name}: ${figureLabels[figure]}`, measured, most, unit);
  };
  return [
    of(few, "fanOutP50", 1, "ms"),
    of(few, "fanOutP99", 5, "ms"),
    of(small, "fanOutP99", 8, "ms"),
    of(small, "cpuShare", 55, "%"),
    of(heavy, "fanOutP99", 10, "ms"),
    of(heavy, "cpuShare", 75, "%"),
    of(few, "ackP50", 5, "ms"),
    of(few, "ackP99", 50, "ms"),
    aim("two servers: acknowledgement p50, PostgreSQL", cluster?.ackP50, 3, "ms"),
    aim("two servers: acknowledgement p99, PostgreSQL", cluster?.ackP99, 15, "ms"),
    aim("two servers: fan-out p50 from one to the other", cluster?.fanOutP50, 5, "ms"),
    aim("the large room: opened by the first", large?.firstMs, 700, "ms"),
    aim("SyncStep2 to one who has everything", crowds?.upToDateMs, 2, "ms"),
    aim("all who come at once have it, with the same state", crowds?.sameMs, 3_000, "ms"),
    aim("all who come at once have it, with nothing yet", crowds?.emptyMs, 5_000, "ms"),
    aim("memory with as many in an empty map, idle", crowds?.idleMib, 150, "MiB"),
    aim(`event loop held up, p99, at ${small.name}`, lagP99, 20, "ms"),
  ].filter((bar) => bar !== undefined);
}

function aim(what: string, value: number | undefined, most: number, unit: string): Bar | undefined {
  if (value === undefined || Number.isNaN(value)) return undefined;
  const measured = `${value.toFixed(value < 10 ? 2 : 0)} ${unit}`;
  return { what, wanted: `at most ${most} ${unit}`, measured, isReached: value <= most };
}
