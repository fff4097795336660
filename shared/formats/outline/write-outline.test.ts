import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Argument, CardId, CardKind, PlainMap } from "#shared/model/index.ts";
import { readCounting, told } from "../../../tests/fixtures/formats/outline.ts";
import {
  aCard,
  aCitation,
  anArgument,
  aSource,
  mapOf,
  onArgument,
  onCard,
} from "../../../tests/fixtures/model/build.ts";
import { writeOutline } from "./index.ts";

describe("writing", () => {
  it("[O16] writes one card as its words, and the same map as the same text", () => {
    expect(writeOutline(mapOf([aCard("c1", "claim", { text: "But why" })]))).toBe("But why\n");
    expect(writeOutline(mapOf([aCard("c1", "question", { text: "a\n\nb" })]))).toBe("* Q: a\n\n  b\n");
    expect(writeOutline(mapOf([]))).toBe("");
    const records = [aCard("c1"), aCard("c2"), anArgument("a1", ["c2"], onCard("c1"))];
    expect(writeOutline(mapOf(records.reverse()))).toBe(writeOutline(mapOf(records.reverse())));
  });

  it("[O15] writes objections as such where nothing speaks for", () => {
    const map = mapOf([
      aCard("c1", "claim", { text: "a" }),
      aCard("c2", "claim", { text: "b" }),
      anArgument("a1", ["c2"], onCard("c1"), { polarity: "oppose" }),
    ]);
    expect(writeOutline(map)).toBe("* a\n  - con: b\n");
    expect(told(readCounting(writeOutline(map)).map)).toEqual(told(map));
  });

  it("[O15] keeps sources by title and address", () => {
    const map = mapOf([
      aCard("c1", "evidence", {
        text: "a *b*",
        citations: [aCitation("z1", "s1"), aCitation("z2", "s2")],
      }),
      aSource("s1", { title: "T [1]", url: "https://x.y" }),
      aSource("s2", { title: "U (2020)" }),
    ]);
    expect(writeOutline(map)).toBe(
      "evidence: a \\*b\\* (source: [T \\[1\\]](https://x.y)) (source: U (2020))\n",
    );
    expect(told(readCounting(writeOutline(map)).map)).toEqual([
      "evidence: a *b* [T [1] <https://x.y>] [U (2020)]",
    ]);
  });

  it("[O13, O15] writes shared premises and rings once, and names them elsewhere", () => {
    const map = mapOf([
      ...["a", "b", "c"].map((id) => aCard(id, "claim", { text: id })),
      anArgument("a1", ["a"], onCard("b")),
      anArgument("a2", ["b"], onCard("a")),
      anArgument("a3", ["a", "b"], onCard("c")),
      anArgument("a4", ["c"], onArgument("a1"), { polarity: "oppose" }),
    ]);
    expect(new Set(told(readCounting(writeOutline(map)).map))).toEqual(new Set(told(map)));
  });

  it("[O15] gives back any map up to what it declares as lost", () => {
    fc.assert(
      fc.property(anyMap, (map) => {
        const { map: again, diagnostics } = readCounting(writeOutline(map));
        expect([...told(again)].sort()).toEqual([...told(map)].sort());
        expect(diagnostics).toEqual([]);
      }),
      { seed: 1, numRuns: 1_000 },
    );
  });
});

const opening = fc.constantFrom(
  "",
  "- ",
  "* * ",
  "1. ",
  "a) ",
  "（一）",
  "But ",
  "because ",
  "pro: ",
  "Q: ",
  "see: ",
  "& ",
  "~ ",
  "# ",
  "> ",
  "[x] ",
  "\\",
  "Pros",
  "ii. ",
  "```",
  "--- ",
);
const phrase = fc
  .tuple(opening, fc.constantFrom("word", "字", "*b*", "a_b", "`c`", "[d](e)", "<f>", "why?", "1.2", "o g"))
  .map((parts) => parts.join("").trim());
const lines = fc.array(phrase, { minLength: 1, maxLength: 3 });
const gap = fc.constantFrom("\n", "\n\n");

/** Each card speaks to one that comes before it, and some to a second; steps are argued about. */
const anyMap: fc.Arbitrary<PlainMap> = fc
  .array(
    fc.record({
      lines,
      gap,
      kind: fc.constantFrom<CardKind[]>("claim", "claim", "question", "evidence"),
      to: fc.nat(),
      also: fc.option(fc.nat(), { nil: undefined }),
      isFor: fc.boolean(),
      isAboutStep: fc.boolean(),
      isLinked: fc.boolean(),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((made) => {
    const cards = made.map(({ lines: texts, gap: between, kind }, n) =>
      aCard(`c${n}`, kind, {
        // A number makes texts differ, since `see:` means the first of several.
        text: `${texts.join(between)} ${n}${kind === "evidence" ? "." : ""}`,
        createdAt: n,
      }),
    );
    const steps: Argument[] = [];
    const sayings = new Set<string>();
    const argue = (step: Argument) => {
      const saying = `${step.polarity} ${step.premises.join()} ${step.target.id}`;
      if (!sayings.has(saying)) steps.push(step);
      sayings.add(saying);
    };
    made.forEach(({ to, also, isFor, isAboutStep, isLinked }, n) => {
      const target = cards[to % (n + 1)];
      const self = cards[n];
      if (!target || !self || target === self) return;
      const step = steps.findLast(
        (other) => other.target.id === target.id || other.premises.includes(target.id),
      );
      if (self.kind === "question") {
        cards[n] =
          target.kind === "question"
            ? { ...self, parent: target.id }
            : { ...self, raisedBy: isAboutStep && step ? onArgument(step.id) : onCard(target.id) };
      } else if (target.kind === "question") {
        const second = also === undefined ? undefined : cards[also % n];
        const more = second && second !== target && second.kind === "question" ? [second.id] : [];
        cards[n] = { ...self, answers: [target.id, ...more] };
      } else {
        const other = also === undefined ? undefined : cards[also % n];
        const isFit = other && other !== target && other.kind !== "question";
        const premises: CardId[] = [self.id, ...(isLinked && isFit ? [other.id] : [])];
        const polarity = isFor ? "support" : "oppose";
        const given = { polarity, createdAt: n } as const;
        argue(
          anArgument(`a${n}`, premises, isAboutStep && step ? onArgument(step.id) : onCard(target.id), given),
        );
        if (!isLinked && isFit) argue(anArgument(`b${n}`, [self.id], onCard(other.id), given));
      }
    });
    return mapOf([...cards, ...steps]);
  });
