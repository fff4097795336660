import type { Point } from "#shared/model/records.ts";
import type { Rect } from "./rect.ts";

/** Measures of links in canvas pixels. */
export const linkMetrics = {
  strokePx: 1.75,
  /** The chip with the word ("because"), drawn around a joint. */
  chip: { widthPx: 84, heightPx: 24 },
  /** The longest way from premises to their joint. */
  maxStemPx: 64,
  /** How far the joint of a long link leans out, and at what offset of its target by half as much. */
  maxLeanPx: 44,
  halfLeanPx: 200,
  /** The same for a joint right above or below its target: a chip's height and a little. */
  gutterLeanPx: 28,
  /** A gap this wide takes a joint; with it, links leave cards sideways rather than up or down. */
  minGapPx: 40,
  /**
   * The room that tidy maps leave before a card, running to the right, and above or below it: it tells which way they
   * run where a card is off on both axes.
   */
  tidyGap: { sidewaysPx: 112, uprightPx: 96, slackPx: 4 },
  /** Arrows end at least this far from a corner. */
  cornerPx: 14,
  /** At this offset an arrow ends half way between the middle of a side and its corner. */
  halfSpreadPx: 200,
  /** What stands below a card and in from its left edge by this much hangs on it: its link runs down the indent. */
  indent: { minPx: 16, maxPx: 120 },
  /** Of a hanging argument: how far its joint is above its premises, and in from their left edge. */
  hangingJoint: { abovePx: 26, inPx: 50 },
  /** A link that reaches further than this, and leaves its gutter, is drawn faint until someone turns to it. */
  long: { reachPx: 900, gutterPx: 200, opacity: 0.3 },
} as const;

/** The box of the chip around a joint; what points at a joint ends at its border. */
export function jointBox([x, y]: Point): Rect {
  const { widthPx, heightPx } = linkMetrics.chip;
  return { x: x - widthPx / 2, y: y - heightPx / 2, width: widthPx, height: heightPx };
}

/**
 * Whether a link runs so far across the canvas that it hides what lies between: many of these at full strength make
 * the structure unreadable.
 */
export function isLongLink({ bounds }: Readonly<{ bounds: Rect }>): boolean {
  const { reachPx, gutterPx } = linkMetrics.long;
  return bounds.width > gutterPx && bounds.width + bounds.height > reachPx;
}
