import { cardMetrics } from "#shared/diagram/index.ts";
import type { Levels } from "../canvas/view/levels.ts";

/** Of the height of the screen: text that is smaller cannot be read from the last row. */
const leastText = 1 / 50;
/** So much larger than that a title is where there is room. */
const comfort = 1.25;
/** Larger titles leave no room for words; canvas pixels. */
const largestTitlePx = 44;
/** The smallest type on a card, canvas pixels. */
const smallestPx = Math.min(cardMetrics.header.sizePx, cardMetrics.tags.sizePx, cardMetrics.source.sizePx);
/** The type of a card at its largest, of the height of the screen: nearer than that nothing is gained. */
const largestText = 1 / 20;

/** How much of cards is shown on a screen of that height, so that no text is too small for the last row. */
export function stageLevels(heightPx: number): Levels {
  const leastPx = heightPx * leastText;
  const readable = leastPx / smallestPx;
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
  return (heightPx * largestText) / cardMetrics.text.claim.sizePx;
}
