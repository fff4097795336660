import { describe, expect, it } from "vitest";
import { type Card, type PlainMap, type RecordId, recordsOf } from "#shared/model/index.ts";
import { expectTotal } from "../../../tests/fixtures/formats/fuzz.ts";
import { example, readWith } from "../../../tests/fixtures/formats/reading.ts";
import { maxInputChars } from "../building/index.ts";
import { argdown } from "./index.ts";

const read = readWith(argdown);

/** A map in short, a line for each relation: who speaks, how, to what. */
function told(map: PlainMap): readonly string[] {
  const name = (id: RecordId): string => {
    const record = map.records.get(id);
    if (record?.type === "card") return record.title || record.text;
    if (record?.type !== "argument") return "?";
    const { premises, polarity, target } = record;
    return `(${premises.map(name).join(" & ")} ${polarity === "support" ? "+" : "-"} ${name(target.id)})`;
  };
  return [
    ...recordsOf(map, "argument").map(({ id, scheme, note }) =>
      [name(id), ...(scheme === "none" ? [] : [scheme]), ...(note === "" ? [] : [`“${note}”`])].join(" "),
    ),
    ...recordsOf(map, "conflict").map(({ kind, members }) => `${members.map(name).join(" × ")} ${kind}`),
  ];
}

const cardsOf = (text: string): readonly Card[] => recordsOf(read(text).map, "card");
const textsOf = (text: string): readonly string[] => cardsOf(text).map((card) => card.text);
const foundIn = (text: string): readonly string[] =>
  read(text).diagnostics.map(({ code, line, column }) => `${code} ${line}:${column}`);

describe("[FA3] relations", () => {
  const cases: readonly (readonly [name: string, text: string, told: readonly string[]])[] = [
    [
      "below their parent",
      "[a]: A\n  + [b]: B\n    - [c]: C\n  - [d]: D\n",
      ["(b + a)", "(c - b)", "(d - a)"],
    ],
    [
      "in all directions",
      "[a]\n\t<+ [b]\n\t+> [c]\n\t<- [d]\n\t-> [e]\n",
      ["(b + a)", "(a + c)", "(d - a)", "(a - e)"],
    ],
    ["of arguments, sketched", "[a]: A\n  + <b>: B\n    - <c>: C\n", ["(b + a)", "(c - b)"]],
    ["told twice", "[a]\n  + [b]\n\n[b]\n  +> [a]\n", ["(b + a)"]],
    ["as exclusion", "[a]\n  >< [b]\n", ["a × b contradictory"]],
    [
      "strictly",
      "===\nmodel:\n  mode: strict\n===\n\n[a]\n  + [b]\n  - [c]\n",
      ["(b + a)", "c × a contrary"],
    ],
    ["undercutting", "[a]\n  + <b>\n    _ <c>\n", ["(b + a)", "(c - (b + a))"]],
    [
      "undercutting each other",
      "<a>\n  _ <b>\n    _ <c>\n\n<a>\n  -> [d]\n",
      ["(a - d)", "(b - (a - d))", "(c - (b - (a - d)))"],
    ],
    ["under odd indents", "[a]\n    + [b]\n  - [c]\n   - [d]\n", ["(b + a)", "(c - a)", "(d - c)"]],
    ["in lists", "* [a]\n    + [b]\n* [c]\n\n1. [d]\n2. e\n", ["(b + a)"]],
  ];
  it.each(cases)("%s", (_, text, expected) => {
    const { map, diagnostics } = read(text);
    expect(told(map)).toEqual(expected);
    expect(diagnostics).toEqual([]);
  });
});

