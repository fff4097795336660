/** What of a map's words the fonts of a PDF have no signs for: they are drawn as frames, and accents not at all. */
import { graphemes } from "#shared/diagram/text/graphemes.ts";
import { isUnseen } from "#shared/diagram/text/unseen.ts";
import {
  type MapRecord,
  type PlainMap,
  type RecordId,
  recordsOf,
  type SourceId,
} from "#shared/model/index.ts";
import { englishPageWords } from "../drawn/page-words.ts";
import { presentedSteps } from "../drawn/presented-steps.ts";
import type { ExportOptions } from "../export-options.ts";
import type { Loss } from "../features.ts";
import { drawnRuns } from "./drawn-characters.generated.ts";

/** Enough to see which script or which signs it is. */
const maxNamed = 24;

/** The words of one thing: a card, a step, the title. */
type Words = readonly string[];

/**
 * The characters that become frames or are left out, and in how many things they stand; nothing where every font is there.
 * O(words), and O(map) for each step of a handout.
 */
export function undrawnIn(map: PlainMap, options: ExportOptions): readonly Loss[] {
  const found = new Set<string>();
  let count = 0;
  const onHandout = wordsOnHandout(map, options);
  for (const words of onHandout.length > 0 ? onHandout : wordsInPicture(map, options)) {
    const before = count;
    for (const text of words)
      for (const sign of undrawnOf(text)) {
        count = before + 1;
        found.add(sign);
      }
  }
  if (count === 0) return [];
  const named = [...found].slice(0, maxNamed).join(" ");
  return [{ feature: "undrawn", count, characters: found.size > maxNamed ? `${named} …` : named }];
}

/** What a handout is made of; nothing where there is no step to show, so that there is none. */
function wordsOnHandout(map: PlainMap, options: ExportOptions): readonly Words[] {
  const steps =
    options.presentation === null ? [] : presentedSteps({ map, options, pageWords: englishPageWords });
  const [first] = steps;
  if (!first) return [];
  const shown = new Map<RecordId, MapRecord>();
  for (const { map: part } of steps) for (const [id, record] of part.records) shown.set(id, record);
  const told = steps.map(({ title, notes, poll }) => [title, notes, poll]);
  return [[map.meta.title], [first.presentation], ...told, ...[...shown.values()].map(wordsOnStep)];
}

/** What of a record is in words where a step shows it: cards without quotations, and nothing below them. */
function wordsOnStep(record: MapRecord): Words {
  switch (record.type) {
    case "card":
      return [record.title, record.text, ...record.tags, ...record.citations.map(({ locator }) => locator)];
    case "source":
    case "group":
      return [record.title];
    case "argument":
    case "conflict":
    case "step":
    case "presentation":
      return [];
  }
}

/** What the picture of a map is made of, with the lists below it. */
function wordsInPicture(map: PlainMap, options: ExportOptions): readonly Words[] {
  const cited = new Set(
    recordsOf(map, "card").flatMap(({ citations }) => citations.map(({ source }) => source)),
  );
  const told = [...map.records.values()].map((record) => wordsOf(record, cited, options));
  return options.title ? [[map.meta.title], ...told] : told;
}

function wordsOf(record: MapRecord, cited: ReadonlySet<SourceId>, options: ExportOptions): Words {
  switch (record.type) {
    case "card": {
      const quoted = record.citations.flatMap(({ quote, via }) => [
        quote,
        options.sources ? (via?.title ?? "") : "",
      ]);
      return [...wordsOnStep(record), ...quoted];
    }
    case "source": {
      const { id, title, creator, date, note, url } = record;
      if (options.sources) return [title, creator, date, note, url];
      return cited.has(id) ? [title] : [];
    }
    case "argument":
    case "conflict":
      return options.notes ? [record.note] : [];
    case "group":
      return [record.title];
    case "step":
    case "presentation":
      return [];
  }
}

/** Nearly all text: signs of Inter from the space to the end of Latin Extended-A. */
const surelyDrawn = /^[\n -~\u00a0-\u017e]*$/;

function* undrawnOf(text: string): Generator<string, void> {
  if (surelyDrawn.test(text)) return;
  for (const sign of graphemes(text.normalize("NFC"))) if ([...sign].some(isUndrawn)) yield sign;
}

function isUndrawn(character: string): boolean {
  const codePoint = character.codePointAt(0) ?? 0;
  return !isUnseen(codePoint) && !isDrawn(codePoint);
}

let ends: readonly number[] | undefined;

/** Whether some bundled font has the character. O(log runs). */
export function isDrawn(codePoint: number): boolean {
  ends ??= endsOf(drawnRuns);
  let [low, high] = [0, ends.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] ?? 0) > codePoint) high = middle;
    else low = middle + 1;
  }
  // Gaps and runs take turns, gaps first.
  return low % 2 === 1;
}

/** Where each gap and each run ends, in turn. */
function endsOf(packed: string): readonly number[] {
  const found: number[] = [];
  let at = 0;
  for (const run of packed.split(" ")) {
    const [gap = "0", count = "1"] = run.split("+");
    at += Number.parseInt(gap, 36);
    found.push(at);
    at += Number.parseInt(count, 36);
    found.push(at);
  }
  return found;
}
