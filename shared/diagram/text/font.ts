import { glyphUnits } from "./glyph-class.ts";
import { inter400, inter500, inter600, interRanges, interUnitsPerEm } from "./inter-advances.generated.ts";

/** A cut of Inter at a size in canvas pixels. Kerning and ligatures are off wherever text is drawn. */
export type TextFont = Readonly<{ weight: FontWeight; sizePx: number }>;
/** The cuts of Inter that are measured. */
export type FontWeight = 400 | 500 | 600;

/** Advance widths are whole numbers in this fraction of the font size, so sums are exact in any order. */
export const unitsPerEm: number = interUnitsPerEm;

const packedAdvances: Readonly<Record<FontWeight, string>> = { 400: inter400, 500: inter500, 600: inter600 };

/** Stands for "not looked up yet" in a table of advances; no glyph is that wide. */
const unknownAdvance = 0xffff;

/** Advances by code point, for the basic plane (128 kB a weight); filled as characters are met. */
export type AdvanceTable = Uint16Array;
const tables = new Map<FontWeight, AdvanceTable>();

/** The advances of one weight; decoded on first use. */
export function advanceTable(weight: FontWeight): AdvanceTable {
  const known = tables.get(weight);
  if (known) return known;
  const table = decode(packedAdvances[weight]);
  tables.set(weight, table);
  return table;
}

/** The advance of one code point in units of the em. */
export function advanceOf(table: AdvanceTable, codePoint: number): number {
  if (codePoint > 0xffff) return glyphUnits(codePoint, unitsPerEm);
  const advance = table[codePoint] ?? unknownAdvance;
  if (advance !== unknownAdvance) return advance;
  const guessed = glyphUnits(codePoint, unitsPerEm);
  table[codePoint] = guessed;
  return guessed;
}

function decode(packed: string): AdvanceTable {
  const table = new Uint16Array(0x10000).fill(unknownAdvance);
  const widths = packed.split(" ").flatMap((item) => {
    const [width = "0", repeats = "1"] = item.split("*");
    return Array<number>(Number.parseInt(repeats, 36)).fill(Number.parseInt(width, 36));
  });
  let next = 0;
  for (const range of interRanges.split(" ")) {
    const [first = "0", count = "0"] = range.split("+");
    const from = Number.parseInt(first, 36);
    for (let i = 0; i < Number.parseInt(count, 36); i += 1)
      table[from + i] = widths[next++] ?? unknownAdvance;
  }
  // The font draws a hyphen for these, browsers draw nothing inside a line.
  table[softHyphen] = 0;
  table[tab] = table[space] ?? unknownAdvance;
  return table;
}

const tab = 0x09;
const space = 0x20;
const softHyphen = 0xad;
