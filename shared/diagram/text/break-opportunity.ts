import { isAttached, isIdeographic } from "./glyph-class.ts";

/**
 * A small part of Unicode Standard Annex 14 that suits claims and quotations: after hyphens, dashes and slashes, and
 * around ideographs with the usual Japanese and Chinese taboos (kinsoku). Spaces are the caller's business.
 */
const breakAfter = chars("-‐–—/");
const neverFirst = chars(
  ",.:;?!)]}%»›”’…‥·、。，．・：；？！）］｝〕〉》」』】〗〙〛％ー々〻ゝゞヽヾぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ゛゜",
);
const neverLast = chars("([{«‹“‘¿¡$£¥€#（［｛〔〈《「『【〖〘〚＄￡￥");
const glue = chars("\u00a0\u202f\u2007\u2060\u200d\ufeff");
const zeroWidthSpace = 0x200b;

/**
 * Whether a line may end between two neighbouring characters, neither of them a space. A hyphen or dash that
 * `startsWord` stays with it ("-5", "--force").
 */
export function canBreakBetween(before: number, after: number, startsWord: boolean): boolean {
  if (before < ideographsFrom && after < ideographsFrom && before !== hyphen && before !== slash)
    return false;
  if (before === zeroWidthSpace) return true;
  if (glue.has(before) || glue.has(after) || isAttached(after)) return false;
  if (neverFirst.has(after) || neverLast.has(before)) return false;
  if (isIdeographic(before) || isIdeographic(after)) return true;
  if (startsWord || !breakAfter.has(before) || breakAfter.has(after)) return false;
  return (before !== hyphen && before !== slash) || !isDigit(after);
}

const hyphen = 0x2d;
const slash = 0x2f;
/** Below this, only a hyphen or a slash allows a break: the quick way out for most of the world's text. */
const ideographsFrom = 0x1100;

function isDigit(codePoint: number): boolean {
  return codePoint >= 0x30 && codePoint <= 0x39;
}

function chars(text: string): ReadonlySet<number> {
  return new Set(Array.from(text, (char) => char.codePointAt(0) ?? 0));
}
