import { type CardBox, type CardColors, cardMetrics, type TextStyle } from "#shared/diagram/index.ts";
import { fillIn } from "#shared/diagram/picture/fill-in.ts";
import type { PictureStanding, PictureTheme, PictureWords } from "#shared/diagram/picture/index.ts";
import { cutText, fitText, measureText } from "#shared/diagram/text/measure-text.ts";
import { wrapText } from "#shared/diagram/text/wrap-text.ts";
import type { Card } from "#shared/model/index.ts";
import { minFontPx, type SlideParagraph } from "./shapes.ts";

/** Type of other makes may run wider than what was measured; so much of the width is left for it. */
const safety = 0.96;

/** Less of a title says nothing. */
const leastTitlePx = 40;
const boldHeader = { ...cardMetrics.header, weight: 600 } as const;

/** What stands on a card of a slide, at `scale` times its size on the canvas, never more than its box holds. */
export function cardParagraphs(
  card: Card,
  box: CardBox,
  {
    theme,
    words,
    standing,
    strength,
    scale,
  }: Readonly<{
    theme: PictureTheme;
    words: PictureWords;
    standing: PictureStanding | undefined;
    /** As people read it (`strengthText`). */
    strength: string | undefined;
    scale: number;
  }>,
): readonly SlideParagraph[] {
  const colors: CardColors = theme.cards[card.kind];
  const { style } = box.text;
  if (style.sizePx * scale < minFontPx) return tinyText(card, box, theme, scale);
  const kind = [
    words.kinds[card.kind],
    ...(card.granted ? [words.granted] : []),
    ...(standing ? [words.standings[standing]] : []),
    ...(strength === undefined ? [] : [fillIn(words.strength, { value: strength })]),
  ].join(" · ");
  const room = (box.width - 2 * cardMetrics.paddingPx) * safety - measureText(`${kind}  `, boldHeader);
  const title = room < leastTitlePx ? "" : fitText(box.title, cardMetrics.header, room);
  const header = paragraph(cardMetrics.header, scale, 0, [
    { text: kind, color: colors.accent, isBold: true, isItalic: false },
    ...(title === "" ? [] : [{ text: `  ${title}`, color: theme.textMuted, isBold: false, isItalic: false }]),
  ]);
  const body = paragraph(style, scale, cardMetrics.headerGapPx, [
    {
      text: shownOf(card.text, box.text.lines) || words.emptyCard,
      color: card.text === "" ? theme.textMuted : theme.text,
      isBold: card.kind === "question",
      isItalic: false,
    },
  ]);
  const citations = box.citations.flatMap(({ quote, source }, i) => [
    ...(quote.lines.length === 0
      ? []
      : [
          oneText(
            quote.style,
            shownOf(quotedWords(card.citations[i]?.quote ?? ""), quote.lines),
            theme.textMuted,
            scale,
            8,
          ),
        ]),
    ...(source.lines.length === 0
      ? []
      : [oneText(source.style, source.lines.join(" "), theme.textMuted, scale, 2)]),
  ]);
  const tags =
    box.tags.lines.length === 0
      ? []
      : [oneText(box.tags.style, box.tags.lines.join(" "), theme.textMuted, scale, cardMetrics.tagsGapPx)];
  return [header, body, ...citations, ...tags];
}

/** On a slide of a very large map type would be smaller than there is: as many words as fit in the smallest. */
function tinyText(card: Card, box: CardBox, theme: PictureTheme, scale: number): readonly SlideParagraph[] {
  const room = box.width * scale * safety;
  const lineHeightPx = minFontPx * 1.2;
  const most = Math.floor((box.height * scale) / lineHeightPx);
  if (most < 1) return [];
  const font = { weight: 500, sizePx: minFontPx } as const;
  const words = card.title || card.text;
  const lines = wrapText(words, font, room);
  const shown =
    lines.length > most ? [...lines.slice(0, most - 1), cutText(lines[most - 1] ?? "", font, room)] : lines;
  return [
    {
      sizePx: minFontPx,
      lineHeightPx,
      spaceBeforePx: 0,
      runs: [{ text: shownOf(words, shown), color: theme.text, isBold: false, isItalic: false }],
    },
  ];
}

/**
 * What these lines show of the text that was broken into them, unbroken again: programs break it anew, and not every
 * script writes spaces where lines end.
 */
function shownOf(text: string, lines: readonly string[]): string {
  let end = 0;
  for (const line of lines) {
    const at = text.indexOf(line, end);
    // Only a last line that was cut is not found: its ellipsis is not in the text.
    if (at < 0) return `${text.slice(0, endOf(text, line.replace(/…$/u, ""), end)).trimEnd()}…`;
    end = at + line.length;
  }
  return text.slice(0, end);
}

/** A quotation as cards break it into lines. */
function quotedWords(quote: string): string {
  return `“${quote.replace(/\s+/gu, " ").trim()}”`;
}

function endOf(text: string, words: string, from: number): number {
  const at = text.indexOf(words, from);
  return at < 0 ? from : at + words.length;
}

function oneText(
  style: TextStyle,
  text: string,
  color: string,
  scale: number,
  before: number,
): SlideParagraph {
  return paragraph(style, scale, before, [{ text, color, isBold: false, isItalic: false }]);
}

function paragraph(
  style: TextStyle,
  scale: number,
  before: number,
  runs: SlideParagraph["runs"],
): SlideParagraph {
  return {
    sizePx: style.sizePx * scale * safety,
    lineHeightPx: style.lineHeightPx * scale,
    spaceBeforePx: before * scale,
    runs,
  };
}
