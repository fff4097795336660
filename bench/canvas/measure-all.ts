import type { Browser } from "@playwright/test";
import { type Figures, median, medianOf, settled } from "./measure.ts";
import { perform, prepare, underCrowd } from "./motions.ts";
import type { AppName, MotionName, Options, PeerName } from "./options.ts";
import { openOurs } from "./our-stage.ts";
import { openPeer } from "./peer-stage.ts";
import type { Product } from "./product.ts";
import { crowdCards, type Machine, motionKey, openingKey, type Results } from "./results.ts";
import { say } from "./say.ts";
import type { Opening, Stage } from "./stage.ts";

export type Bench = Readonly<{
  browser: Browser;
  product: Product;
  urlOf: (name: PeerName, size: number) => string;
  machine: Machine;
}>;

/** A motion that is stuck for so long is given up, and with it the program at this size. */
const motionDeadlineMs = 60_000;

type Mutable = { -readonly [Key in keyof Results]: Results[Key] };

/** Everything that the options ask for, one program and one size after the other. */
export async function measureAll(options: Options, bench: Bench): Promise<Results> {
  const results: Mutable = {
    machine: bench.machine,
    repeats: options.repeats,
    openings: new Map(),
    motions: new Map(),
    crowd: undefined,
    failures: new Map(),
  };
  const peers = options.apps.filter((app): app is PeerName => app !== "ours" && app !== "empty-react-flow");
  if (options.apps.includes("ours")) {
    await openOften(options, bench, results);
    for (const size of options.sizes) await measureOurs(options, bench, results, size);
    if (options.crowd) results.crowd = await measureCrowd(bench);
  }
  for (const app of peers) {
    for (const size of options.sizes) {
      const hasFailed = await measurePeer(options, bench, results, app, size);
      // What failed at this size fails at every larger one, only later.
      if (hasFailed) break;
    }
  }
  return results;
}

/** Sizes in turn, since the small map is what the large one is held against. */
async function openOften(options: Options, bench: Bench, results: Mutable): Promise<void> {
  const openings = new Map<number, Opening[]>();
  for (let round = 0; round < options.repeats; round++) {
    for (const size of options.sizes) {
      const stage = await openOurs(bench.browser, bench.product, size);
      await stage.close();
      openings.set(size, [...(openings.get(size) ?? []), stage.opening]);
      say(`ours ${size} opened: ${wordsOfOpening(stage.opening)}`);
    }
  }
  for (const [size, all] of openings) {
    results.openings.set(openingKey("ours", size), {
      firstPaintMs: median(all.map(({ firstPaintMs }) => firstPaintMs)),
      heapMib: median(all.map(({ heapMib }) => heapMib)),
      scriptKb: median(all.map(({ scriptKb }) => scriptKb)),
    });
  }
}

async function measureOurs(options: Options, bench: Bench, results: Mutable, size: number): Promise<void> {
  if (options.motions.length === 0) return;
  const ours = await openOurs(bench.browser, bench.product, size);
  const empty = await openPeer(bench.browser, "empty-react-flow", bench.urlOf("empty-react-flow", 0), size);
  for (const motion of options.motions) {
    const [mine, theirs]: [Figures[], Figures[]] = [[], []];
    try {
      for (let round = 0; round < options.repeats; round++) {
        mine.push(await once(ours, motion, round));
        theirs.push(await once(empty, motion, round));
      }
      const measured = { figures: medianOf(mine), empty: medianOf(theirs) };
      results.motions.set(motionKey("ours", size, motion), measured);
      say(`ours ${size} ${motion}: ${wordsOf(measured.figures)}; empty ${wordsOf(measured.empty)}`);
    } catch (fault) {
      noteFailure(results, "ours", size, fault);
    }
  }
  await empty.close();
  await ours.close();
}

async function measureCrowd(bench: Bench): Promise<Figures> {
  const stage = await openOurs(bench.browser, bench.product, crowdCards);
  await stage.setView("fit");
  const far = await underCrowd(stage);
  await stage.setView(1);
  const near = await underCrowd(stage);
  await stage.close();
  say(`ours ${crowdCards} crowd: near ${wordsOf(near)}; whole map ${wordsOf(far)}`);
  return near.longest > far.longest ? near : far;
}

/** Whether it failed. */
async function measurePeer(
  options: Options,
  bench: Bench,
  results: Mutable,
  app: PeerName,
  size: number,
): Promise<boolean> {
  let stage: Stage | undefined;
  try {
    stage = await openPeer(bench.browser, app, bench.urlOf(app, size), size);
    results.openings.set(openingKey(app, size), stage.opening);
    say(`${app} ${size} opened: ${wordsOfOpening(stage.opening)}`);
    for (const motion of options.motions) {
      const all: Figures[] = [];
      for (let round = 0; round < options.repeats; round++) all.push(await once(stage, motion, round));
      results.motions.set(motionKey(app, size, motion), { figures: medianOf(all) });
      say(`${app} ${size} ${motion}: ${wordsOf(medianOf(all))}`);
    }
    return false;
  } catch (fault) {
    noteFailure(results, app, size, fault);
    return true;
  } finally {
    await stage?.close();
  }
}

async function once(stage: Stage, motion: MotionName, round: number): Promise<Figures> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const fault = new Error(`did not come to an end within ${motionDeadlineMs / 1000} s of ${motion}`);
    timer = setTimeout(() => reject(fault), motionDeadlineMs);
  });
  const done = (async () => {
    await stage.page.bringToFront();
    await prepare(stage, motion);
    const figures = await perform(stage, motion, round);
    await settled(stage);
    return figures;
  })();
  try {
    return await Promise.race([done, late]);
  } finally {
    clearTimeout(timer);
  }
}

function noteFailure(results: Mutable, app: AppName, size: number, fault: unknown): void {
  const sentence = fault instanceof Error ? (fault.message.split("\n")[0] ?? "") : String(fault);
  results.failures.set(openingKey(app, size), sentence);
  say(`${app} ${size} failed: ${sentence}`);
}

function wordsOf({ fps, p50, p95, longest, mainMs, scriptMs, styleMs, layoutMs }: Figures): string {
  const [rate, middle, late, most] = [fps, p50, p95, longest].map((value) => value.toFixed(0));
  const [script, style, layout] = [scriptMs, styleMs, layoutMs].map((value) => value.toFixed(1));
  const main = `main ${mainMs.toFixed(1)} ms (script ${script}, style ${style}, layout ${layout})`;
  return `${rate} fps, p50 ${middle}, p95 ${late}, longest ${most} ms, ${main}`;
}

function wordsOfOpening({ firstPaintMs, heapMib, scriptKb }: Opening): string {
  return `${firstPaintMs.toFixed(0)} ms, heap ${heapMib.toFixed(1)} MiB, scripts ${scriptKb.toFixed(0)} kB`;
}