describe("[FA4] premises and conclusions", () => {
  it("make one argument a step, of all that no step before has used", () => {
    const text =
      "<x>: Because.\n\n(1) [a]: A\n(2) [b]: B\n----\n(3) [c]: C\n(4) [d]: D\n----\n(5) [e]: E\n  -> [f]\n";
    expect(told(read(text).map)).toEqual(["(a & b + c)", "(c & d + e) “x: Because.”", "(e - f)"]);
  });

  it("keep rules of inference, schemes among them, and what a step uses", () => {
    const text = "(1) [a]\n(2) [b]\n--\nExpert opinion, Modus ponens {uses: [2]}\n--\n(3) [c]\n";
    expect(told(read(text).map)).toEqual(["(b + c) expert-opinion “Modus ponens”"]);
  });

  it("are undercut, attacked and supported as a step", () => {
    const text =
      "<x>\n\n(1) [a]\n----\n  <_ [d]\n(2) [b]\n  <_ [e]\n\n<x>\n  - [f]\n  + [g]\n\n[c]\n  + <x>\n";
    expect(new Set(told(read(text).map))).toEqual(
      new Set(["(a + b) “x”", "(d - (a + b))", "(e - (a + b))", "(f - (a + b))", "(g + (a + b))", "(b + c)"]),
    );
  });

  it("need a conclusion", () => {
    const text = "<x>\n\n(1) [a]\n(2) [b]\n\n(1) c\n---\n(2) d\n\n(1) e\n";
    expect(foundIn(text)).toEqual([
      "ARGDOWN_NO_CONCLUSION 5:1",
      "ARGDOWN_SHORT_INFERENCE 7:1",
      "ARGDOWN_NO_CONCLUSION 10:6",
    ]);
    expect(told(read(text).map)).toEqual(["(c + d)"]);
  });
});

describe("[FA2] statements", () => {
  it("are one by their title, and say what was said last", () => {
    const [card, ...others] = cardsOf("[a]: first\n\n[a]: second #one\n\n[a] #(one more) {granted: true}\n");
    expect(others).toEqual([]);
    expect(card).toMatchObject({ title: "a", text: "second", tags: ["one", "one more"], granted: true });
  });

  it("keep their words without the marks on them", () => {
    expect(
      textsOf("A **bold** and __plain__ *thing* with _it_, 2 * 3, snake_case and [sic] \\#no.\n"),
    ).toEqual(["A bold and plain thing with it, 2 * 3, snake_case and [sic] #no."]);
    expect(textsOf(".A. x: :~: y, e.g. III. z #not a tag here\n")).toEqual([
      "∀ x: ¬ y, e.g. III. z #not a tag here",
    ]);
    expect(textsOf("One @[a\nb] and\n  two @<b> lines.\r\n")).toEqual(["One a b and two b lines."]);
  });

  it("cite what they link to and what their data names", () => {
    const text =
      "See [the\nreport](https://example.org/a_(b) and http://example.org/x. {source: A book, sources: [{title: T, url: 'https://example.org/t'}]}\n";
    const { map } = read(text);
    expect(textsOf(text)).toEqual(["See the report and http://example.org/x."]);
    expect(recordsOf(map, "source").map(({ title, url }) => [title, url])).toEqual([
      ["the report", "https://example.org/a_(b"],
      ["A book", ""],
      ["T", "https://example.org/t"],
    ]);
  });

  it("stand in the group of their heading, unless that is none", () => {
    const text =
      "===\ntitle: Long\n  title\n===\n\n# One\n\na\n\n## Two {isGroup: false}\n\nb\n\n# Three\n\n[c]\n\n# Four\n\n[c]: C\n";
    const { map } = read(text);
    const group = (card: Card): string => {
      const found = card.group && map.records.get(card.group);
      return found?.type === "group" ? found.title : "";
    };
    expect(recordsOf(map, "card").map((card) => `${card.text} ${group(card)}`)).toEqual([
      "a One",
      "b One",
      "C Four",
    ]);
    expect(map.meta.title).toBe("Long title");
  });

  it("are not what stands in comments", () => {
    expect(textsOf("a // x\n/* b\n\n- c */\n\n<!-- d -->\ne\n  // f\nstill e\n\n/* never closed\n")).toEqual([
      "a",
      "e still e",
      "/* never closed",
    ]);
  });
});

