import { cardMetrics } from "#shared/diagram/index.ts";
import {
  largestTextShare,
  largestTitlePx,
  leastTextShare,
  smallestTypePx,
} from "#shared/presenting/index.ts";
import type { Levels } from "../canvas/view/levels.ts";

/** So much larger than that a title is where there is room. */
const comfort = 1.25;

/** How much of cards is shown on a screen of that height, so that no text is too small for the last row. */
export function stageLevels(heightPx: number): Levels {
  const leastPx = heightPx * leastTextShare;
  const readable = leastPx / smallestTypePx;
  return {
    readable,
    far: readable,
    full: readable,
    title: leastPx / largestTitlePx,
    titleSizeAt: (zoom) => ({
      wantedPx: Math.min(largestTitlePx, Math.ceil((leastPx * comfort) / zoom)),
      leastPx: Math.ceil(leastPx / zoom),
      prefersText: true,
    }),
    namePx: Math.ceil(leastPx),
    wordPx: leastPx,
    namesAll: true,
  };
}

/** Nearer one does not look at so few cards. */
export function nearestZoom(heightPx: number): number {
  return (heightPx * largestTextShare) / cardMetrics.text.claim.sizePx;
}
