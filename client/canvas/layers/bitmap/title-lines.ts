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
const broken = new WeakMap<Card, Readonly<{ size: TitleSize; height: number; title: TitleLines }>>();

/**
 * What a card says in a few lines as large as is wanted: its title, or the beginning of its text; the whole text where
 * that is preferred and fits.
 */
export function titleLines(
  card: Card,
  { width, height }: Rect,
  size: TitleSize,
  inset: Readonly<{ x: number; y: number }>,
): TitleLines {
  const known = broken.get(card);
  if (known && known.height === height && isSameSize(known.size, size)) return known.title;
  const room = { width: width - 2 * inset.x, height: height - 2 * inset.y, top: inset.y };
  const title = (size.prefersText ? wholeText(card, size, room) : undefined) ?? cutTitle(card, size, room);
  broken.set(card, { size, height, title });
  return title;
}

type Room = Readonly<{ width: number; height: number; top: number }>;

function isSameSize(a: TitleSize, b: TitleSize): boolean {
  return a.wantedPx === b.wantedPx && a.leastPx === b.leastPx && a.prefersText === b.prefersText;
}

/** The text in the larger of the two sizes in which all of it has room. */
function wholeText(card: Card, { wantedPx, leastPx }: TitleSize, room: Room): TitleLines | undefined {
  if (card.text === "" || card.text.length > maxChars) return undefined;
  for (const sizePx of [wantedPx, leastPx]) {
    const broken = breakWords(card.text, card, sizePx, room);
    if (broken.lines.length <= broken.most) return broken.title(broken.lines);
  }
  return undefined;
}

function cutTitle(card: Card, { wantedPx, leastPx }: TitleSize, room: Room): TitleLines {
  const sizePx = sizeIn(room.height, wantedPx, leastPx);
  const { lines, most, font, title } = breakWords(
    (card.title || card.text).slice(0, maxChars),
    card,
    sizePx,
    room,
  );
  if (lines.length <= most) return title(lines);
  return title([...lines.slice(0, most - 1), cutText(lines.slice(most - 1).join(" "), font, room.width)]);
}

function sizeIn(room: number, wanted: number, leastForTwo: number): number {
  const forTwo = Math.floor(room / 2 / leading);
  return Math.min(wanted, forTwo >= leastForTwo ? forTwo : Math.floor(room / leading));
}

function breakWords(text: string, { kind }: Card, sizePx: number, { width, height, top }: Room) {
  const weight = kind === "question" ? 600 : 500;
  const lineHeightPx = Math.round(sizePx * leading);
  const font = { weight, sizePx } as const;
  const words = text.replace(/\s+/gu, " ").trim();
  return {
    font,
    lines: words === "" ? [] : wrapText(words, font, width),
    /** At least one, were it too high. */
    most: Math.max(1, Math.floor(height / lineHeightPx)),
    title: (lines: readonly string[]): TitleLines => ({ lines, sizePx, lineHeightPx, weight, top }),
  };
}
