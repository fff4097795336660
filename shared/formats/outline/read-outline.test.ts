import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkMap, modelLimits, recordsOf } from "#shared/model/index.ts";
import { meaning, now, readCounting, told } from "../../../tests/fixtures/formats/outline.ts";
import { card } from "../../../tests/fixtures/model/build.ts";
import { writeOutline } from "./index.ts";

describe("what is an item", () => {
  it("[O1] each line of several is a card, and each paragraph where empty lines stand between", () => {
    expect(meaning("One line\n")).toEqual(["claim: One line"]);
    expect(meaning("a\r\nb\rc")).toEqual(["claim: a", "claim: b", "claim: c"]);
    expect(meaning("goes\non\n\nsecond")).toEqual(["claim: goes on", "claim: second"]);
    expect(meaning("铺路\n很贵，\n真的\n\nb")).toEqual(["claim: 铺路很贵，真的", "claim: b"]);
    expect(meaning(" \n\t\n")).toEqual([]);
  });

  const flat = ["claim: a", "claim: b", "claim: c"];
  it.each([
    ["bullets", "- a\n- b\n- c"],
    ["other bullets", "• a\n•b\n· c"],
    ["plus and star", "* a\n* b\n* c"],
    ["numbers", "1. a\n2. b\n10. c"],
    ["numbers set right", " 9. a\n10. b\n11. c"],
    ["brackets", "1) a\n2) b\n3) c"],
    ["round brackets", "(1) a\n(2) b\n(3) c"],
    ["letters", "a) a\nb) b\nc) c"],
    ["Roman numbers", "i. a\nii. b\niii. c"],
    ["Chinese numbers", "一、a\n二、b\n三、c"],
    ["Chinese brackets", "（一）a\n（二）b\n（三）c"],
    ["rings", "①a\n②b\n③c"],
    ["check boxes", "- [ ] a\n- [x] b\n☐ c"],
  ])("[O2] takes off %s", (_, text) => expect(meaning(text)).toEqual(flat));

  it.each(["3.5 million people", "A. Smith wrote this", "2026 was warm", "-5 degrees", "o well", "1.5"])(
    "[O2] takes %j for words",
    (text) => expect(meaning(text)).toEqual([`claim: ${text}`]),
  );

  it("[O2] keeps the lines and paragraphs of an item together", () => {
    expect(meaning("- one\n  goes on\n- two  \n  broken\n\n  and more\n- three")).toEqual([
      "claim: one goes on",
      "claim: two\nbroken\n\nand more",
      "claim: three",
    ]);
  });

  const nested = ["claim: a", "claim: b", "claim: c", "claim: d", "(b + a)", "(c + b)"];
  it.each([
    ["two spaces", "- a\n  - b\n    - c\n- d"],
    ["tabs", "- a\n\t- b\n\t\t- c\n- d"],
    ["wide spaces", "- a\n　- b\n　　- c\n- d"],
    ["indent alone", "a\n  b\n    c\nd"],
    ["numbers of numbers", "1. a\n1.1 b\n1.1.1 c\n2. d"],
    ["styles of marks", "1. a\na) b\n• c\nb) d\n".replace("b) d", "2. d").replace("a) b", "（1）b")],
    ["Chinese styles", "一、a\n（一）b\n1、c\n二、d"],
    ["Word's bullets", "•\ta\no\tb\n▪\tc\n•\td"],
    ["headings", "# a\n## b\n### c\n# d"],
    ["lines under headings", "a\n===\nb\n---\n- c\n\n# d"],
  ])("[O3, O4] nests by %s", (_, text) => expect(meaning(text)).toEqual(nested));

  it("[O3] puts a list under the line above it", () => {
    expect(meaning("a\n\n- b\n- c\n\nd")).toEqual([
      "claim: a",
      "claim: b",
      "claim: c",
      "claim: d",
      "(b + a)",
      "(c + a)",
    ]);
  });

  it("[O4] takes Markdown down to its words", () => {
    const marked =
      "**a** _b_ `c*` ~~d~~ __e__ *f* ***g***, snake_case_name, 2 * 3 * 4, \\*h\\*, ![i](https://x.y/z.png)";
    expect(meaning(marked)).toEqual([
      "claim: a b c* d e f g, snake_case_name, 2 * 3 * 4, *h*, i (https://x.y/z.png)",
    ]);
    expect(meaning("a [b](https://x.y/p_(q)) <https://x.y> [c](#d)")).toEqual([
      "claim: a b (https://x.y/p_(q)) https://x.y c",
    ]);
    expect(meaning("> a\n> b\n\n---\n\n```\nc\n```")).toEqual(["claim: a b", "claim: c"]);
    expect(meaning("<b>bold</b> & <script>x()</script>")).toEqual([
      "claim: <b>bold</b> & <script>x()</script>",
    ]);
  });

  it("[O5] sets what is too deep at the last depth, and says so", () => {
    const text = Array.from({ length: 80 }, (_, depth) => `${" ".repeat(depth)}- ${depth}`).join("\n");
    const { map, diagnostics } = readCounting(text);
    expect(diagnostics.map(({ code }) => code)).toEqual(["OUTLINE_TOO_DEEP"]);
    expect(told(map).slice(-2)).toEqual(["(78 + 59)", "(79 + 59)"]);
  });

  it("[O5] takes words behind a backslash as they are", () => {
    expect(meaning("a\n\n- \\But b\n- \\pro: c\n  \\- d")).toEqual([
      "claim: a",
      "claim: But b",
      "claim: pro: c - d",
      "(But b + a)",
      "(pro: c - d + a)",
    ]);
  });
});

