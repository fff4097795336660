/** The canvas' part of docs/benchmarks.md, from one run. */
import { table } from "../page.ts";
import { type Bar, kept, motionBars, openingBars, panning } from "./bars.ts";
import type { Figures } from "./measure.ts";
import { motionLabels } from "./motion-labels.ts";
import {
  type AppName,
  allSizes,
  barSize,
  type MotionName,
  motionNames,
  peerNames,
  slowdown,
} from "./options.ts";
import { crowdCards, motionKey, openingKey, type Results } from "./results.ts";

const labels: Readonly<Record<AppName, string>> = {
  ours: "Counterpoint",
  "empty-react-flow": "empty React Flow",
  "plain-react-flow": "plain React Flow",
  excalidraw: "Excalidraw",
  tldraw: "tldraw",
};
/** Who stands in the tables beside ours; the empty canvas has a column of its own. */
const peers: readonly AppName[] = peerNames.filter((name) => name !== "empty-react-flow");

/** How the programs open. */
export function reportOpenings(results: Results): string {
  return [
    "## The canvas: opening a map",
    "Written by `npm run bench:canvas`. One run, one machine, all programs.",
    machineLines(results),
    howOpened,
    barTable(openingBars(results)),
    openingTable(results),
    "",
  ].join("\n\n");
}

/** How they move. */
export function reportMotions(results: Results): string {
  const sizes = allSizes.filter((size) =>
    [...results.motions.keys()].some((key) => key.includes(` ${size} `)),
  );
  return [
    "## The canvas: moving about",
    "Written by `npm run bench:canvas`. One run, one machine, all programs.",
    machineLines(results),
    howMoved,
    "### What the canvas has to reach",
    barTable(motionBars(results)),
    ...sizes.flatMap((size) => [`### ${size} cards`, motionTable(results, size)]),
    ...crowdLines(results),
    ...ratioLines(results, sizes),
    ...failureLines(results),
    "",
  ].join("\n\n");
}

const sameScene = `Every program shows the same scene: cards of 248 pixels' width with 120 characters of text, 1.3 links a card, in layers.
Ours is the built product with its server; the scene is a map on it, opened by its link, and nothing in it is made for
the bench. The others are small pages of their own (\`bench/peers\`), built for production. The window is 1280 x 800.`;

const howOpened = `${sameScene}

*First useful paint* is from the start of the navigation to the frame after the first card could be read, in a fresh
profile; of a large map ours shows a still picture of the corner where one begins, and the map itself is there *to work
on* later. *Heap* is JavaScript's, once the page has come to rest and garbage has been collected. *Scripts* are those that
had come by the first useful paint.`;

const howMoved = `${sameScene}

Wheel and mouse events go in through the browser at 60 a second: panning is 120 wheel events of 22 and 14 pixels, out and
back; zooming 60 events from 1 to 0.1 and 60 back; dragging 60 moves. The edits of others are half moves, half words, half
of them on the screen and half anywhere; ours come over the wire from another client, the others' through their own store.
Frames are counted in the page, main-thread time is the processor time that the browser counts for it; where something was
repeated, the median stands. Ours and the empty canvas take turns, motion by motion, so that what else the machine did fell
on both. The screen's 60 Hz is the most that frames can show; *processor ${slowdown} times slower* has the browser hold the main thread
back, as on a simple phone, so that the processor is the bound. Excalidraw goes no further out than zoom 0.1, so it never
shows the whole of the largest maps.`;

function machineLines({ machine, repeats }: Results): string {
  const { processor, cores, system, node, chromium, load, date } = machine;
  return [
    `${date.slice(0, 10)}, ${processor}, ${cores} cores, no GPU, ${system}; Node ${node}, Chromium ${chromium}, headless.`,
    `Load average at the start: ${load.toFixed(1)}. Repeats of openings, and of motions from ${barSize} cards on: ${repeats}.`,
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

function openingTable({ openings }: Results): string {
  const rows = allSizes.flatMap((size) =>
    (["ours", ...peers] as const).flatMap((app) => {
      const opening = openings.get(openingKey(app, size));
      if (!opening) return [];
      const { firstPaintMs, wholeMs, heapMib, scriptKb } = opening;
      const figures = [firstPaintMs.toFixed(0), wholeMs.toFixed(0), heapMib.toFixed(1), scriptKb.toFixed(0)];
      return [[String(size), labels[app], ...figures]];
    }),
  );
  return table(
    ["Cards", "Program", "First useful paint, ms", "To work on, ms", "Heap, MiB", "Scripts, gzipped kB"],
    rows,
  );
}

function motionTable(results: Results, size: number): string {
  const cell = (figures: Figures | undefined): string =>
    figures
      ? `${figures.fps.toFixed(0)} / ${figures.p50.toFixed(0)} / ${figures.p95.toFixed(0)} / ${figures.mainMs.toFixed(1)}`
      : "-";
  const rows = motionNames.flatMap((motion) => {
    const measured = (app: AppName) => results.motions.get(motionKey(app, size, motion));
    const ours = measured("ours");
    const others = peers.map((app) => cell(measured(app)?.figures));
    if (!ours && others.every((text) => text === "-")) return [];
    const share = ours && kept(ours);
    return [
      [motionLabels[motion], cell(ours?.figures), cell(ours?.empty), share?.toFixed(2) ?? "-", ...others],
    ];
  });
  const head = ["Motion", labels.ours, labels["empty-react-flow"], "Frames kept"];
  const legend = "Frames a second / p50 of a frame in ms / p95 / main-thread ms a frame.";
  return `${legend}\n\n${table([...head, ...peers.map((app) => labels[app])], rows)}`;
}

function crowdLines({ crowd }: Results): readonly string[] {
  if (!crowd) return [];
  const { fps, p95, longest, mainMs } = crowd;
  return [
    `### Ten people drag at once, ${crowdCards} cards`,
    `The worse of zoom 1 and the whole map, first still, then panning slowly: ${fps.toFixed(0)} frames a second, p95 ` +
      `${p95.toFixed(0)} ms, longest ${longest.toFixed(0)} ms, main thread ${mainMs.toFixed(1)} ms a frame.`,
  ];
}

/** How many times the frames of a peer ours shows, and how many times the peer's main thread takes ours. */
function ratioLines(results: Results, sizes: readonly number[]): readonly string[] {
  const rows = sizes.flatMap((size) =>
    peers.flatMap((app) => {
      const cells = [...panning, "zoom", "drag"].map((name) => {
        const motion = name as MotionName;
        const ours = results.motions.get(motionKey("ours", size, motion))?.figures;
        const theirs = results.motions.get(motionKey(app, size, motion))?.figures;
        if (!ours || !theirs) return "-";
        return `${(ours.fps / theirs.fps).toFixed(1)} / ${(theirs.mainMs / ours.mainMs).toFixed(1)}`;
      });
      return cells.every((text) => text === "-") ? [] : [[String(size), labels[app], ...cells]];
    }),
  );
  if (rows.length === 0) return [];
  const head = [
    "Cards",
    "Against",
    ...[...panning, "zoom", "drag"].map((name) => motionLabels[name as MotionName]),
  ];
  return [
    "### Ratios",
    "Times the frames of the other / times less main thread a frame. The screen's 60 Hz is the most that frames can show.",
    table(head, rows),
  ];
}

function failureLines({ failures }: Results): readonly string[] {
  if (failures.size === 0) return [];
  return [
    "### Not measured",
    [...failures].map(([key, sentence]) => `- ${key} cards: ${sentence}`).join("\n"),
  ];
}
