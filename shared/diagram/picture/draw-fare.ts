import type { CardId } from "#shared/model/ids.ts";
import type { TextStyle } from "../card-metrics.ts";
import type { Rect } from "../rect.ts";
import { measureText } from "../text/measure-text.ts";
import { boxItem, filled, stroked, textItem } from "./items.ts";
import type { PictureItem } from "./picture.ts";
import type { PictureOptions } from "./picture-options.ts";
import type { PictureTheme } from "./picture-theme.ts";
import type { PictureStanding } from "./picture-words.ts";
import { signItem } from "./signs.ts";
import { strengthText } from "./strength-text.ts";

/** What stands on the lower edge: how the card fares. */
const fare = {
  style: { weight: 600, sizePx: 10.5, lineHeightPx: 18 } satisfies TextStyle,
  padPx: 7,
  signPx: 10,
  barWidthPx: 28,
  barHeightPx: 6,
  gapPx: 4,
  leftPx: 10,
  apartPx: 6,
} as const;

/** How a card stands, and how strong it is, as far as either is to be told. */
export function fareItems(
  id: CardId,
  rect: Rect,
  theme: PictureTheme,
  { standings, strengths, words }: PictureOptions,
): readonly PictureItem[] {
  const standing = standings.get(id);
  const strength = strengths && strengthText(strengths, id);
  const x = rect.x + fare.leftPx;
  const width = standing ? fareWidth(fare.signPx, words.standings[standing]) + fare.apartPx : 0;
  return [
    ...(standing ? standingItems(standing, words.standings[standing], x, rect, theme) : []),
    ...(strength ? strengthItems(strengths.cards.get(id) ?? 0, strength, x + width, rect, theme) : []),
  ];
}

function standingItems(
  standing: PictureStanding,
  word: string,
  x: number,
  rect: Rect,
  theme: PictureTheme,
): readonly PictureItem[] {
  const { padPx, signPx } = fare;
  const box = fareBox(x, rect, fareWidth(signPx, word));
  // What is refuted is dark on light turned round, so that it is seen without reading.
  const [ground, ink] = standing === "refuted" ? [theme.text, theme.panel] : [theme.panel, theme.text];
  const dash = standing === "stands" || standing === "refuted" ? [] : [3, 3];
  return [
    boxItem(box, box.height / 2, { ...filled(ground), stroke: theme.text, strokeWidth: 1, dash }),
    signItem(standing, x + padPx, box.y + (box.height - signPx) / 2, signPx, ink),
    wordItem(word, box, signPx, ink),
  ];
}

/** A bar, filled as far as it is strong, and the number. */
function strengthItems(
  value: number,
  text: string,
  x: number,
  rect: Rect,
  theme: PictureTheme,
): readonly PictureItem[] {
  const { padPx, barWidthPx, barHeightPx } = fare;
  const box = fareBox(x, rect, fareWidth(barWidthPx, text));
  const bar = {
    x: x + padPx,
    y: box.y + (box.height - barHeightPx) / 2,
    width: barWidthPx,
    height: barHeightPx,
  };
  return [
    boxItem(box, box.height / 2, { ...filled(theme.panel), stroke: theme.text, strokeWidth: 1 }),
    boxItem({ ...bar, width: barWidthPx * value }, 0, filled(theme.text)),
    boxItem(bar, 0, stroked(theme.text, 1)),
    wordItem(text, box, barWidthPx, theme.text),
  ];
}

function fareWidth(markPx: number, text: string): number {
  return 2 * fare.padPx + markPx + fare.gapPx + measureText(text, fare.style);
}

function fareBox(x: number, rect: Rect, width: number): Rect {
  const { lineHeightPx } = fare.style;
  return { x, y: rect.y + rect.height - lineHeightPx / 2, width, height: lineHeightPx };
}

function wordItem(text: string, box: Rect, markPx: number, ink: string): PictureItem {
  const x = box.x + fare.padPx + markPx + fare.gapPx;
  return textItem({ x, top: box.y, lines: [text], style: fare.style, fill: ink });
}
