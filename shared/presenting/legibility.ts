import { boundsOf, cardMetrics, type Rect } from "#shared/diagram/index.ts";
import type { CardId } from "#shared/model/index.ts";
import type { StageCamera } from "./showing.ts";

/** The size of a screen in its pixels. */
export type ScreenSize = Readonly<{ width: number; height: number }>;

/** What lecture rooms have. */
export const projector: ScreenSize = { width: 1920, height: 1080 };

/** Text of less than this part of the screen's height cannot be read at eight times that height. */
export const leastTextShare: number = 1 / 50;

/** Left free at each edge, as part of width and height: projectors cut edges, and bars stand there. */
export const safeShare = 0.05;

/** A single card is not blown up to the whole screen. */
export const mostZoom = 2.5;

/** A card without its text shows a title that is as much larger. */
const titleGain = 2.5;

/** The text that carries a card; quotations and tags are smaller, and are not what one comes for. */
const bodyPx = cardMetrics.text.claim.sizePx;

/** How a stretch of canvas reads on a screen. */
export type Legibility = Readonly<{
  /** What a canvas pixel comes to on the screen. */
  zoom: number;
  /** The height of the type of a claim, on the screen. */
  textPx: number;
  /** What it must be at least. */
  leastPx: number;
  /** `text`: all of it can be read. `titles`: cards show their title in large letters. `none`: not even that. */
  reads: "text" | "titles" | "none";
  /** So many of the cards in view would have to go for the text to be read, as they lie on average. */
  tooMany: number;
}>;

/** How the text of cards reads when `camera` fills the screen, with `cards` in view. */
export function legibilityOf(
  camera: Pick<Rect, "width" | "height">,
  cards: number,
  screen: ScreenSize = projector,
): Legibility {
  const zoom = zoomFor(camera, screen);
  const leastPx = screen.height * leastTextShare;
  const textPx = bodyPx * zoom;
  const reads = textPx >= leastPx ? "text" : textPx * titleGain >= leastPx ? "titles" : "none";
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
    mostZoom,
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
