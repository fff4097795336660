import { boundsOf, cardMetrics, type Rect } from "#shared/diagram/index.ts";
import type { CardId } from "#shared/model/index.ts";
import type { StageCamera } from "./showing.ts";

/** The size of a screen in its pixels. */
type ScreenSize = Readonly<{ width: number; height: number }>;

/** What lecture rooms have. */
export const projector: ScreenSize = { width: 1920, height: 1080 };

/** Text of less than this part of the screen's height cannot be read at eight times that height. */
export const leastTextShare: number = 1 / 50;

/** Left free at each edge, as part of width and height: projectors cut edges, and bars stand there. */
export const safeShare: number = 0.05;

/** The type of a claim at its largest, as part of the screen's height: a single card is not blown up beyond that. */
export const largestTextShare: number = 1 / 20;

/** The smallest type on a card; canvas pixels. */
export const smallestTypePx: number = Math.min(
  cardMetrics.header.sizePx,
  cardMetrics.tags.sizePx,
  cardMetrics.source.sizePx,
);

/** The type of a title that stands on a card in place of its text: larger, it leaves no room for words. Canvas pixels. */
export const largestTitlePx: number = 44;

/** How a stretch of canvas reads on a screen. */
export type Legibility = Readonly<{
  /** What a canvas pixel comes to on the screen. */
  zoom: number;
  /** The height of the smallest type on the screen that could be read: of texts, or of titles. */
  textPx: number;
  /** What it must be at least. */
  leastPx: number;
  /** `text`: all of it can be read. `titles`: cards show their title in large letters. `none`: not even that. */
  reads: "text" | "titles" | "none";
  /** So many of the cards in view would have to go for the next more to be read, as they lie on average. */
  tooMany: number;
}>;

/** How the cards in view read when `camera` fills the screen. */
export function legibilityOf(
  camera: Pick<Rect, "width" | "height">,
  cards: number,
  screen: ScreenSize = projector,
): Legibility {
  const zoom = zoomFor(camera, screen);
  const leastPx = screen.height * leastTextShare;
  const reads =
    smallestTypePx * zoom >= leastPx ? "text" : largestTitlePx * zoom >= leastPx ? "titles" : "none";
  const textPx = (reads === "none" ? largestTitlePx : smallestTypePx) * zoom;
  const fitting = Math.max(1, Math.floor(cards * (textPx / leastPx) ** 2));
  return { zoom, textPx, leastPx, reads, tooMany: reads === "text" ? 0 : Math.max(1, cards - fitting) };
}

/** How large a stretch of canvas is shown that is to be seen whole, clear of the edges. */
export function zoomFor(
  { width, height }: Pick<Rect, "width" | "height">,
  screen: ScreenSize = projector,
): number {
  const share = 1 - 2 * safeShare;
  return Math.min(
    (screen.height * largestTextShare) / cardMetrics.text.claim.sizePx,
    (screen.width * share) / Math.max(1, width),
    (screen.height * share) / Math.max(1, height),
  );
}

/** The stretch of canvas that a camera holds; undefined where none of its cards is placed. */
export function cameraRect(
  camera: StageCamera,
  rectOf: (id: CardId) => Rect | undefined,
  whole: () => Rect | undefined,
): Rect | undefined {
  if (camera.kind === "rect") {
    const [x, y, width, height] = camera.rect;
    return { x, y, width, height };
  }
  if (camera.cards === "all") return whole();
  return boundsOf(camera.cards.flatMap((id) => rectOf(id) ?? []));
}
