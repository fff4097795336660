import type { Rect } from "#shared/diagram/index.ts";
import { cutText } from "#shared/diagram/text/measure-text.ts";
import { wrapText } from "#shared/diagram/text/wrap-text.ts";
import type { Card } from "#shared/model/index.ts";
import type { TitleSize } from "../../view/levels.ts";

/** A title broken for the room of its card; `top` from the top of the card, in canvas pixels. */
export type TitleLines = Readonly<{
  lines: readonly string[];
  sizePx: number;
  lineHeightPx: number;
  weight: 500 | 600;
  top: number;
}>;

/** No card has room for more. */
const maxChars = 240;
/** Of a line's height to its font size. */
const leading = 1.14;

/** By record, since a record that changes is another object; each with the lines for the last size asked for. */
const broken = new WeakMap<Card, Readonly<{ sizePx: number; height: number; title: TitleLines }>>();

/** What a card says in a few lines as large as is wanted: its title, or the beginning of its text. */
export function titleLines(
  card: Card,
  { width, height }: Rect,
  { wantedPx, leastPx }: TitleSize,
  inset: Readonly<{ x: number; y: number }>,
): TitleLines {
  const sizePx = sizeIn(height - 2 * inset.y, wantedPx, leastPx);
  const known = broken.get(card);
  if (known?.sizePx === sizePx && known.height === height) return known.title;
  const title = breakTitle(card, sizePx, width - 2 * inset.x, height - 2 * inset.y, inset.y);
  broken.set(card, { sizePx, height, title });
  return title;
}

function sizeIn(room: number, wanted: number, leastForTwo: number): number {
  const forTwo = Math.floor(room / 2 / leading);
  return Math.min(wanted, forTwo >= leastForTwo ? forTwo : Math.floor(room / leading));
}

function breakTitle(card: Card, sizePx: number, room: number, height: number, top: number): TitleLines {
  const weight = card.kind === "question" ? 600 : 500;
  const lineHeightPx = Math.round(sizePx * leading);
  const font = { weight, sizePx } as const;
  const words = (card.title || card.text).slice(0, maxChars).replace(/\s+/gu, " ").trim();
  const all = words === "" ? [] : wrapText(words, font, room);
  const most = Math.max(1, Math.floor(height / lineHeightPx));
  const lines =
    all.length <= most
      ? all
      : [...all.slice(0, most - 1), cutText(all.slice(most - 1).join(" "), font, room)];
  return { lines, sizePx, lineHeightPx, weight, top };
}
