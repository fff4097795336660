/** One font file for one picture: exactly its characters, from whichever bundled font has them. */
import { advanceOf, advanceTable, type FontWeight, unitsPerEm } from "../text/font.ts";
import { isUnseen } from "../text/unseen.ts";
import { type GlyphOutline, missingOutline } from "./outline.ts";
import type { VariableFont } from "./variable-font.ts";
import { writeSfnt } from "./write-sfnt.ts";

/** What to do with a character that no font has: draw a frame, or leave it to fonts of the system. */
export type Missing = "frame" | "leave";

/** Inter's own, of the em; characters from other fonts stand on the same line. */
const ascentEms = 0.96875;
const descentEms = 0.2412;

/** Fonts draw a hyphen for it; inside a line nothing is drawn. */
const softHyphen = 0xad;

/** Stands on, below or around the sign before it. */
const mark = /^\p{M}$/u;

/** The characters that are drawn for `texts`, in ascending order. */
export function codePointsOf(texts: Iterable<string>): readonly number[] {
  const found = new Set<number>([0x20, 0x2026]);
  for (const text of texts)
    for (const character of text) {
      const codePoint = character.codePointAt(0) ?? 0;
      // A half of a pair that stands alone is no character; writers put this sign in its place.
      found.add(codePoint >= 0xd800 && codePoint <= 0xdfff ? 0xfffd : codePoint);
    }
  return [...found].filter((codePoint) => codePoint >= 0x20).sort((a, b) => a - b);
}

/**
 * A TrueType file with `codePoints` (ascending) at `weight`, from the first of `fonts` that has each. Every advance is
 * the one that lines were broken by, so text fills in the file exactly what was reckoned for it.
 */
export function composeFont(
  codePoints: readonly number[],
  weight: FontWeight,
  fonts: readonly VariableFont[],
  options: Readonly<{ family: string; missing: Missing }>,
): Uint8Array<ArrayBuffer> {
  const table = advanceTable(weight);
  const glyphs: (readonly [number, GlyphOutline])[] = [];
  for (const codePoint of codePoints) {
    const advance = advanceOf(table, codePoint);
    const font = codePoint === softHyphen ? undefined : fonts.find((each) => each.has(codePoint));
    if (font) {
      glyphs.push([codePoint, { ...font.outlineOf(codePoint, weight, unitsPerEm), advance }]);
    } else if (options.missing === "frame" || (advance === 0 && !isAccent(codePoint))) {
      const contours = isUnseen(codePoint) ? [] : missingOutline(advance, unitsPerEm).contours;
      glyphs.push([codePoint, { advance, contours }]);
    }
  }
  return writeSfnt({
    family: options.family,
    weight,
    unitsPerEm,
    ascent: Math.round(unitsPerEm * ascentEms),
    descent: Math.round(unitsPerEm * descentEms),
    glyphs,
  });
}

/** Other fonts may have it, and then draw what it stands on as well. */
function isAccent(codePoint: number): boolean {
  return mark.test(String.fromCodePoint(codePoint)) && !isUnseen(codePoint);
}
