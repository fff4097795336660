import type { Card } from "#shared/model/records.ts";
import type { CitationBox, TextBlock } from "../card-box.ts";
import { cardMetrics, type TextStyle } from "../card-metrics.ts";
import type { Rect } from "../rect.ts";
import { cutText, fitText, measureText } from "../text/measure-text.ts";
import { textDirection } from "../text/text-direction.ts";
import type { Annotations } from "./annotations.ts";
import { fareItems } from "./draw-fare.ts";
import { fillIn } from "./fill-in.ts";
import { grantedBox } from "./granted-box.ts";
import { boxItem, filled, groupItem, stroked, textItem } from "./items.ts";
import type { PictureGroup, PictureItem } from "./picture.ts";
import type { PictureOptions } from "./picture-options.ts";
import type { PictureTheme } from "./picture-theme.ts";
import type { SceneCard } from "./scene.ts";
import type { SchemePlace } from "./scheme-places.ts";
import { signItem } from "./signs.ts";
import { strengthText } from "./strength-text.ts";

const { paddingPx, headerHeightPx, header, radiusPx, borderPx } = cardMetrics;
const signPx = 13;
const signGapPx = 5;
const grantedSignPx = 12;
const markGapPx = 4;
/** How much of what stands back is left to see. */
export const dimmedOpacity = 0.3;
const emphasisEdge = { gapPx: 3, strokePx: 3 } as const;

/** What cards and lines are drawn with. */
export type Drawing = Readonly<{
  theme: PictureTheme;
  options: PictureOptions;
  notes: Annotations;
  schemes: ReadonlyMap<string, SchemePlace>;
}>;

/** A card as the canvas shows it; its sources by number where they are listed. */
export function drawCard(scened: SceneCard, drawing: Drawing): PictureGroup {
  const { card, box, rect } = scened;
  const { theme, options } = drawing;
  const { surface, border } = card.color ? theme.tints[card.color] : theme.cards[card.kind];
  const items: readonly PictureItem[] = [
    boxItem(rect, radiusPx, { ...filled(surface), stroke: border, strokeWidth: borderPx }),
    ...headItems(scened, drawing),
    ...bodyItems(scened, drawing),
    ...box.citations.flatMap((citation, index) => citationItems(scened, citation, index, drawing)),
    ...blockItems(scened, box.tags, theme.textMuted, card.tags.map((tag) => `#${tag}`).join(" ")),
    ...(card.granted ? grantedItems(scened, theme) : []),
    ...fareItems(card.id, rect, theme, options),
    ...(options.emphasised.has(card.id) ? [emphasis(rect, border)] : []),
  ];
  return groupItem(`card ${card.kind}${card.granted ? " granted" : ""}`, items, {
    id: card.id,
    title: titleOf(card, options),
    opacity: options.dimmed.has(card.id) ? dimmedOpacity : 1,
  });
}

/** A second edge around the card, parted from it so that it is seen without colour as well. */
function emphasis(rect: Rect, color: string): PictureItem {
  const { gapPx, strokePx } = emphasisEdge;
  const out = gapPx + strokePx;
  const around = {
    x: rect.x - out,
    y: rect.y - out,
    width: rect.width + 2 * out,
    height: rect.height + 2 * out,
  };
  return boxItem(around, radiusPx + out, stroked(color, strokePx));
}

function titleOf(card: Card, { words, standings, strengths }: PictureOptions): string {
  const standing = standings.get(card.id);
  const strength = strengths && strengthText(strengths, card.id);
  const remarks = [
    ...(card.granted ? [words.granted] : []),
    ...(standing ? [words.standings[standing]] : []),
    ...(strength ? [fillIn(words.strength, { value: strength })] : []),
  ];
  const kind = [words.kinds[card.kind], ...remarks].join(", ");
  return `${kind}: ${card.text || words.emptyCard}`;
}

function headItems({ card, box, rect }: SceneCard, { theme, options }: Drawing): readonly PictureItem[] {
  const { accent } = theme.cards[card.kind];
  const [x, top] = [rect.x + paddingPx, rect.y + paddingPx];
  const word = textItem({
    x: x + signPx + signGapPx,
    top,
    lines: [options.words.kinds[card.kind]],
    style: header,
    fill: accent,
  });
  const sign = signItem(card.kind, x, top + (headerHeightPx - signPx) / 2, signPx, accent);
  if (box.title === "") return [sign, word];
  const title = textItem({
    x: rect.x + rect.width - paddingPx,
    top,
    lines: [box.title],
    style: header,
    fill: theme.textMuted,
    align: "right",
    whole: card.title,
    direction: textDirection(box.title),
  });
  return [sign, word, title];
}

