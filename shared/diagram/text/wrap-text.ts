import { canBreakBetween } from "./break-opportunity.ts";
import { type AdvanceTable, advanceOf, advanceTable, type TextFont, unitsPerEm } from "./font.ts";
import { needsDictionary } from "./glyph-class.ts";
import { graphemes } from "./graphemes.ts";
import { unitsOf } from "./measure-text.ts";
import { lastWordEnd } from "./word-end.ts";

const hardBreak = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/u;

/**
 * Breaks text into lines: the one routine for cards on screen and all exports, so both break at the same words.
 * Hard breaks stay; white space at the end of a line is left out, and nothing else is lost or added. A word wider than
 * a whole line is cut between graphemes, or between words where the script writes none of its spaces.
 */
export function wrapText(text: string, font: TextFont, maxWidthPx: number): readonly string[] {
  const table = advanceTable(font.weight);
  const maxUnits = Math.floor((maxWidthPx * unitsPerEm) / font.sizePx);
  const lines: string[] = [];
  for (const paragraph of text.split(hardBreak)) wrapParagraph(paragraph, table, maxUnits, lines);
  return lines;
}

/** One pass: `word` is what has been read since the last place where a break is allowed. */
function wrapParagraph(text: string, table: AdvanceTable, maxUnits: number, lines: string[]): void {
  let lineStart = 0;
  let lineUnits = 0; // up to the end of the last word, spaces before it included
  let lineEnd = 0;
  let spaceUnits = 0; // between the last word and the one being read
  let wordStart = 0;
  let wordUnits = 0;

  const takeWord = (wordEnd: number) => {
    const fits = lineUnits + spaceUnits + wordUnits <= maxUnits;
    if (!fits && lineEnd > lineStart) {
      lines.push(text.slice(lineStart, lineEnd));
      lineStart = wordStart;
      lineUnits = 0;
      spaceUnits = 0;
    }
    if (lineUnits + spaceUnits + wordUnits > maxUnits) {
      // Only a word at the start of its line gets here; spaces that open a paragraph stay with it.
      const rest = cutWord(text, lineStart, wordEnd, table, maxUnits, lines);
      lineStart = rest;
      lineUnits = unitsOf(text, rest, wordEnd, table);
    } else {
      lineUnits += spaceUnits + wordUnits;
    }
    lineEnd = wordEnd;
    spaceUnits = 0;
    wordStart = wordEnd;
    wordUnits = 0;
  };

  let before = -1;
  for (let i = 0; i < text.length; ) {
    const codePoint = text.codePointAt(i) ?? 0;
    const units = advanceOf(table, codePoint);
    if (isBreakSpace(codePoint)) {
      if (wordUnits > 0 || i > wordStart) takeWord(i);
      spaceUnits += units;
      i += 1;
      wordStart = i;
      before = -1;
      continue;
    }
    if (before >= 0 && canBreakBetween(before, codePoint, i - 1 === wordStart)) takeWord(i);
    wordUnits += units;
    before = codePoint;
    i += codePoint > 0xffff ? 2 : 1;
  }
  if (wordStart < text.length) takeWord(text.length);
  lines.push(text.slice(lineStart, lineEnd));
}

/** Pushes full lines of an overlong word and returns where its last, unfinished line starts. */
function cutWord(
  text: string,
  start: number,
  end: number,
  table: AdvanceTable,
  maxUnits: number,
  lines: string[],
): number {
  let lineStart = start;
  let at = start;
  let units = 0;
  for (const grapheme of graphemes(text.slice(start, end))) {
    const width = unitsOf(grapheme, 0, grapheme.length, table);
    while (units + width > maxUnits && at > lineStart) {
      const cut = needsDictionary(text.charCodeAt(at)) ? lastWordEnd(text, lineStart, at) : at;
      lines.push(text.slice(lineStart, cut));
      lineStart = cut;
      units = unitsOf(text, cut, at, table);
    }
    units += width;
    at += grapheme.length;
  }
  return lineStart;
}

/** Spaces that a line may end at; the no-break spaces are not among them. */
function isBreakSpace(codePoint: number): boolean {
  return (
    codePoint === 0x20 ||
    codePoint === 0x09 ||
    codePoint === 0x3000 ||
    (codePoint >= 0x2000 && codePoint <= 0x200a && codePoint !== 0x2007)
  );
}
