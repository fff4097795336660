import type { PathSegment } from "#shared/diagram/picture/index.ts";
import { standingSign } from "#shared/diagram/picture/signs.ts";
import type { Standing } from "#shared/evaluation/index.ts";

/** What says how a card fares, at the size in which elements have it; canvas pixels. Drawn larger, all of it grows alike. */
export const fareSize = { typePx: 12, heightPx: 18, padPx: 7, signPx: 11, gapPx: 4, leftPx: 10 } as const;

/** The bar of a strength, in canvas pixels. */
export const fareBar = { widthPx: 30, heightPx: 7 } as const;

/** As the one picture has it: whole lines for what is settled, broken ones for what is open; what is refuted is turned round. */
export function standingLook(standing: Standing): Readonly<{ isBroken: boolean; isTurned: boolean }> {
  return {
    isBroken: standing !== "stands" && standing !== "refuted",
    isTurned: standing === "refuted",
  };
}

/** Of a broken line, in canvas pixels. */
export const fareDash: readonly number[] = [3, 3];

const squarePx = 24;
/** The square that signs are drawn on, for elements. */
export const signBox = `0 0 ${squarePx} ${squarePx}`;
/** How many of its lengths make a sign of that size. */
export function signScale(sizePx: number): number {
  return sizePx / squarePx;
}

/** The sign of the one picture, as the path of an SVG. */
export function signPath(standing: Standing): string {
  return standingSign(standing)
    .map(([command, ...numbers]: PathSegment) => `${command}${numbers.join(" ")}`)
    .join("");
}
