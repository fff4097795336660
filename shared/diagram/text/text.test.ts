import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { TextFont } from "./font.ts";
import { graphemes } from "./graphemes.ts";
import { fitText, measureText } from "./measure-text.ts";
import { textDirection } from "./text-direction.ts";
import { wrapText } from "./wrap-text.ts";

const font: TextFont = { weight: 400, sizePx: 14 };
const lineBreaks = /[\s\u0085]/gu;

describe("measureText", () => {
  test("the sum of its characters is the width of a text", () => {
    expect(measureText("ab", font)).toBeCloseTo(measureText("a", font) + measureText("b", font), 10);
    expect(measureText("", font)).toBe(0);
  });

  test("a heavier cut is wider, a larger size in proportion", () => {
    expect(measureText("pragmatic", { weight: 600, sizePx: 14 })).toBeGreaterThan(
      measureText("pragmatic", font),
    );
    expect(measureText("pragmatic", { weight: 400, sizePx: 28 })).toBeCloseTo(
      2 * measureText("pragmatic", font),
      10,
    );
  });

  test("ideographs take one em, accents and joiners nothing", () => {
    expect(measureText("論", font)).toBe(14);
    expect(measureText("한", font)).toBe(14);
    expect(measureText("\u0651\u200d\ufe0f", font)).toBe(0);
  });
});

describe("graphemes", () => {
  test("they are those of Intl.Segmenter, however long the text", () => {
    const unit = fc.constantFrom(
      "a",
      "é",
      "👩‍👩‍👧",
      "🇩🇪",
      "論",
      "한",
      "\u0301",
      "\u200d",
      "\r",
      "\n",
      "👍🏽",
    );
    const whole = new Intl.Segmenter("en", { granularity: "grapheme" });
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 120 }), (units) => {
        const text = units.join("");
        const expected = Array.from(whole.segment(text), ({ segment }) => segment);
        fc.pre(expected.every((grapheme) => grapheme.length < 30));
        expect([...graphemes(text)]).toEqual(expected);
      }),
    );
  });

  test("a heap of accents is cut, and no half of a pair is left alone", () => {
    const text = `a${"\u0301".repeat(62)}${"👍🏽".repeat(40)}`;
    expect([...graphemes(text)].join("")).toBe(text);
    expect([...graphemes(text)].some((grapheme) => /\p{Surrogate}/u.test(grapheme))).toBe(false);
  });
});

