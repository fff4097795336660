/** What of a map's words the fonts of a PDF have no signs for: they are drawn as frames. */
import { graphemes } from "#shared/diagram/text/graphemes.ts";
import type { MapRecord, PlainMap } from "#shared/model/index.ts";
import type { ExportOptions } from "../export-options.ts";
import type { Loss } from "../features.ts";
import { drawnRuns } from "./drawn-characters.generated.ts";

/** Enough to see which script or which signs it is. */
const maxNamed = 24;

/** Nothing is drawn for these, with or without a font. */
const unseen = /^[\p{Cc}\p{Default_Ignorable_Code_Point}\p{White_Space}]$/u;

/** The characters that become frames, and in how many things they stand; nothing where every font is there. O(words). */
export function undrawnIn(map: PlainMap, options: ExportOptions): readonly Loss[] {
  const found = new Set<string>();
  let count = 0;
  const texts = [[map.meta.title], ...[...map.records.values()].map((record) => drawnOf(record, options))];
  for (const words of texts) {
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

/** What of a record is put into words on a page. */
function drawnOf(record: MapRecord, options: ExportOptions): readonly string[] {
  const isHandout = options.presentation !== null;
  switch (record.type) {
    case "card": {
      const { title, text, tags, citations } = record;
      const cited = citations.flatMap(({ quote, locator, via }) => [quote, locator, via?.title ?? ""]);
      return [title, text, ...tags, ...cited];
    }
    case "source": {
      const { title, creator, date, note, url } = record;
      return options.sources ? [title, creator, date, note, url] : [title];
    }
    case "argument":
    case "conflict":
      return options.notes ? [record.note] : [];
    case "step":
      return isHandout ? [record.title, options.notes ? record.notes : ""] : [];
    case "group":
      return [record.title];
    case "presentation":
      return isHandout ? [record.title] : [];
  }
}

/** Nearly all text: signs of Inter from the space to the end of Latin Extended-A. */
const surelyDrawn = /^[\n -~\u00a0-\u017e]*$/;

function* undrawnOf(text: string): Generator<string, void> {
  if (surelyDrawn.test(text)) return;
  for (const sign of graphemes(text)) if ([...sign].some(isUndrawn)) yield sign;
}

function isUndrawn(character: string): boolean {
  return !unseen.test(character) && !isDrawn(character.codePointAt(0) ?? 0);
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
