/** Figures of one motion on one page: frames by the page's own clock, main-thread time by the browser's. */
import type { CDPSession, Page } from "@playwright/test";

export type Figures = Readonly<{
  fps: number;
  p50: number;
  p95: number;
  /** The longest frame, in milliseconds. */
  longest: number;
  /** Milliseconds of the main thread's processor time a frame: all, and of these scripts, style and layout; what is left is mostly painting. */
  mainMs: number;
  scriptMs: number;
  styleMs: number;
  layoutMs: number;
}>;

export type Measured = Readonly<{ page: Page; cdp: CDPSession }>;

const frameMs = 1000 / 60;
const quietShare = 0.1;
const quietForMs = 300;

declare global {
  /** See in-page.js. */
  var meter: Readonly<{
    firstPaint?: number;
    whole?: number;
    start: () => void;
    stop: () => readonly number[];
  }>;
}

/** The browser's names for what a main thread spends its seconds on. */
const spending = {
  mainMs: "TaskDuration",
  scriptMs: "ScriptDuration",
  styleMs: "RecalcStyleDuration",
  layoutMs: "LayoutDuration",
} as const;
type Spent = Readonly<Record<keyof typeof spending, number>>;

/** Runs a motion and says how the page kept up. */
export async function measure({ page, cdp }: Measured, motion: () => Promise<void>): Promise<Figures> {
  await page.evaluate(() => meter.start());
  const before = await spentMs(cdp);
  await motion();
  const after = await spentMs(cdp);
  const times = await page.evaluate(() => meter.stop());
  const gaps = times.slice(1).map((time, index) => time - (times[index] ?? time));
  const lastedMs = (times.at(-1) ?? 0) - (times[0] ?? 0);
  const sorted = gaps.toSorted((a, b) => a - b);
  const aFrame = (name: keyof Spent): number => (after[name] - before[name]) / Math.max(1, gaps.length);
  return {
    fps: lastedMs > 0 ? (gaps.length * 1000) / lastedMs : 0,
    p50: quantile(sorted, 0.5),
    p95: quantile(sorted, 0.95),
    longest: sorted.at(-1) ?? 0,
    mainMs: aFrame("mainMs"),
    scriptMs: aFrame("scriptMs"),
    styleMs: aFrame("styleMs"),
    layoutMs: aFrame("layoutMs"),
  };
}

/** Resolves once the page has next to nothing left to do, or when the deadline has passed. */
export async function settled({ cdp }: Measured, deadlineMs = 20_000): Promise<void> {
  const end = performance.now() + deadlineMs;
  let before = (await spentMs(cdp)).mainMs;
  while (performance.now() < end) {
    await pause(quietForMs);
    const now = (await spentMs(cdp)).mainMs;
    if (now - before < quietForMs * quietShare) return;
    before = now;
  }
}

/** JavaScript heap in MiB, after what can be thrown away has been. */
export async function heapMib({ cdp }: Measured): Promise<number> {
  // What the first run frees may hold more that only a second can.
  for (let run = 0; run < 2; run++) await cdp.send("HeapProfiler.collectGarbage");
  const { usedSize } = await cdp.send("Runtime.getHeapUsage");
  return usedSize / 1_048_576;
}

const names = ["fps", "p50", "p95", "longest", "mainMs", "scriptMs", "styleMs", "layoutMs"] as const;

/** The middle of each figure over the repeats. */
export function medianOf(all: readonly Figures[]): Figures {
  const middles = names.map((name) => [name, median(all.map((figures) => figures[name]))]);
  return Object.fromEntries(middles) as Figures;
}

export function median(values: readonly number[]): number {
  return quantile(
    values.toSorted((a, b) => a - b),
    0.5,
  );
}

/** Calls `step` once for each frame of a screen at 60 Hz, late or not, and resolves when all calls have. */
export async function everyFrame(count: number, step: (index: number) => Promise<unknown>): Promise<void> {
  const start = performance.now();
  const calls: Promise<unknown>[] = [];
  for (let index = 0; index < count; index++) {
    await pause(start + index * frameMs - performance.now());
    // Not awaited one by one: a person's hand does not wait for the page either.
    calls.push(step(index));
  }
  await Promise.all(calls);
}

/** Gives up on what hangs; what it was doing goes on unheard until its page is closed. */
export async function within<Value>(work: Promise<Value>, ms: number, fault: string): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${fault} within ${ms / 1000} s`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)));
}

async function spentMs(cdp: CDPSession): Promise<Spent> {
  const { metrics } = await cdp.send("Performance.getMetrics");
  const secondsOf = new Map(metrics.map(({ name, value }) => [name, value]));
  const spent = Object.entries(spending).map(([name, metric]) => [name, (secondsOf.get(metric) ?? 0) * 1000]);
  return Object.fromEntries(spent) as Spent;
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