describe("wrapText", () => {
  test.each([
    ["an empty text is one empty line", "", 100, [""]],
    ["hard breaks are kept, of whatever kind", "a\n\nb\r\nc", 100, ["a", "", "b", "c"]],
    ["lines break at spaces, which hang", "openness is   pragmatic", 81, ["openness is", "pragmatic"]],
    ["lines break after a hyphen between letters", "well-founded", 60, ["well-", "founded"]],
    ["a hyphen that starts a word stays with it", "aaaa -well", 40, ["aaaa", "-well"]],
    ["no break inside a range of numbers", "in 2020-2024 it", 80, ["in", "2020-2024", "it"]],
    ["lines break after dashes and slashes", "and/or so–called", 50, ["and/or", "so–", "called"]],
    ["no-break spaces hold", "10\u00a0000 cards", 50, ["10\u00a0000", "cards"]],
    [
      "ideographs break anywhere but before closing marks",
      "開放的。閉鎖的。",
      45,
      ["開放", "的。閉", "鎖的。"],
    ],
    ["an opening bracket is not left behind", "開放「閉鎖」", 45, ["開放", "「閉", "鎖」"]],
    ["an overlong word is cut", "aaaaaaaaaa", 33, ["aaaa", "aaaa", "aa"]],
    ["a narrow width still takes one grapheme a line", "é👩‍👩‍👧", 1, ["é", "👩‍👩‍👧"]],
  ])("%s", (_, text, width, lines) => {
    expect(wrapText(text, font, width)).toEqual(lines);
  });

  const anyText = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 120 }),
    fc
      .array(
        fc.constantFrom(
          "open",
          "weights",
          "-",
          "—",
          "/",
          " ",
          "  ",
          "\n",
          "\t",
          "(",
          ").",
          "論",
          "。",
          "「",
          "👩‍👩‍👧",
          "é",
          "\u00a0",
          "extraordinarilylongwords",
        ),
        { maxLength: 60 },
      )
      .map((parts) => parts.join("")),
  );
  const width = fc.integer({ min: 1, max: 400 });

  test("the lines together are the text but for white space", () => {
    fc.assert(
      fc.property(anyText, width, (text, maxWidth) => {
        const lines = wrapText(text, font, maxWidth);
        expect(lines.join("").replace(lineBreaks, "")).toBe(text.replace(lineBreaks, ""));
        expect(lines.every((line) => text.includes(line))).toBe(true);
      }),
    );
  });

  test("no line is wider than allowed unless it is a single grapheme", () => {
    fc.assert(
      fc.property(anyText, width, (text, maxWidth) => {
        for (const line of wrapText(text, font, maxWidth)) {
          if (measureText(line, font) <= maxWidth) continue;
          expect([...graphemes(line)]).toHaveLength(1);
        }
      }),
    );
  });

  test("a very long word and a very long text are wrapped in full", () => {
    for (const word of ["a".repeat(50_000), "👩‍👩‍👧é".repeat(5_000)])
      expect(wrapText(word, font, 224).join("")).toBe(word);
    const prose = "openness is strategic ".repeat(5_000).trim();
    expect(wrapText(prose, font, 224).join(" ")).toBe(prose);
  });
});

describe("fitText", () => {
  test("a text that fits is left alone, in one line", () => {
    expect(fitText(" Open\nweights ", font, 200)).toBe("Open weights");
  });

  test("a text that does not fit is cut between graphemes and says so", () => {
    const fitted = fitText("👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧", font, 100);
    expect(fitted.endsWith("…")).toBe(true);
    expect(measureText(fitted, font)).toBeLessThanOrEqual(100);
    expect(fitText("long", font, 0)).toBe("…");
  });
});

describe("scripts that write no spaces", () => {
  const thai = "มนุษย์ทั้งหลายเกิดมามีอิสระและเสมอภาคกันในเกียรติศักดิ์และสิทธิ";

  test("lines end between words", () => {
    const lines = wrapText(thai, font, 120);
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.join("")).toBe(thai);
    const words = new Intl.Segmenter("th", { granularity: "word" });
    const ends = new Set(Array.from(words.segment(thai), ({ index, segment }) => index + segment.length));
    let at = 0;
    for (const line of lines) {
      at += line.length;
      expect(ends.has(at)).toBe(true);
    }
  });

  test("a line too narrow for a word is cut all the same, and no line is too wide", () => {
    for (const line of wrapText(thai, font, 30)) expect(measureText(line, font)).toBeLessThanOrEqual(30);
    expect(wrapText(thai, font, 30).join("")).toBe(thai);
  });

  test("a very long text takes time in proportion to its length", () => {
    const start = performance.now();
    expect(wrapText(thai.repeat(500), font, 224).join("")).toHaveLength(thai.length * 500);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

describe("textDirection", () => {
  test.each([
    ["Openness is pragmatic", "ltr"],
    ["开放是务实的", "ltr"],
    ["סביבה פתוחה", "rtl"],
    ["المدارس للجميع", "rtl"],
    ["2024: המדרשה", "rtl"],
    ["“المدارس” in English", "rtl"],
    ["In Arabic: المدارس", "ltr"],
    ["𞤀𞤣𞤤𞤢𞤥", "rtl"],
    ["\u200f2024", "rtl"],
    ["👍 12 %", "ltr"],
    ["", "ltr"],
  ])("%s runs %s", (text, direction) => {
    expect(textDirection(text)).toBe(direction);
  });
});
