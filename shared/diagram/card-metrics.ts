import type { CardKind } from "#shared/model/records.ts";
import type { TextFont } from "./text/font.ts";

/** Type on a card: a cut of Inter and the height of its lines, both in canvas pixels. */
export type TextStyle = TextFont & Readonly<{ lineHeightPx: number }>;

/**
 * All the measures of a card in canvas pixels, shared by style sheets and exports. Padding is measured from the outer
 * edge, so a border lies within it. Text needs `font-kerning: none` and `font-variant-ligatures: none` to run as wide
 * as reckoned, and `white-space: pre` to keep the lines as broken here.
 */
export const cardMetrics: CardMetrics = {
  widthOf: { question: 280, claim: 248, evidence: 248 },
  paddingPx: 12,
  radiusPx: 8,
  borderPx: 1,
  /** Icon, kind word and title, on one line. */
  headerHeightPx: 20,
  /** Kept free for icon and kind word, whatever the language; the title takes the rest of the header. */
  headerLeadPx: 88,
  headerGapPx: 4,
  header: { weight: 500, sizePx: 11, lineHeightPx: 20 },
  text: {
    question: { weight: 600, sizePx: 15, lineHeightPx: 22 },
    claim: { weight: 500, sizePx: 14, lineHeightPx: 20 },
    evidence: { weight: 400, sizePx: 14, lineHeightPx: 20 },
  },
  maxTextLines: 40,
  /** Above and below the hairline that opens a citation. */
  citationGapPx: 8,
  hairlinePx: 1,
  quote: { weight: 400, sizePx: 12, lineHeightPx: 16 },
  maxQuoteLines: 3,
  sourceGapPx: 2,
  source: { weight: 400, sizePx: 12, lineHeightPx: 16 },
  tagsGapPx: 4,
  tags: { weight: 500, sizePx: 11, lineHeightPx: 16 },
};

export type CardMetrics = Readonly<{
  widthOf: Readonly<Record<CardKind, number>>;
  paddingPx: number;
  radiusPx: number;
  borderPx: number;
  headerHeightPx: number;
  headerLeadPx: number;
  headerGapPx: number;
  header: TextStyle;
  text: Readonly<Record<CardKind, TextStyle>>;
  maxTextLines: number;
  citationGapPx: number;
  hairlinePx: number;
  quote: TextStyle;
  maxQuoteLines: number;
  sourceGapPx: number;
  source: TextStyle;
  tagsGapPx: number;
  tags: TextStyle;
}>;
