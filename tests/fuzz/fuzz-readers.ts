import * as fc from "fast-check";
import type { ReadMap } from "#shared/formats/format.ts";
import { type FormatName, formatInfos, loadFormat } from "#shared/formats/registry.ts";
import { checkMap, createIdSource } from "#shared/model/index.ts";
import { mapInManyScripts } from "../files/example.ts";
import { arbitraryLawfulMap } from "../fixtures/formats/arbitrary-map.ts";
import { mutateText } from "./mutate-text.ts";
import { Seeded } from "./seeded.ts";

export type ReaderReport = Readonly<{
  format: FormatName;
  /** Damaged files, and in how many of them nothing could be read. */
  inputs: number;
  refused: number;
  /** Of the processor. */
  slowestMs: number;
}>;

export type FuzzReadersOptions = Readonly<{
  /** Of all formats, or of one. */
  only: string | undefined;
  inputs: number;
  seed: number;
  goesOn: () => boolean;
}>;

/** Of the processor, whatever else it does; far more than any of them takes. */
const maxMs = 10_000;
/** Small maps with something of everything: a large one takes too long a hundred thousand times. */
const maps = [mapInManyScripts(), ...fc.sample(arbitraryLawfulMap(), { seed: 1, numRuns: 20 })];

const kialo = `Discussion Name:\nShould it be paved?\n\n1. Thesis:\nIt should.\n\n  1.1. Pro:\n  Wheels [1].\n
    1.1.1. Con:\n    -> See 1.2.\n\n  1.2. Con:\n  It costs.\n\nSources:\n[1] https://example.org/wheels\n"Firm"\n`;
const formerKialo = `Discussion Title: Paths\n\n1. Pave it\n1.1. Pro: [Wheels](https://example.org/w) need it\n1.1.1. Con: Gravel\n`;

/**
 * Damages files of every format that is read, so many of each, and demands that its reader never throws, ends soon, makes
 * only lawful maps, and nothing where it says that nothing was read. What it throws names the file by format and number.
 */
export async function* fuzzReaders(options: FuzzReadersOptions): AsyncGenerator<ReaderReport> {
  for (const { name, canRead } of formatInfos) {
    const { read, write } = await loadFormat(name);
    if (!canRead || read === undefined || (options.only ?? name) !== name) continue;
    const written = maps.flatMap((map) => write?.(map) ?? []);
    const [first = "", ...others] = write === undefined ? [kialo, formerKialo] : written;
    yield fuzzReader(name, read, [first, ...others], options);
  }
}

function fuzzReader(
  format: FormatName,
  read: ReadMap,
  files: readonly [string, ...string[]],
  { inputs, seed, goesOn }: FuzzReadersOptions,
): ReaderReport {
  const random = new Seeded(seed);
  let slowestMs = 0;
  let refused = 0;
  let done = 0;
  while (done < inputs && goesOn()) {
    done++;
    const text = mutateText(random, files);
    const begun = process.cpuUsage();
    const isRead = isLawful(read, text, `${format}, file ${done} of seed ${seed}`);
    slowestMs = Math.max(slowestMs, process.cpuUsage(begun).user / 1_000);
    if (!isRead) refused++;
    if (slowestMs > maxMs) throw new Error(`${format}, file ${done} of seed ${seed}, took ${slowestMs} ms.`);
  }
  return { format, inputs: done, refused, slowestMs };
}

/** Whether anything was read; throws where the reader does not keep its word. */
function isLawful(read: ReadMap, text: string, file: string): boolean {
  let made = 0;
  const { map, diagnostics } = read(text, {
    createId: createIdSource(() => `n${++made}`),
    now: 1,
    author: "",
  });
  const [violation] = checkMap(map);
  if (violation !== undefined) throw new Error(`${file}: the map breaks ${violation.rule}.`);
  if (diagnostics.length > 101) throw new Error(`${file}: ${diagnostics.length} remarks.`);
  const isUnread = diagnostics.some(({ severity }) => severity === "error");
  if (isUnread && map.records.size > 0) throw new Error(`${file}: a map in spite of an error.`);
  return !isUnread;
}
