import type { Browser } from "@playwright/test";
import { type Figures, median, medianOf, settled, within } from "./measure.ts";
import { perform, prepare, underCrowd } from "./motions.ts";
import { type AppName, barSize, isDoneBy, type MotionName, type Options, type PeerName } from "./options.ts";
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

/** A motion that is stuck for so long is given up, and with it a peer at this size. */
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
    const sizes = options.motions.length > 0 ? options.sizes : [];
    for (const size of sizes) await measureOurs(options, bench, results, size);
    if (options.crowd) {
      results.crowd = await measureCrowd(bench).catch((fault: unknown) => {
        noteFailure(results, "ours", crowdCards, fault);
        return undefined;
      });
    }
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
      const opening = await openAndClose(bench, size);
      openings.set(size, [...(openings.get(size) ?? []), opening]);
      say(`ours ${size} opened: ${wordsOfOpening(opening)}`);
    }
  }
  for (const [size, all] of openings) {
    results.openings.set(openingKey("ours", size), {
      firstPaintMs: median(all.map(({ firstPaintMs }) => firstPaintMs)),
      wholeMs: median(all.map(({ wholeMs }) => wholeMs)),
      heapMib: median(all.map(({ heapMib }) => heapMib)),
      scriptKb: median(all.map(({ scriptKb }) => scriptKb)),
    });
  }
}

async function openAndClose({ browser, product }: Bench, size: number): Promise<Opening> {
  const stage = await openOurs(browser, product, size);
  await stage.close();
  return stage.opening;
}

async function measureOurs(options: Options, bench: Bench, results: Mutable, size: number): Promise<void> {
  const ours = await openOurs(bench.browser, bench.product, size);
  const empty = await openPeer(bench.browser, "empty-react-flow", bench.urlOf("empty-react-flow", 0), size);
  for (const motion of options.motions.filter((name) => isDoneBy("ours", size, name))) {
    try {
      const [mine = [], theirs = []] = await rounds([ours, empty], motion, repeatsAt(options, size));
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

async function measureCrowd({ browser, product }: Bench): Promise<Figures> {
  const stage = await openOurs(browser, product, crowdCards);
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
    for (const motion of options.motions.filter((name) => isDoneBy(app, size, name))) {
      // No bar depends on tldraw, which is slow; once tells enough.
      const [all = []] = await rounds([stage], motion, app === "tldraw" ? 1 : repeatsAt(options, size));
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

function repeatsAt({ repeats }: Options, size: number): number {
  return size < barSize ? 1 : repeats;
}

/** Does a motion several times, each time on every stage in turn; a list of figures for each stage. */
async function rounds(stages: readonly Stage[], motion: MotionName, count: number): Promise<Figures[][]> {
  const figures = stages.map((): Figures[] => []);
  for (let round = 0; round < count; round++) {
    for (const [index, stage] of stages.entries()) {
      const fault = `${stage.app} did not come to an end of ${motion}`;
      figures[index]?.push(await within(once(stage, motion, round), motionDeadlineMs, fault));
    }
  }
  return figures;
}

async function once(stage: Stage, motion: MotionName, round: number): Promise<Figures> {
  await stage.page.bringToFront();
  // All motions but zooming end where they began.
  if (round === 0 || motion === "zoom") await prepare(stage, motion);
  const figures = await perform(stage, motion, round);
  await settled(stage);
  return figures;
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

function wordsOfOpening({ firstPaintMs, wholeMs, heapMib, scriptKb }: Opening): string {
  return `${firstPaintMs.toFixed(0)} ms, to work on ${wholeMs.toFixed(0)} ms, heap ${heapMib.toFixed(1)} MiB, scripts ${scriptKb.toFixed(0)} kB`;
}
