/** Which way a text runs. */
export type TextDirection = "ltr" | "rtl";

/** Characters that set a direction: letters and letter-like numbers of any script, and the two marks that do nothing else. */
const strong = /[\p{L}\p{Nl}\u200e\u200f\u061c]/u;

/** Scripts written from right to left, and the marks for it (Unicode 16, Bidi_Class R and AL). */
const rightToLeft = /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/**
 * The way a text runs, by its first letter (UAX 9, rules P2 and P3, without regard to isolates). Decided once for all
 * lines of a text: each for itself would jump from side to side where names in another script begin a line.
 */
export function textDirection(text: string): TextDirection {
  const first = strong.exec(text)?.[0];
  return first !== undefined && rightToLeft.test(first) ? "rtl" : "ltr";
}
