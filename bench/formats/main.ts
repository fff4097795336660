/** The run itself: measures what the flags ask for, writes the results. See run.mjs for how it is called. */
import { cpus, loadavg, release, type } from "node:os";
import { parseArgs } from "node:util";
import { say } from "../canvas/say.ts";
import { table, writePart } from "../page.ts";
import { type Drawing, measureDrawings } from "./pictures.ts";
import { measureReading, type Reading } from "./reading.ts";

const aims: Readonly<Record<string, number>> = { SVG: 1, PDF: 5, "PNG, an A0 poster at 150 dpi": 10 };
const maxMegabytes = 1024;

/** `--cards 3000`, `--statements 10000`, `--repeats 9`; with any of them the page is left alone and the part printed. */
export function bench(flags: readonly string[]): void {
  const { values } = parseArgs({
    args: [...flags],
    options: { cards: { type: "string" }, statements: { type: "string" }, repeats: { type: "string" } },
  });
  const number = (given: string | undefined, usual: number): number =>
    Math.max(1, Number(given ?? usual) || usual);
  const cards = number(values.cards, 3_000);
  const readings = [1_000, number(values.statements, 10_000)].map((statements) => {
    say(`Reading ${statements} statements of Argdown ...`);
    return measureReading(statements, number(values.repeats, 9));
  });
  say(`Drawing a map of ${cards} cards ...`);
  const text = report(readings, measureDrawings(cards), cards);
  if (flags.length === 0) {
    writePart("bench:formats", text);
    say("Written: docs/benchmarks.md");
  } else process.stdout.write(`${text}\n`);
}

function report(readings: readonly Reading[], drawings: readonly Drawing[], cards: number): string {
  const [load = 0] = loadavg();
  const machine = [cpus()[0]?.model ?? "unknown", `${cpus().length} cores`, `${type()} ${release()}`];
  return [
    "## Files",
    "Written by `npm run bench:formats`. One run, one machine.",
    `${machine.join(", ")}, Node ${process.versions.node}; load ${load.toFixed(2)} at the end; ${new Date().toISOString()}.`,
    "### Argdown, read",
    "Ours to a whole map, `@argdown/core` 1.7.5 to its model; in turn in one process, medians. Below 1 ours is faster.",
    table(["statements", "characters", "ours", "reference", "ours / reference"], readings.map(readingRow)),
    `### A map of ${cards} cards, drawn`,
    "Each in a process of its own; the time is that of drawing alone, the memory all that the process had.",
    table(["file", "seconds", "at most", "size", "memory", "at most"], drawings.map(drawingRow)),
  ].join("\n\n");
}

function readingRow({ statements, characters, oursMs, referenceMs }: Reading): readonly string[] {
  const ratio = (oursMs / referenceMs).toFixed(3);
  return [
    String(statements),
    String(characters),
    `${oursMs.toFixed(0)} ms`,
    `${referenceMs.toFixed(0)} ms`,
    ratio,
  ];
}

function drawingRow({ what, seconds, bytes, peakMegabytes }: Drawing): readonly string[] {
  const most = aims[what];
  const size =
    bytes < 1_000_000 ? `${(bytes / 1_000).toFixed(0)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
  return [
    what,
    seconds.toFixed(2),
    most === undefined ? "–" : String(most),
    size,
    `${peakMegabytes.toFixed(0)} MiB`,
    `${maxMegabytes} MiB`,
  ];
}