describe("[FA6] what the reference parser stops at is read, with a warning", () => {
  it.each([
    ["# Heading\n[a]: A\n", "ARGDOWN_BLANK_LINE_MISSING 2:1"],
    ["words\n# Heading\n\na\n", "ARGDOWN_BLANK_LINE_MISSING 2:1"],
    ["[a]\nwords\n", "ARGDOWN_BLANK_LINE_MISSING 2:1"],
    ["[a]: A\n[b]: B\n", "ARGDOWN_BLANK_LINE_MISSING 2:1"],
    ["a\n\n  + b\n", "ARGDOWN_NO_PARENT 3:3"],
    ["a\n  +\n", "ARGDOWN_EMPTY 2:3"],
    ["a\n\n----\n\nb\n", "ARGDOWN_STRAY_LINE 3:1"],
    ["<a>\n\n(1) b\n----\n(2) c\n\n<a>\n\n(1) d\n----\n(2) e\n", "ARGDOWN_SECOND_PREMISES 9:1"],
    ["[a]\n  - [a]\n", "ARGDOWN_SELF_REFERENCE 2:3"],
    ["<a>\n  _ <b>\n", "ARGDOWN_NO_STEP 2:3"],
    ["a\n  + <b>(1) c\n", "ARGDOWN_NAME_AS_WORD 2:5"],
    ["===\nmodel:\n  explodeArguments: true\n===\n\na\n", "ARGDOWN_ARGUMENTS_WHOLE 1:1"],
  ])("%j", (text, found) => {
    expect(foundIn(text)).toEqual([found]);
    expect(read(text).map.records.size).toBeGreaterThan(0);
  });
});

describe("[F1] any text", () => {
  const seeds = [
    argdown.write?.(example).slice(0, 6_000) ?? "",
    "[a]: A #t {k: [1, {b: c}]}\n  + <b>: B\n    _ <c>\n\n<b>\n\n(1) x\n--\nrule {uses: [1]}\n--\n(2) [a]\n",
  ];
  const signs = [
    ..."[]<>{}()#*_+-:.@/\\|=&\"' \n\t",
    ..."\n\n,\n  + ,\n  _ ,----,-->,<!--,/*,*/,//,===,](,(1) ,\n> ,<_ ,\uFDD0,\uFDD1,\ud800,\0".split(","),
  ];

  it("is read as a lawful map", () => expectTotal(read, seeds, signs));

  it.each([
    ["[", 300_000],
    ["<a", 300_000],
    ["{", 300_000],
    ["{a: [", 100_000],
    ["[a](", 100_000],
    ["/* ", 200_000],
    ["/**/ ", 200_000],
    ["*a ", 200_000],
    ["_", 300_000],
    ["#a", 300_000],
    [".:", 300_000],
    ["\\", 300_000],
    ["a\n  + ", 5_000],
    ["\n\t", 200_000],
    ["(1) ", 100_000],
    ["- ", 100_000],
    ["{}", 200_000],
    ["<!-- --> ", 100_000],
    ["[a] #x {k: 1}\n\n", 50_000],
    ["[a](https://b.c) ", 50_000],
    ["# h\n\n", 50_000],
    ["[a]\n  _ <b>\n    _ <a>\n\n", 20_000],
  ])("%j, over and over, is read in good time", (piece, count) => {
    const began = performance.now();
    read(piece.repeat(count));
    read(`===\n${piece.repeat(count)}\n===\n\na`);
    expect(performance.now() - began).toBeLessThan(5_000);
  });

  it("is read however deep it nests", () => {
    const deep = Array.from({ length: 3_000 }, (_, n) => `${" ".repeat(n)}+ [s${n}]`);
    expect(recordsOf(read(`[a]\n${deep.join("\n")}`).map, "argument")).toHaveLength(3_000);
  });

  it("is refused where it is too long", () => {
    expect(read("a".repeat(maxInputChars + 1)).diagnostics).toMatchObject([{ code: "ARGDOWN_TOO_LARGE" }]);
  });
});