describe("what an item says", () => {
  it("[O6] questions have answers and parts, and claims raise questions", () => {
    expect(meaning("How?\n  Like this\n    Really?\n  Q: In which way\n    So")).toEqual([
      "question: How?",
      "claim: Like this",
      "  Like this answers How?",
      "question: Really?",
      "  Really? is raised by Like this",
      "question: In which way",
      "  In which way is part of How?",
      "claim: So",
      "  So answers In which way",
    ]);
    expect(meaning("为什么？")).toEqual(["question: 为什么？"]);
  });

  it.each([
    ["nothing", "- b", "(b + a)"],
    ["because", "- because b", "(b + a)"],
    ["Because", "- Because b", "(B + a)"],
    ["pro:", "- Pro: b", "(b + a)"],
    ["支持：", "- 支持：b", "(b + a)"],
    ["因为", "- 因为b", "(b + a)"],
    ["but", "- but b", "(b - a)"],
    ["con:", "- **con:** b", "(b - a)"],
    ["反对：", "- 反对：b", "(b - a)"],
    ["但是", "- 但是，b", "(b - a)"],
    ["a plus", "+ b", "(b + a)"],
    ["a true minus", "+ x\n− b", "(b - a)"],
    ["a minus beside a plus", "+ x\n- b", "(b - a)"],
    ["a word before a sign", "+ x\n- pro: b", "(b + a)"],
    ["a word that only begins so", "- Button b", "(Button b + a)"],
  ])("[O7, O8] reads %s", (_, lines, step) => expect(meaning(`a\n${lines}`)).toContain(step));

  it("[O8] leaves sentences alone that speak to nothing", () => {
    expect(meaning("But why not\n\nBecause of this")).toEqual([
      "claim: But why not",
      "claim: Because of this",
    ]);
    expect(meaning("Why?\n- Because of this")).toContain("claim: Because of this");
  });

  it("[O9] argues about the step above, or about the card where there is none", () => {
    expect(meaning("a\n+ b\n  ~ c\n    - undercut: d\n  - backing: e")).toEqual([
      "claim: a",
      "claim: b",
      "claim: c",
      "claim: d",
      "claim: e",
      "(b + a)",
      "(c - (b + a))",
      "(d - (c - (b + a)))",
      "(e + (b + a))",
    ]);
    const lonely = readCounting("a\n  ~ b");
    expect(told(lonely.map)).toContain("(b - a)");
    expect(lonely.diagnostics).toMatchObject([{ code: "OUTLINE_NO_STEP", line: 2 }]);
  });

  it("[O10] links premises", () => {
    expect(meaning("a\n- b\n- & c\n- and with d\n- e")).toContain("(b & c & d + a)");
    expect(meaning("a\n- b\n  & c\n    ~ d")).toEqual(
      expect.arrayContaining(["(b & c + a)", "(d - (b & c + a))"]),
    );
    expect(meaning("& a\n& b")).toEqual(["claim: a", "claim: b"]);
  });

  it.each([
    ["Evidence: a [b](https://x.y/1) c", "evidence: a b c [b <https://x.y/1>]"],
    ["证据：a（来源：市政府）", "evidence: a [市政府]"],
    ["source: a (source: B (2020)) (source: C)", "evidence: a [B (2020)] [C]"],
    ["“a b” (Smith 2020)", "evidence: “a b” [Smith 2020]"],
    ['"a" — Smith', 'evidence: "a" [Smith]'],
    ["> a\n> b — Smith", "evidence: a b [Smith]"],
    ["evidence: a https://x.y/z", "evidence: a [x.y <https://x.y/z>]"],
    ["https://x.y/z", "evidence: x.y/z [x.y <https://x.y/z>]"],
    ["[The report](https://x.y/z)", "evidence: The report [The report <https://x.y/z>]"],
    ["[The report](https://x.y/z) says so", "claim: The report (https://x.y/z) says so"],
    ["a (in brackets)", "claim: a (in brackets)"],
    ["evidence: a (in brackets)", "evidence: a (in brackets)"],
    ["claim: https://x.y/z", "claim: https://x.y/z"],
  ])("[O11] reads %j", (text, expected) => expect(meaning(text)).toEqual([expected]));

  it("[O11] names each source once", () => {
    const { map } = readCounting(
      "evidence: a (source: [T](https://x.y))\n\nevidence: b https://x.y\n\nevidence: c (source: t)\n\nevidence: d (source: T)",
    );
    expect(recordsOf(map, "source").map(({ title, url }) => [title, url])).toEqual([
      ["T", "https://x.y"],
      ["t", ""],
    ]);
  });

  it("[O12] takes headings over reasons and objections for what they are", () => {
    const expected = ["claim: a", "claim: b", "claim: c", "(b + a)", "(c - a)"];
    expect(meaning("a\n\nPros:\n- b\n\nCons:\n- c")).toEqual(expected);
    expect(meaning("# a\n## **Pros**\n- b\n## Arguments against\n- c")).toEqual(expected);
    expect(meaning("- a\n  - 支持：\n    - b\n  - 反对\n    - c")).toEqual(expected);
    expect(meaning("a\n- Evidence\n  - b")).toEqual(["claim: a", "evidence: b", "(b + a)"]);
    expect(meaning("Pros:\n- b")).toEqual(["claim: Pros:", "claim: b", "(b + Pros:)"]);
    expect(meaning("Shall we?\n- Yes\n- Pros\n  - b")).toContain("(b + Yes)");
  });

  it("[F2] a hundred warnings are told, then how many more there were", () => {
    const { diagnostics } = readCounting(
      Array.from({ length: 130 }, (_, n) => `* see: nowhere ${n}\n`).join(""),
    );
    expect(diagnostics).toHaveLength(101);
    expect(diagnostics.at(-1)).toEqual({
      code: "OUTLINE_MORE",
      severity: "info",
      message: "30 more remarks like these are left out.",
    });
  });

  it("[O13] finds cards by their texts", () => {
    expect(meaning("a\n  b\nc\n  but see: b\n  see:  e \nd\n  e")).toEqual([
      "claim: a",
      "claim: b",
      "claim: c",
      "claim: d",
      "claim: e",
      "(b + a)",
      "(b - c)",
      "(e + c)",
      "(e + d)",
    ]);
    const odd = readCounting("a\n  see: a\n  see: b\n  see: b");
    expect(told(odd.map)).toEqual(["claim: a", "claim: b", "(b + a)"]);
    expect(odd.diagnostics.map(({ code, line }) => [code, line])).toEqual([
      ["OUTLINE_SELF", 2],
      ["OUTLINE_NOT_FOUND", 3],
    ]);
  });
});

