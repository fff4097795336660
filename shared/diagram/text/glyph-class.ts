/** What line breaking and measuring need to know of characters that the bundled font does not draw. */

type Ranges = readonly (readonly [from: number, to: number])[];

// Unicode 16, East_Asian_Width W and F, without the emoji.
const fullWidth: Ranges = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x16fe0, 0x18dff],
  [0x1aff0, 0x1b2ff],
  [0x20000, 0x3fffd],
];

const emoji: Ranges = [
  [0x231a, 0x231b],
  [0x23e9, 0x23f3],
  [0x2600, 0x27bf],
  [0x2b50, 0x2b55],
  [0x1f000, 0x1f1e5],
  [0x1f200, 0x1f3fa],
  [0x1f400, 0x1faff],
];

/** Characters that join or vary their neighbour and take no room of their own. */
const attached: Ranges = [
  [0x061c, 0x061c],
  [0x180e, 0x180e],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x2064],
  [0x2066, 0x2069],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0x1f3fb, 0x1f3ff],
  [0xe0020, 0xe007f],
  [0xe0100, 0xe01ef],
];
const combiningMark = /^[\p{Mn}\p{Me}\p{Cc}]$/u;

/** Emoji fonts differ (1.0 to 1.37 em); an estimate on the wide side keeps text inside its card. */
const emojiEms = 1.25;
/** Half a flag. */
const regionalIndicatorEms = 0.625;

/**
 * Advances a character of scripts that the bundled font lacks, in ems: so wide that running text in Noto Sans or DejaVu
 * Sans, weights 400 to 600, stays within the lines reckoned for it (measured: it fills 0.85 to 0.98 of the widest one).
 * Combining marks are reckoned as nothing.
 */
const scriptEms: readonly (readonly [from: number, to: number, ems: number])[] = [
  [0x0530, 0x058f, 0.76], // Armenian
  [0x0590, 0x05ff, 0.6], // Hebrew
  [0x0600, 0x08ff, 0.58], // Arabic and its kin
  [0x0900, 0x097f, 0.6], // Devanagari
  [0x0980, 0x0b7f, 0.66], // Bengali to Oriya
  [0x0b80, 0x0bff, 0.96], // Tamil
  [0x0c00, 0x0cff, 0.8], // Telugu, Kannada
  [0x0d00, 0x0dff, 0.9], // Malayalam, Sinhala
  [0x0e00, 0x0eff, 0.62], // Thai, Lao
  [0x0f00, 0x0fff, 0.66], // Tibetan
  [0x1000, 0x109f, 0.94], // Burmese
  [0x10a0, 0x10ff, 0.73], // Georgian
  [0x1200, 0x139f, 0.76], // Ethiopic
  [0x1780, 0x17ff, 0.66], // Khmer
  [0x2004, 0x2006, 0.34], // spaces of a third of an em and less
  [0x2008, 0x2008, 0.3], // the space as wide as a full stop
  [0x200a, 0x200a, 0.1], // the hair space
  [0x202f, 0x202f, 0.25], // the narrow no-break space
  [0x205f, 0x205f, 0.25], // the space of formulas
  [0xfb1d, 0xfb4f, 0.62], // Hebrew presentation forms
];
const otherEms = 0.7;

/** The advance to reckon with for a character outside the bundled font, in units of the em. */
export function glyphUnits(codePoint: number, unitsPerEm: number): number {
  return Math.round(glyphEms(codePoint) * unitsPerEm);
}

function glyphEms(codePoint: number): number {
  if (isAttached(codePoint)) return 0;
  if (within(fullWidth, codePoint)) return 1;
  if (within(emoji, codePoint)) return emojiEms;
  if (isRegionalIndicator(codePoint)) return regionalIndicatorEms;
  return scriptEms.find(([from, to]) => codePoint >= from && codePoint <= to)?.[2] ?? otherEms;
}

/** Whether a line may break on either side of the character: ideographs, kana, hangul, emoji. */
export function isIdeographic(codePoint: number): boolean {
  return codePoint >= 0x1100 && (within(fullWidth, codePoint) || within(emoji, codePoint));
}

/** Scripts that write no spaces between words, so that only a dictionary knows where a line may end. */
const withoutSpaces: Ranges = [
  [0x0e00, 0x0eff], // Thai, Lao
  [0x1000, 0x109f], // Burmese
  [0x1780, 0x17ff], // Khmer
];

/** Whether the character is of a script that writes no spaces between words. */
export function needsDictionary(codePoint: number): boolean {
  return codePoint >= 0x0e00 && codePoint <= 0x17ff && within(withoutSpaces, codePoint);
}

/** Whether the character belongs to the one before it. */
export function isAttached(codePoint: number): boolean {
  if (codePoint < 0x300) return codePoint < 0x20 || (codePoint >= 0x7f && codePoint < 0xa0);
  return within(attached, codePoint) || combiningMark.test(String.fromCodePoint(codePoint));
}

function isRegionalIndicator(codePoint: number): boolean {
  return codePoint >= 0x1f1e6 && codePoint <= 0x1f1ff;
}

function within(ranges: Ranges, codePoint: number): boolean {
  return ranges.some(([from, to]) => codePoint >= from && codePoint <= to);
}
