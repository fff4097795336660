import { fontFamily } from "#shared/diagram/tokens.ts";

/** Where the baseline of Inter lies, as parts of the font size (its hhea table). */
const ascent = 0.96875;
const descent = 0.2412;

/** A font as a canvas takes it. */
export function canvasFont(weight: number, sizePx: number): string {
  return `${weight} ${sizePx}px ${fontFamily}`;
}

/** The baseline of a line of text whose box begins at `top`. */
export function baselineOf(top: number, lineHeightPx: number, sizePx: number): number {
  return top + (lineHeightPx - (ascent + descent) * sizePx) / 2 + ascent * sizePx;
}

/** The baseline of a line of text whose capitals stand in the middle of `y`. */
export function middleOf(y: number, sizePx: number): number {
  return y + 0.36 * sizePx;
}
