import type { SourceId } from "#shared/model/ids.ts";
import type { Card, Citation } from "#shared/model/records.ts";
import { cardMetrics, type TextStyle } from "./card-metrics.ts";
import { cutText, fitText } from "./text/measure-text.ts";
import { wrapText } from "./text/wrap-text.ts";

/** Lines of one style; `y` is the top of the first line, from the top of the card. */
export type TextBlock = Readonly<{ y: number; style: TextStyle; lines: readonly string[] }>;

/** A citation on a card: a hairline at `y`, the quoted words, the source; either block may be without lines. */
export type CitationBox = Readonly<{ y: number; quote: TextBlock; source: TextBlock }>;

/** How a card is laid out, in canvas pixels from its top left corner. */
export type CardBox = Readonly<{
  width: number;
  height: number;
  /** The card's title, cut to what the header leaves free; empty where it has none. */
  title: string;
  text: TextBlock;
  citations: readonly CitationBox[];
  /** The tags on one line, below all else; without lines where the card has none. */
  tags: TextBlock;
}>;

/** The title to print for a source, or undefined where the map has no such source. */
export type SourceTitleOf = (id: SourceId) => string | undefined;

/** Measures a card without a screen: the same numbers for the card in the page and for every export. */
export function cardBox(card: Card, sourceTitleOf: SourceTitleOf): CardBox {
  const width = cardMetrics.widthOf[card.kind];
  const room = width - 2 * cardMetrics.paddingPx;
  const style = cardMetrics.text[card.kind];
  const text: TextBlock = {
    y: cardMetrics.paddingPx + cardMetrics.headerHeightPx + cardMetrics.headerGapPx,
    style,
    lines: clampLines(wrapText(card.text, style, room), cardMetrics.maxTextLines, style, room),
  };
  let bottom = bottomOf(text);
  const citations = card.citations.map((citation) => {
    const box = citationBox(
      citation,
      sourceTitleOf(citation.source),
      bottom + cardMetrics.citationGapPx,
      room,
    );
    bottom = bottomOf(box.source);
    return box;
  });
  const tags: TextBlock = {
    y: bottom + cardMetrics.tagsGapPx,
    style: cardMetrics.tags,
    lines: card.tags.length === 0 ? [] : [fitText(tagLine(card.tags), cardMetrics.tags, room)],
  };
  if (tags.lines.length > 0) bottom = bottomOf(tags);
  const title = fitText(card.title, cardMetrics.header, room - cardMetrics.headerLeadPx);
  return { width, height: bottom + cardMetrics.paddingPx, title, text, citations, tags };
}

function tagLine(tags: readonly string[]): string {
  return tags.map((tag) => `#${tag}`).join(" ");
}

function citationBox(
  citation: Citation,
  sourceTitle: string | undefined,
  y: number,
  room: number,
): CitationBox {
  const { quote: quoteStyle, source: sourceStyle, maxQuoteLines } = cardMetrics;
  const words = citation.quote.replace(/\s+/gu, " ").trim();
  const quote: TextBlock = {
    y: y + cardMetrics.hairlinePx + cardMetrics.citationGapPx,
    style: quoteStyle,
    lines:
      words === ""
        ? []
        : clampLines(wrapText(`“${words}”`, quoteStyle, room), maxQuoteLines, quoteStyle, room),
  };
  const reference = [sourceTitle ?? "", citation.locator].filter((part) => part !== "").join(", ");
  const gap = quote.lines.length > 0 ? cardMetrics.sourceGapPx : 0;
  return {
    y,
    quote,
    source: {
      y: bottomOf(quote) + gap,
      style: sourceStyle,
      lines: reference === "" ? [] : [fitText(reference, sourceStyle, room)],
    },
  };
}

function bottomOf(block: TextBlock): number {
  return block.y + block.lines.length * block.style.lineHeightPx;
}

function clampLines(
  lines: readonly string[],
  max: number,
  style: TextStyle,
  room: number,
): readonly string[] {
  if (lines.length <= max) return lines;
  return [...lines.slice(0, max - 1), cutText(lines[max - 1] ?? "", style, room)];
}
