import { type AdvanceTable, advanceOf, advanceTable, type TextFont, unitsPerEm } from "./font.ts";
import { graphemes } from "./graphemes.ts";

/** The width of one line of text in canvas pixels. */
export function measureText(text: string, font: TextFont): number {
  return (unitsOf(text, 0, text.length, advanceTable(font.weight)) * font.sizePx) / unitsPerEm;
}

/** The width of `text` from `start` to `end` (UTF-16 offsets) in units of the em. */
export function unitsOf(text: string, start: number, end: number, table: AdvanceTable): number {
  let units = 0;
  for (let i = start; i < end; i += 1) {
    const codePoint = text.codePointAt(i) ?? 0;
    units += advanceOf(table, codePoint);
    if (codePoint > 0xffff) i += 1;
  }
  return units;
}

/** `text` on one line, cut at a grapheme and ended with "…" where it does not fit. */
export function fitText(text: string, font: TextFont, maxWidthPx: number): string {
  const line = text.replace(/\s+/gu, " ").trim();
  if (measureText(line, font) <= maxWidthPx) return line;
  return cutText(line, font, maxWidthPx);
}

/** As much of `text` as fits together with a closing "…", which is always there. */
export function cutText(text: string, font: TextFont, maxWidthPx: number): string {
  const table = advanceTable(font.weight);
  let room = Math.floor((maxWidthPx * unitsPerEm) / font.sizePx) - unitsOf("…", 0, 1, table);
  let end = 0;
  for (const grapheme of graphemes(text)) {
    room -= unitsOf(grapheme, 0, grapheme.length, table);
    if (room < 0) break;
    end += grapheme.length;
  }
  return `${text.slice(0, end).trimEnd()}…`;
}
