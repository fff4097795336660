import { describe, expect, test } from "vitest";
import type { CardId, CitationId, SourceId } from "#shared/model/ids.ts";
import type { Card, Citation } from "#shared/model/records.ts";
import { cardBox } from "./card-box.ts";
import { cardMetrics } from "./card-metrics.ts";
import { measureText } from "./text/measure-text.ts";

const noSource = () => undefined;

describe("cardBox", () => {
  test("an empty claim has room for one line", () => {
    const box = cardBox(card({}), noSource);
    expect(box).toMatchObject({ width: 248, height: 12 + 20 + 4 + 20 + 12, title: "", citations: [] });
    expect(box.text.lines).toEqual([""]);
  });

  test("questions are wider and set larger", () => {
    const box = cardBox(card({ kind: "question", text: "How open?" }), noSource);
    expect(box).toMatchObject({ width: 280, height: 12 + 20 + 4 + 22 + 12 });
  });

  test("height follows the lines, which keep within the padding", () => {
    const box = cardBox(card({ text: "openness is strategic ".repeat(10) }), noSource);
    expect(box.height).toBe(12 + 20 + 4 + 20 * box.text.lines.length + 12);
    for (const line of box.text.lines)
      expect(measureText(line, box.text.style)).toBeLessThanOrEqual(248 - 24);
  });

  test("tags stand on one line below all else, and make the card higher by just that", () => {
    const plain = cardBox(card({ text: "A claim" }), noSource);
    const tagged = cardBox(card({ text: "A claim", tags: ["law", "open source"] }), noSource);
    expect(plain.tags.lines).toEqual([]);
    expect(tagged.tags.lines).toEqual(["#law #open source"]);
    expect(tagged.height - plain.height).toBe(cardMetrics.tagsGapPx + cardMetrics.tags.lineHeightPx);
  });

  test("a very long text ends with an ellipsis", () => {
    const box = cardBox(card({ text: "word ".repeat(2_000) }), noSource);
    expect(box.text.lines).toHaveLength(cardMetrics.maxTextLines);
    expect(box.text.lines.at(-1)).toMatch(/…$/u);
  });

  test("each citation shows a hairline, the quoted words and its source", () => {
    const citations = [
      citation({ quote: "weights are\n free", locator: "p. 3" }),
      citation({ quote: "w ".repeat(300) }),
    ];
    const box = cardBox(card({ kind: "evidence", text: "They are free.", citations }), () => "A wiki page");
    const [first, second] = box.citations;
    expect(first).toMatchObject({ y: 12 + 20 + 4 + 20 + 8, quote: { y: 12 + 20 + 4 + 20 + 8 + 1 + 8 } });
    expect(first?.quote.lines).toEqual(["“weights are free”"]);
    expect(first?.source).toMatchObject({ y: 73 + 16 + 2, lines: ["A wiki page, p. 3"] });
    expect(second?.quote.lines).toHaveLength(3);
    expect(second?.quote.lines.at(-1)).toMatch(/…$/u);
    expect(box.height).toBe((second?.source.y ?? 0) + 16 + 12);
  });

  test("a citation of a source that is gone shows its words only", () => {
    const box = cardBox(card({ kind: "evidence", citations: [citation({ quote: "free" })] }), noSource);
    expect(box.citations[0]).toMatchObject({ quote: { lines: ["“free”"] }, source: { lines: [] } });
  });

  test("a long title is cut to the header", () => {
    const box = cardBox(card({ title: "Openness as a strategy of those who are behind" }), noSource);
    expect(box.title).toMatch(/^Openness.*…$/u);
    const room = 248 - 24 - cardMetrics.headerLeadPx;
    expect(measureText(box.title, cardMetrics.header)).toBeLessThanOrEqual(room);
  });
});

function card(values: Partial<Card>): Card {
  return {
    type: "card",
    id: "c1" as CardId,
    kind: "claim",
    text: "",
    title: "",
    granted: false,
    base: null,
    color: null,
    tags: [],
    author: "",
    createdAt: 0,
    group: null,
    pinned: false,
    order: null,
    parent: null,
    raisedBy: null,
    answers: [],
    citations: [],
    ...values,
  };
}

function citation(values: Partial<Citation>): Citation {
  return {
    id: "q1" as CitationId,
    source: "s1" as SourceId,
    quote: "",
    prefix: "",
    suffix: "",
    start: null,
    end: null,
    locator: "",
    relevance: null,
    via: null,
    attributedTo: "",
    ...values,
  };
}
