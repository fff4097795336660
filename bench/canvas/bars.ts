/** What the canvas has to reach, each as one line with what was measured; a bar that a run left out is not there. */
import type { Figures } from "./measure.ts";
import { motionLabels } from "./motion-labels.ts";
import { type AppName, type MotionName, motionNames } from "./options.ts";
import { crowdCards, type Measured, motionKey, openingKey, type Results } from "./results.ts";

export type Bar = Readonly<{ what: string; wanted: string; measured: string; isReached: boolean }>;

const large = 10_000;
const small = 200;
const peerSize = 3000;
const keptWhileZooming = 0.85;
const keptOtherwise = 0.9;
const zoomMainMs = 10;
const timesPlain = 8;
const slowestOpening = 2;
const mostHeapMib = 60;
const longestInCrowdMs = 100;
const mostScriptKb = 300;
/** Frames that differ by less are the same: the screen's 60 Hz is the most that anybody can show. */
const sameFrames = 0.03;

/** Of moving about, alone and among others. */
export function motionBars(results: Results): readonly Bar[] {
  return [
    ...motionNames.flatMap((motion) => keptBar(results, motion)),
    ...[...panning, ...slowPanning].flatMap((motion) => plainBar(results, motion)),
    ...[peerSize, large].flatMap((size) =>
      motionNames.flatMap((motion) => excalidrawBar(results, motion, size)),
    ),
    ...crowdBar(results),
  ];
}

export const panning: readonly MotionName[] = motionNames.filter((name) => name.startsWith("pan-"));

const slowPanning = motionNames.filter((name) => name.startsWith("slow-pan-"));

/** Share of the empty canvas's frames that ours shows. */
export function kept({ figures, empty }: Measured): number | undefined {
  return empty && empty.fps > 0 ? figures.fps / empty.fps : undefined;
}

function keptBar(results: Results, motion: MotionName): readonly Bar[] {
  const measured = results.motions.get(motionKey("ours", large, motion));
  const share = measured && kept(measured);
  if (!measured || share === undefined) return [];
  const what = `${motionLabels[motion]}, ${large} cards: frames against the empty canvas`;
  if (motion !== "zoom") return [bar(what, `≥ ${keptOtherwise}`, share.toFixed(2), share >= keptOtherwise)];
  const { mainMs } = measured.figures;
  return [
    bar(what, `≥ ${keptWhileZooming}`, share.toFixed(2), share >= keptWhileZooming),
    bar(
      `${motionLabels[motion]}, ${large} cards: main thread a frame`,
      `≤ ${zoomMainMs} ms`,
      `${mainMs.toFixed(1)} ms`,
      mainMs <= zoomMainMs,
    ),
  ];
}

function plainBar(results: Results, motion: MotionName): readonly Bar[] {
  const [ours, plain] = both(results, "plain-react-flow", motion, peerSize);
  if (!ours || !plain) return [];
  const times = ours.fps / plain.fps;
  const measured = `${times.toFixed(1)} x (${ours.fps.toFixed(0)} and ${plain.fps.toFixed(1)} a second)`;
  return [
    bar(
      `${motionLabels[motion]}, ${peerSize} cards: frames against plain React Flow`,
      `≥ ${timesPlain} x`,
      measured,
      times >= timesPlain,
    ),
  ];
}

function excalidrawBar(results: Results, motion: MotionName, size: number): readonly Bar[] {
  const [ours, theirs] = both(results, "excalidraw", motion, size);
  if (!ours || !theirs) return [];
  const ratio = ours.fps / theirs.fps;
  const isSame = Math.abs(ratio - 1) <= sameFrames;
  const main = `${ours.mainMs.toFixed(1)} and ${theirs.mainMs.toFixed(1)} ms`;
  return [
    bar(
      `${motionLabels[motion]}, ${size} cards: against Excalidraw`,
      "more frames, or as many with less main thread",
      `${ratio.toFixed(2)} x the frames, main thread ${main}`,
      isSame ? ours.mainMs < theirs.mainMs : ratio > 1,
    ),
  ];
}

/** Of opening a map. */
export function openingBars({ openings }: Results): readonly Bar[] {
  const [one, other] = [small, large].map((size) => openings.get(openingKey("ours", size)));
  const bars: Bar[] = [];
  if (one && other) {
    const times = other.firstPaintMs / one.firstPaintMs;
    const figures = `${times.toFixed(2)} x (${one.firstPaintMs.toFixed(0)} and ${other.firstPaintMs.toFixed(0)} ms)`;
    bars.push(
      bar(
        `first useful paint: ${large} cards against ${small}`,
        `≤ ${slowestOpening} x`,
        figures,
        times <= slowestOpening,
      ),
    );
  }
  if (other) {
    const { heapMib, scriptKb } = other;
    bars.push(
      bar(
        `heap at ${large} cards`,
        `< ${mostHeapMib} MiB`,
        `${heapMib.toFixed(1)} MiB`,
        heapMib < mostHeapMib,
      ),
      bar(
        "scripts of the map page before the first useful paint, gzipped",
        `≤ ${mostScriptKb} kB`,
        `${scriptKb.toFixed(0)} kB`,
        scriptKb <= mostScriptKb,
      ),
    );
  }
  return bars;
}

function crowdBar({ crowd }: Results): readonly Bar[] {
  if (!crowd) return [];
  return [
    bar(
      `ten people drag at once on ${crowdCards} cards: longest frame`,
      `≤ ${longestInCrowdMs} ms`,
      `${crowd.longest.toFixed(0)} ms`,
      crowd.longest <= longestInCrowdMs,
    ),
  ];
}

function both(
  { motions }: Results,
  app: AppName,
  motion: MotionName,
  size: number,
): readonly [Figures | undefined, Figures | undefined] {
  return [
    motions.get(motionKey("ours", size, motion))?.figures,
    motions.get(motionKey(app, size, motion))?.figures,
  ];
}

function bar(what: string, wanted: string, measured: string, isReached: boolean): Bar {
  return { what, wanted, measured, isReached };
}
