import { zooms } from "./frame-view.ts";

/**
 * From what zoom on how much is shown of cards. A screen that is seen from the last row of a room needs other numbers than
 * one that stands on a desk.
 */
export type Levels = Readonly<{
  /** From here on cards are elements, with all their text. */
  readable: number;
  /** From here on what can be pressed on a card is there, over what is drawn. */
  far: number;
  /** From here on all the text of a card is drawn. */
  full: number;
  /** From here on a card's title is drawn large in its place; below, it is a block of its colour. */
  title: number;
  titleSizeAt: (zoom: number) => TitleSize;
  /** Names over blocks and regions are this high on the screen, whatever the distance. */
  namePx: number;
  /** Words on lines are at least this high on the screen while titles are drawn, as far as there is room. */
  wordPx: number;
  /** Whether blocks of all kinds have a name, not those of questions alone. */
  namesAll: boolean;
}>;

/**
 * The size of drawn titles, in canvas pixels. A title may be as small as `leastPx` to have two lines; in a flatter card it
 * is one line, cut sooner, that can be read. With `prefersText` a card says its whole text instead where there is room.
 */
export type TitleSize = Readonly<{ wantedPx: number; leastPx: number; prefersText: boolean }>;

/** Of the size wanted, what is still enough for who sits before the screen. */
const leastAtDesk = 0.65;

/**
 * For who sits before the screen. Titles come in steps, so that lines broken for one zoom serve for its neighbours, each
 * ten pixels high on the screen or a little more.
 */
export const deskLevels: Levels = {
  readable: zooms.readable,
  far: zooms.far,
  full: zooms.far,
  title: 0.2,
  titleSizeAt: (zoom) => {
    const wantedPx = zoom >= 0.35 ? 28 : zoom >= 0.27 ? 36 : 44;
    return { wantedPx, leastPx: wantedPx * leastAtDesk, prefersText: false };
  },
  namePx: 12,
  wordPx: 0,
  namesAll: false,
};
