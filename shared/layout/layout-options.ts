import { linkMetrics } from "#shared/diagram/index.ts";
import type { CardId } from "#shared/model/ids.ts";

/** A width and a height in canvas pixels. */
export type Size = Readonly<{ width: number; height: number }>;
/** The size of each card, as `cardBox` reckons it. */
export type SizeOf = (id: CardId) => Size;

/**
 * `compact`: questions head their sections, arguments run to the right, sections fill columns until the whole has the
 * wanted shape. `tree`: one tidy tree for each root, however long it gets.
 */
export type Arrangement = "compact" | "tree";

/** Where premises go from what they speak to. */
export type Direction = "right" | "down" | "up";

/** How to lay a map out; see `defaultLayoutOptions`. */
export type LayoutOptions = Readonly<{
  arrangement: Arrangement;
  /** For `tree`; `compact` always runs to the right. */
  direction: Direction;
  /** For a tree down or up: small branches as one indented stack, which makes it half as wide, or side by side. */
  leaves: "stacked" | "beside";
  /** Width by height of the place to fill; for `compact`. */
  aspect: number;
  gaps: LayoutGaps;
}>;

/** Distances in canvas pixels. */
export type LayoutGaps = Readonly<{
  /** Between a card and what stands to its right: room for the chip with the word, and for the arrow. */
  level: number;
  /** The same above and below, where a chip takes less. */
  rank: number;
  /** Between premises that work together. */
  linked: number;
  /** Between reasons for the same card. */
  sibling: number;
  /** Between neighbours in different branches. */
  branch: number;
  /** Above a premise in a stack: room for its chip. */
  chip: number;
  /** Between sections, and between columns. */
  section: number;
  /** How far a section stands in from its question; links run down there. */
  indent: number;
}>;

/** A new or imported map: compact, for a landscape screen. */
export const defaultLayoutOptions: LayoutOptions = {
  arrangement: "compact",
  direction: "right",
  leaves: "stacked",
  aspect: 1.6,
  gaps: {
    level: linkMetrics.tidyGap.sidewaysPx,
    rank: linkMetrics.tidyGap.uprightPx,
    linked: 12,
    sibling: 20,
    branch: 32,
    chip: 54,
    section: 72,
    indent: 40,
  },
};