describe("reading", () => {
  it("[O14] signs cards, in the order of lines and none in the future", () => {
    const { map } = readCounting("a\n  b");
    expect(map.meta).toEqual({ title: "a", createdAt: now });
    expect(recordsOf(map, "card").map(({ author, createdAt }) => [author, createdAt])).toEqual([
      ["Ada", now - 2],
      ["Ada", now - 1],
    ]);
    expect(map.positions.size).toBe(0);
  });

  it("[O14] puts all under a card where that is asked for", () => {
    const under = { id: card("c1"), kind: "claim" } as const;
    const { map, isList } = readCounting("+ b\n- c\n- d?", under);
    expect(told(map)).toEqual([
      "claim: b",
      "claim: c",
      "question: d?",
      "  d? is raised by ?",
      "(b + ?)",
      "(c - ?)",
    ]);
    expect(isList).toBe(true);
    expect(told(readCounting("b\nc", { id: card("q1"), kind: "question" }).map)).toContain("  b answers ?");
    expect(readCounting("b\nc").isList).toBe(false);
    expect(readCounting("b\n  c").isList).toBe(true);
  });

  it("[O15] is what its description shows", () => {
    const page = readFileSync(new URL("../../../docs/spec/outline.md", import.meta.url), "utf8");
    const example = /```\n([\s\S]*?)```/.exec(page)?.[1] ?? "";
    const { map, diagnostics } = readCounting(example);
    expect(diagnostics).toEqual([]);
    expect(writeOutline(map)).toBe(example);
    expect(told(map)).toContain(
      "(It pays off in ten years & The town can borrow for ten years + It should be paved)",
    );
  });

  it.each([
    ["OUTLINE_TOO_LARGE", "a".repeat(4_000_001), undefined],
    ["OUTLINE_TOO_LARGE", "a\n".repeat(modelLimits.maxRecords + 1), undefined],
    ["OUTLINE_TOO_LARGE", `x\n${"- a\n".repeat(modelLimits.maxRecords / 2 + 10)}`, undefined],
    ["OUTLINE_TEXT_TOO_LONG", `b\n${"a".repeat(modelLimits.maxTextChars + 1)}`, 2],
    ["OUTLINE_TEXT_TOO_LONG", `b\n${"a".repeat(1_000_000)}`, 2],
  ])("[O17] refuses what is too large: %s", (code, text, line) => {
    const { map, diagnostics } = readCounting(text);
    expect(map.records.size).toBe(0);
    expect(diagnostics).toMatchObject([{ code, severity: "error", ...(line ? { line } : {}) }]);
  });

  it("[O17] takes hostile text in its stride", () => {
    const begun = performance.now();
    const pieces = [
      "[",
      "(",
      "*",
      "_",
      "`",
      "**a",
      "[a](",
      "<https://",
      "> ",
      "- ",
      "\t",
      "1.",
      "~",
      "“",
      "(source: ",
      "\\",
    ];
    for (const piece of pieces) readCounting(piece.repeat(19_000 / piece.length));
    for (const piece of pieces) readCounting(`evidence: ${piece.repeat(19_000 / piece.length)})`);
    for (const piece of pieces) readCounting(piece.repeat(1_000_000 / piece.length));
    readCounting(`- evidence: a ${"b".repeat(1_000_000)} c\n`);
    readCounting(Array.from({ length: 2_000 }, (_, depth) => `${"\t".repeat(depth)}- a`).join("\n"));
    // What is not linear takes minutes; the bound leaves room for a slow machine.
    expect(performance.now() - begun).toBeLessThan(10_000);
  });

  it("[O17] never throws, and gives a map that keeps the rules", () => {
    const piece = fc.constantFrom(
      ..."- |+ |* |~ |& |1. |a) |（一）|# |> |?|pro: |but |see: |Q: |claim: |evidence: |undercut: |Pros:|a|b|因为|(source: x)|https://x.y|[t](https://x.y)|**|\\|\ud800|---|===".split(
        "|",
      ),
      "\n",
      "\n",
      "\n\n",
      "  ",
      "\t",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(piece, { maxLength: 60 }).map((parts) => parts.join("")),
          fc.string(),
        ),
        (text) => {
          const { map } = readCounting(text);
          expect(checkMap(map)).toEqual([]);
          for (const { text: words } of recordsOf(map, "card")) expect(words).toBe(words.trim());
          writeOutline(map);
        },
      ),
      { seed: 1, numRuns: Number(process.env["FUZZ_RUNS"] ?? 1_500) },
    );
  });
});
