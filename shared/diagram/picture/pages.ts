import type { Rect } from "../rect.ts";
import type { PictureItem } from "./picture.ts";

/** Sheets of paper, upright, in millimetres. */
export const papers = {
  a4: { widthMm: 210, heightMm: 297 },
  a3: { widthMm: 297, heightMm: 420 },
  letter: { widthMm: 215.9, heightMm: 279.4 },
} as const;
export type PaperName = keyof typeof papers;

/** How a picture goes onto paper; see `defaultPageOptions`. */
export type PageOptions = Readonly<{
  paper: PaperName;
  /** `auto` takes the shape that shows the picture larger, or needs fewer sheets. */
  turn: "auto" | "portrait" | "landscape";
  /** `fit`: title, map and legend on one sheet. `tiles`: at `scale` over as many sheets as it takes. */
  mode: "fit" | "tiles";
  marginMm: number;
  /** How much neighbouring tiles share. */
  overlapMm: number;
  /** For tiles: 1 is 96 canvas pixels an inch. */
  scale: number;
}>;

/** A4, all on one sheet. */
export const defaultPageOptions: PageOptions = {
  paper: "a4",
  turn: "auto",
  mode: "fit",
  marginMm: 12,
  overlapMm: 10,
  scale: 0.75,
};

/** A sheet of paper in points (72 an inch), x to the right, y down. */
export type PicturePage = Readonly<{
  widthPt: number;
  heightPt: number;
  /** The stretch of the picture shown, or null where the sheet holds only `items`. */
  source: Rect | null;
  /** Where `source` goes; it is clipped to this box, and scaled by `scale`. */
  target: Rect;
  scale: number;
  /** Drawn over it, in points and not scaled: marks where sheets overlap, and set lists of sources and notes. */
  items: readonly PictureItem[];
}>;
