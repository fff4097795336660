import { heavy, type Load, lecture, small } from "./loads.ts";
import type { LoadFigures } from "./measure-load.ts";
import type { TalkFigures } from "./measure-talk.ts";
import { found, type Results } from "./results.ts";

/** Something that has to be reached. */
export type Bar = Readonly<{ what: string; wanted: string; measured: string; isReached: boolean }>;

type Figure = keyof LoadFigures;

/** All that this run can say of what is wanted; nothing of what it left out. */
export function barsOf(results: Results): readonly Bar[] {
  return [
    against(results, small, "fanOutP99", "relay", 1.5),
    against(results, small, "fanOutP99", "y-websocket-server", 1),
    against(results, heavy, "fanOutP50", "hocuspocus", 1),
    against(results, heavy, "fanOutP99", "hocuspocus", 1),
    against(results, heavy, "cpuShare", "hocuspocus", 1.1),
    below(results, small, "ackP50", 10, "ms"),
    below(results, heavy, "ackP50", 10, "ms"),
    below(results, lecture, "fanOutP99", 250, "ms"),
    below(results, lecture, "memoryMib", 400, "MiB"),
    ...complete(results),
    ...talkBars(results.talks ?? []),
  ].filter((bar) => bar !== undefined);
}

export const figureLabels: Readonly<Record<Figure, string>> = {
  fanOutP50: "fan-out p50",
  fanOutP99: "fan-out p99",
  deliveredPerSecond: "delivered a second",
  deliveredShare: "delivered",
  bytesPerWrite: "bytes a write",
  ackP50: "acknowledgement p50",
  ackP99: "acknowledgement p99",
  cpuShare: "processor",
  memoryMib: "memory",
  crowdCpuShare: "clients' processor",
};

function against(
  results: Results,
  load: Load,
  figure: Figure,
  other: "relay" | "y-websocket-server" | "hocuspocus",
  most: number,
): Bar | undefined {
  const [ours, theirs] = [found(results, load, "ours")?.[figure], found(results, load, other)?.[figure]];
  if (ours === undefined || theirs === undefined) return undefined;
  return {
    what: `${load.name}: ${figureLabels[figure]} against ${other}`,
    wanted: `at most x ${most}`,
    measured: `x ${(ours / theirs).toFixed(2)}`,
    isReached: ours <= theirs * most,
  };
}

function below(results: Results, load: Load, figure: Figure, most: number, unit: string): Bar | undefined {
  const ours = found(results, load, "ours")?.[figure];
  if (ours === undefined) return undefined;
  return {
    what: `${load.name}: ${figureLabels[figure]}`,
    wanted: `below ${most} ${unit}`,
    measured: `${ours.toFixed(1)} ${unit}`,
    isReached: ours < most,
  };
}

function complete(results: Results): readonly Bar[] {
  const share = found(results, lecture, "ours")?.deliveredShare;
  if (share === undefined) return [];
  const measured = `${(share * 100).toFixed(2)} %`;
  return [
    {
      what: `${lecture.name}: every edit reaches everyone`,
      wanted: "100 %",
      measured,
      isReached: share === 1,
    },
  ];
}

/** What a step may cost each of many more than each of few: traffic grows with people, and not faster. */
const linearWithin = 1.05;

function talkBars(talks: readonly TalkFigures[]): readonly Bar[] {
  const [few, many] = [talks[0], talks.at(-1)];
  if (few === undefined || many === undefined) return [];
  const { fanOutP99 = Number.POSITIVE_INFINITY, deliveredShare } = many.steps;
  const growth = perFollower(many) / perFollower(few);
  const what = `a talk with ${many.followers} followers`;
  return [
    {
      what: `${what}: a step reaches them, p99`,
      wanted: "below 250 ms",
      measured: `${fanOutP99.toFixed(1)} ms`,
      isReached: fanOutP99 < 250,
    },
    {
      what: `${what}: every step reaches everyone`,
      wanted: "100 %",
      measured: `${(deliveredShare * 100).toFixed(2)} %`,
      isReached: deliveredShare === 1,
    },
    {
      what: `${what}: bytes a step to each, against ${few.followers}`,
      wanted: `at most x ${linearWithin}`,
      measured: `x ${growth.toFixed(2)}`,
      isReached: growth <= linearWithin,
    },
  ];
}

function perFollower({ steps, followers }: TalkFigures): number {
  return (steps.bytesPerWrite ?? Number.POSITIVE_INFINITY) / followers;
}
