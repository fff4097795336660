import { describe, expect, it } from "vitest";
import {
  argumentRef,
  type CardId,
  cardRef,
  checkMap,
  createIdSource,
  modelLimits,
  recordsOf,
} from "#shared/model/index.ts";
import { Findings, MapBuilder } from "./index.ts";

function begin(now = 1_000) {
  let count = 0;
  const findings = new Findings("TEST");
  const createId = createIdSource(() => `n${++count}`);
  const builder = new MapBuilder({ createId, now, author: "Ada" }, findings);
  const claim = (text: string): CardId => builder.card({ kind: "claim", text });
  const codes = () => findings.diagnostics().map(({ code }) => code);
  return { builder, claim, codes, findings };
}

describe("a map made of what a reader finds", () => {
  it("says everything once, and keeps what is said by several premises together", () => {
    const { builder, claim, codes } = begin();
    const [a, b, c] = [claim("a"), claim("b"), claim("c")];
    const first = builder.argument({ polarity: "support", premises: [a], target: cardRef(c) });
    const again = builder.argument({ polarity: "support", premises: [a, a], target: cardRef(c) });
    expect(again).toBe(first);
    builder.argument({ polarity: "support", premises: [a, b], target: cardRef(c) });
    builder.argument({ polarity: "support", premises: [a, b], target: cardRef(c) });
    expect(builder.conflict(a, b)).toBe(builder.conflict(b, a, "contradictory"));
    const { map } = builder.finish("T");
    expect(recordsOf(map, "argument").map(({ premises }) => premises.length)).toEqual([1, 2, 2]);
    expect(checkMap(map)).toEqual([]);
    expect(codes()).toEqual([]);
    builder.argument({ polarity: "support", premises: [a], target: cardRef(c), note: "twice" });
    builder.conflict(a, b, "contrary", { line: 9 }, "again");
    expect(codes()).toEqual(["TEST_SECOND_NOTE", "TEST_SECOND_NOTE"]);
    expect(map.meta).toEqual({ title: "T", createdAt: 1_000 });
  });

  it("leaves out what breaks a rule, with a warning", () => {
    const { builder, claim, codes } = begin();
    const [a, b] = [claim("a"), claim("b")];
    const question = builder.card({ kind: "question", text: "q" });
    expect(builder.argument({ polarity: "oppose", premises: [a], target: cardRef(a) })).toBeUndefined();
    expect(
      builder.argument({ polarity: "oppose", premises: [question], target: cardRef(a) }),
    ).toBeUndefined();
    expect(
      builder.argument({ polarity: "oppose", premises: [a], target: cardRef(question) }),
    ).toBeUndefined();
    expect(builder.conflict(a, a)).toBeUndefined();
    expect(builder.conflict(a, question)).toBeUndefined();
    builder.answer(question, question);
    builder.answer(b, a);
    builder.answer(b, question);
    const step = builder.argument({ polarity: "support", premises: [a, b], target: cardRef(b) });
    if (step) builder.raise(question, argumentRef(step));
    const { map } = builder.finish("");
    expect(checkMap(map)).toEqual([]);
    expect(recordsOf(map, "argument")).toMatchObject([{ premises: [a] }]);
    expect(map.records.get(question)).toMatchObject({ raisedBy: { id: step }, answers: [] });
    expect(map.records.get(b)).toMatchObject({ answers: [question] });
    expect(codes()).toEqual([
      "TEST_SELF_REFERENCE",
      "TEST_QUESTION_IN_ARGUMENT",
      "TEST_QUESTION_IN_ARGUMENT",
      "TEST_SELF_REFERENCE",
      "TEST_QUESTION_IN_ARGUMENT",
      "TEST_NOT_AN_ANSWER",
      "TEST_NOT_AN_ANSWER",
      "TEST_SELF_REFERENCE",
    ]);
  });

  it("never puts a question under itself", () => {
    const { builder, findings } = begin();
    const ask = (text: string) => builder.card({ kind: "question", text }, { path: text });
    const [a, b, c] = [ask("a"), ask("b"), ask("c")];
    builder.part(b, a);
    builder.part(c, b);
    builder.part(a, c);
    builder.part(c, a);
    const { map } = builder.finish("");
    expect(recordsOf(map, "card").map((card) => card.parent)).toEqual([null, a, b]);
    expect(findings.diagnostics().map(({ code, path }) => `${code} ${path}`)).toEqual([
      "TEST_SECOND_WHOLE a",
      "TEST_SECOND_WHOLE c",
    ]);
  });

  it("[F8] says what of a card, of what it cites and of what raised it has no room", () => {
    const { builder, claim, findings } = begin();
    const [a, b] = [claim("a"), claim("b")];
    const card = builder.card({ kind: "question", text: "q" }, { line: 7 });
    for (let n = 0; n <= modelLimits.maxMembers; n += 1) builder.tag(card, `tag ${n}`);
    builder.tag(card, "t".repeat(modelLimits.maxTagChars + 1));
    const long = `https://example.org/${"p".repeat(modelLimits.maxUrlChars)}`;
    const source = builder.source({ title: "S", url: long, creator: "c".repeat(301) }, "s", { line: 8 });
    builder.cite(card, source, { locator: "l".repeat(301) });
    builder.raise(card, cardRef(a));
    builder.raise(card, cardRef(b));
    builder.raise(a, cardRef(b), { line: 9 });
    builder.answer(card, a);
    expect(findings.diagnostics().map(({ code, line }) => `${code} ${line}`)).toEqual([
      "TEST_TOO_MANY 7",
      "TEST_TEXT_TOO_LONG 7",
      "TEST_TOO_MANY 7",
      "TEST_TEXT_TOO_LONG 8",
      "TEST_TEXT_TOO_LONG 8",
      "TEST_TEXT_TOO_LONG 7",
      "TEST_RAISED_TWICE 7",
      "TEST_NOT_RAISED 9",
      "TEST_NOT_AN_ANSWER 7",
    ]);
  });

  it("takes an address that is too long for a title to be one: it stands in full beside it", () => {
    const { builder, codes } = begin();
    const url = `https://example.org/${"p".repeat(modelLimits.maxTitleChars)}`;
    builder.source({ url });
    builder.source({ url, title: url });
    expect(codes()).toEqual([]);
  });

  it("cuts what is too long and mends what is no text", () => {
    const { builder, claim, findings } = begin();
    const long = claim("x".repeat(modelLimits.maxTextChars + 1));
    const given = { kind: "evidence", text: "a\r\nb\ud800", title: "y ".repeat(400), base: 7 } as const;
    const odd = builder.card(given, { line: 3 });
    builder.tag(odd, " two  words ");
    builder.tag(odd, "two words");
    builder.place(odd, [Number.NaN, 1]);
    builder.place(long, [Number.MAX_VALUE, 1]);
    const { map } = builder.finish("z".repeat(400));
    expect(map.meta.title).toHaveLength(modelLimits.maxTitleChars);
    expect(map.records.get(odd)).toMatchObject({
      text: "a\nb\uFFFD",
      title: "y ".repeat(150).trim(),
      base: 1,
      kind: "evidence",
      tags: ["two words"],
    });
    expect([...map.positions]).toEqual([[long, [modelLimits.maxCoordinate, 1]]]);
    expect(findings.diagnostics().map(({ code, line }) => [code, line])).toEqual([
      ["TEST_TEXT_TOO_LONG", undefined],
      ["TEST_TEXT_TOO_LONG", 3],
      ["TEST_BAD_STRENGTH", 3],
      ["TEST_BAD_PLACE", 3],
      ["TEST_BAD_PLACE", undefined],
      ["TEST_TEXT_TOO_LONG", undefined],
    ]);
  });

  it("has each source once, and each citation of it", () => {
    const { builder, claim } = begin();
    const card = claim("a");
    const page = builder.source({ title: "P", url: "https://example.org/p" });
    expect(builder.source({ url: "https://example.org/p" })).toBe(page);
    builder.cite(card, page, { locator: "1" });
    builder.cite(card, page, { locator: "1" });
    builder.cite(card, page);
    const { map } = builder.finish("");
    expect(map.records.get(card)).toMatchObject({ citations: [{ source: page }, { source: page }] });
    expect(recordsOf(map, "source")).toMatchObject([{ title: "P" }]);
  });

  it("makes records in their order, none in the future, but for those that the file dates", () => {
    const { builder, claim } = begin();
    claim("a");
    builder.card({ kind: "claim", text: "old", createdAt: 7 });
    claim("b");
    expect(recordsOf(builder.finish("").map, "card").map(({ createdAt }) => createdAt)).toEqual([
      7, 997, 999,
    ]);
  });

  it("fails where a map would hold too much, and tells a hundred findings at most", () => {
    const { builder, claim, codes, findings } = begin();
    for (let n = 0; n < 120; n += 1) findings.warn("ODD", "Odd.", { line: n + 1 });
    expect(codes()).toHaveLength(101);
    expect(codes().at(-1)).toBe("TEST_MORE");
    for (let n = 0; n <= modelLimits.maxRecords; n += 1) claim("");
    const { map, diagnostics } = builder.finish("T");
    expect(map.records.size).toBe(0);
    expect(diagnostics).toMatchObject([{ code: "TEST_TOO_LARGE", severity: "error" }]);
  });
});