function bodyItems(scened: SceneCard, { theme, options, notes }: Drawing): readonly PictureItem[] {
  const { card, box } = scened;
  if (card.text === "") {
    const empty = { ...box.text, lines: [options.words.emptyCard] };
    return blockItems(scened, empty, theme.textMuted, options.words.emptyCard);
  }
  const letter = notes.letterOf(card.id);
  return blockItems(scened, box.text, theme.text, card.text, letter && `[${letter}]`);
}

/** A block of lines in a card; with a mark at its end, the last line makes room for it. */
function blockItems(
  { rect }: SceneCard,
  { y, style, lines }: TextBlock,
  fill: string,
  whole: string,
  mark?: string,
): readonly PictureItem[] {
  if (lines.length === 0) return [];
  const direction = textDirection(whole);
  const isRtl = direction === "rtl";
  const room = rect.width - 2 * paddingPx;
  const last = lines.length - 1;
  const markWidth = mark ? measureText(mark, style) : 0;
  const shown = mark
    ? lines.map((line, index) =>
        index < last ? line : cutText(line.replace(/…$/u, ""), style, room - markWidth - markGapPx),
      )
    : lines;
  const side = (inset: number) =>
    isRtl ? rect.x + rect.width - paddingPx - inset : rect.x + paddingPx + inset;
  const align = isRtl ? "right" : "left";
  const block = textItem({ x: side(0), top: rect.y + y, lines: shown, style, fill, whole, align, direction });
  if (!mark) return [block];
  const lastLine = measureText(shown[last] ?? "", style);
  const top = rect.y + y + last * style.lineHeightPx;
  return [block, textItem({ x: side(lastLine + markGapPx), top, lines: [mark], style, fill, align })];
}

function citationItems(
  scened: SceneCard,
  citation: CitationBox,
  index: number,
  { theme, notes }: Drawing,
): readonly PictureItem[] {
  const { card, rect } = scened;
  const room = rect.width - 2 * paddingPx;
  const rule = { x: rect.x + paddingPx, y: rect.y + citation.y, width: room, height: cardMetrics.hairlinePx };
  const { quote = "", locator = "", source } = card.citations[index] ?? {};
  const number = source && notes.numberOf(source);
  const items: PictureItem[] = [boxItem(rule, 0, filled(theme.cards.evidence.border))];
  items.push(...blockItems(scened, citation.quote, theme.text, quote));
  const line = citation.source.lines[0];
  if (line === undefined) return number ? [...items, onRule(scened, citation, `[${number}]`, theme)] : items;
  const named =
    source && number ? withNumber(number, notes.titleOf(source), locator, citation.source.style, room) : line;
  items.push(...blockItems(scened, { ...citation.source, lines: [named] }, theme.textMuted, named));
  return items;
}

/** The number, the title as far as there is room, and the whole of the place where to look. */
function withNumber(number: string, title: string, locator: string, style: TextStyle, room: number): string {
  const lead = `[${number}] `;
  const place = locator.replace(/\s+/gu, " ").trim();
  if (title === "" || place === "") return fitText(`${lead}${title}${place}`, style, room);
  const left = room - measureText(`${lead}, ${place}`, style);
  if (left < leastTitlePx) return fitText(lead + place, style, room);
  return `${lead}${fitText(title, style, left)}, ${place}`;
}

/** With less room, a title says nothing any more: the list has it. */
const leastTitlePx = 40;

/** Where a source has no line of its own: its number at the end of the rule above. */
function onRule({ rect }: SceneCard, { y }: CitationBox, mark: string, theme: PictureTheme): PictureItem {
  const style = cardMetrics.source;
  const x = rect.x + rect.width - paddingPx;
  const top = rect.y + y - style.lineHeightPx / 2;
  return textItem({ x, top, lines: [mark], style, fill: theme.textMuted, align: "right" });
}

function grantedItems({ rect }: SceneCard, theme: PictureTheme): readonly PictureItem[] {
  const box = grantedBox(rect);
  const inset = (box.width - grantedSignPx) / 2;
  const ring = { ...filled(theme.panel), stroke: theme.text, strokeWidth: 1 };
  return [
    boxItem(box, box.width / 2, ring),
    signItem("granted", box.x + inset, box.y + inset, grantedSignPx, theme.text),
  ];
}
