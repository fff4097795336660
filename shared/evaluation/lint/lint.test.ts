import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { MapRecord } from "#shared/model/index.ts";
import { arbitraryLawfulMap } from "../../../tests/fixtures/formats/arbitrary-map.ts";
import {
  aCard,
  aCitation,
  aConflict,
  anArgument,
  aSource,
  aStep,
  card,
  mapOf,
  onArgument,
  onCard,
} from "../../../tests/fixtures/model/build.ts";
import { type LintCode, lintMap } from "../index.ts";
import { lintRules } from "./finding.ts";

const against = { polarity: "oppose" as const };
const granted = { granted: true };
const cited = { citations: [aCitation("q", "s")] };
const says = (text: string, given = {}) => [aCard("c", "claim", { text, ...given })];

/** For each rule a map that it speaks of, the ids that it names, and one like it that it has nothing to say about. */
const cases: Readonly<
  Record<LintCode, { bad: readonly MapRecord[]; ids: readonly string[]; good: readonly MapRecord[] }>
> = {
  LINT_EVIDENCE_UNSOURCED: {
    bad: [aCard("e", "evidence", cited)],
    ids: ["e"],
    good: [aSource("s"), aCard("e", "evidence", cited)],
  },
  LINT_PREMISES_CONFLICT: {
    bad: [...cards("a", "b", "c"), aConflict("k", "a", "b"), anArgument("r", ["a", "b"], onCard("c"))],
    ids: ["r", "a", "b"],
    good: [...cards("a", "b", "c"), aConflict("k", "a", "c"), anArgument("r", ["a", "b"], onCard("c"))],
  },
  LINT_CLAIM_UNSUPPORTED: { bad: [aCard("c")], ids: ["c"], good: [aCard("c", "claim", granted)] },
  LINT_CARD_ALONE: {
    bad: [aCard("c")],
    ids: ["c"],
    good: [aCard("c", "claim", { answers: [card("q")] }), aCard("q", "question")],
  },
  LINT_CLAIM_IS_QUESTION: {
    bad: says("Should weights be open"),
    ids: ["c"],
    good: says("Weights should be open"),
  },
  LINT_CLAIM_REASONS: {
    bad: says("Weights should be open because others can check them"),
    ids: ["c"],
    good: says("Weights have been open since 2019 in every land"),
  },
  LINT_CIRCULAR: {
    bad: [...cards("a", "b"), anArgument("r", ["a"], onCard("b")), anArgument("t", ["b"], onCard("a"))],
    ids: ["a", "b"],
    good: [
      ...cards("a", "b"),
      anArgument("r", ["a"], onCard("b")),
      anArgument("t", ["b"], onCard("a"), against),
    ],
  },
  LINT_SUPPORT_CONFLICTED: {
    bad: [
      ...cards("a", "b", "m", "c"),
      aConflict("k", "a", "b"),
      anArgument("r", ["a"], onCard("m")),
      anArgument("t", ["m"], onCard("c")),
      anArgument("u", ["b"], onCard("c")),
    ],
    ids: ["c", "a", "b"],
    good: [
      ...cards("a", "b", "c"),
      aConflict("k", "a", "b"),
      anArgument("r", ["a"], onCard("c")),
      anArgument("u", ["b"], onCard("c"), against),
    ],
  },
  LINT_CONFLICT_COMMON_GROUND: {
    bad: [
      ...cards("a", "b", "g"),
      aConflict("k", "a", "b"),
      anArgument("r", ["g"], onCard("a")),
      anArgument("t", ["g"], onCard("b")),
    ],
    ids: ["g", "a", "b"],
    good: [
      ...cards("a", "b", "g"),
      aConflict("k", "a", "b"),
      anArgument("r", ["g"], onCard("a")),
      anArgument("t", ["g"], onCard("b"), against),
    ],
  },
  LINT_PREMISE_BOTH_WAYS: {
    bad: [
      ...cards("a", "c"),
      anArgument("r", ["a"], onCard("c")),
      anArgument("o", ["a"], onCard("c"), against),
    ],
    ids: ["a", "c"],
    good: [
      ...cards("a", "c"),
      anArgument("r", ["a"], onCard("c")),
      anArgument("o", ["a"], onArgument("r"), against),
    ],
  },
  LINT_PASSAGE_TWICE: {
    bad: [...passages([3, 9], [8, 12]), ...reasonsFor("c", "e0", "e1")],
    ids: ["c", "r0", "r1"],
    good: [...passages([3, 9], [9, 12]), ...reasonsFor("c", "e0", "e1")],
  },
  LINT_ARGUMENT_REPEATED: {
    bad: [
      ...cards("a", "b", "c"),
      anArgument("r", ["a", "b"], onCard("c")),
      anArgument("t", ["b", "a"], onCard("c")),
    ],
    ids: ["r", "t"],
    good: [
      ...cards("a", "b", "c"),
      anArgument("r", ["a", "b"], onCard("c")),
      anArgument("t", ["b", "a"], onCard("c"), { scheme: "sign" }),
    ],
  },
  LINT_CLAIM_REPEATED: {
    bad: [
      aCard("a", "claim", { text: "Open weights help small labs catch up." }),
      aCard("b", "claim", { text: "Open weights help small labs to catch up" }),
    ],
    ids: ["b", "a"],
    good: [
      aCard("a", "claim", { text: "Open weights help small labs catch up." }),
      aCard("b", "claim", { text: "Open weights hurt large labs that lead." }),
    ],
  },
  LINT_OBJECTION_UNANSWERED: {
    bad: [...cards("a", "c"), anArgument("o", ["a"], onCard("c"), against)],
    ids: ["o"],
    good: [
      ...cards("a", "b", "c"),
      anArgument("o", ["a"], onCard("c"), against),
      anArgument("p", ["b"], onCard("a"), against),
      anArgument("u", ["c"], onArgument("p"), against),
    ],
  },
  LINT_PREMISE_REFUTED: {
    bad: [
      ...cards("a", "b", "c", "x"),
      anArgument("r", ["a", "b"], onCard("c")),
      anArgument("o", ["x"], onCard("b"), against),
    ],
    ids: ["r", "b"],
    good: [
      ...cards("a", "b", "c", "x"),
      anArgument("r", ["a", "b"], onCard("c")),
      anArgument("o", ["x"], onArgument("r"), against),
    ],
  },
  LINT_ONE_SIDED: {
    bad: [
      aCard("q", "question"),
      aCard("c", "claim", { answers: [card("q")] }),
      aCard("a"),
      anArgument("r", ["a"], onCard("c")),
    ],
    ids: ["c"],
    good: [
      aCard("q", "question"),
      aCard("c", "claim", { answers: [card("q")] }),
      ...cards("a", "b"),
      anArgument("r", ["a"], onCard("c")),
      anArgument("o", ["b"], onCard("c"), against),
    ],
  },
  LINT_FOUNDATION_WEAK: {
    bad: [aCard("a"), aCard("b"), aCard("c"), ...reasonsFor("c", "a"), anArgument("t", ["b"], onCard("a"))],
    ids: ["c"],
    good: [
      aCard("a"),
      aCard("b", "claim", granted),
      aCard("c"),
      ...reasonsFor("c", "a"),
      anArgument("t", ["b"], onCard("a")),
    ],
  },
  LINT_SOURCE_SINGLE: {
    bad: [...passages([0, 1], [2, 3]), ...reasonsFor("c", "e0", "e1")],
    ids: ["c", "s"],
    good: [
      ...passages([0, 1]),
      aSource("other"),
      aCard("e1", "evidence", { citations: [aCitation("q", "other")] }),
      ...reasonsFor("c", "e0", "e1"),
    ],
  },
  LINT_QUESTION_UNANSWERED: {
    bad: [aCard("q", "question")],
    ids: ["q"],
    good: [aCard("q", "question"), aCard("p", "question", { parent: card("q") }), answerTo("p")],
  },
  LINT_ANSWER_SINGLE: {
    bad: [aCard("q", "question"), answerTo("q")],
    ids: ["q"],
    good: [aCard("q", "question"), answerTo("q"), answerTo("q", "b")],
  },
  LINT_CLAIM_COMPOUND: {
    bad: says("Weights are open and they are free of charge"),
    ids: ["c"],
    good: says("Weights are open and free of charge"),
  },
  LINT_CLAIM_FRAGMENT: { bad: says("Open weights"), ids: ["c"], good: says("权重应当公开") },
  LINT_CLAIM_LEANS: {
    bad: says("This is why others lag behind"),
    ids: ["c"],
    good: says("This law makes others lag behind"),
  },
  LINT_TEXT_LONG: {
    bad: says("word ".repeat(26)),
    ids: ["c"],
    good: says("word ".repeat(26), { title: "Words" }),
  },
  LINT_QUOTE_LONG: {
    bad: [aCard("c", "claim", { citations: [aCitation("q", "s", { quote: "word ".repeat(41) })] })],
    ids: ["c"],
    good: [aCard("c", "claim", { citations: [aCitation("q", "s", { quote: "word ".repeat(40) })] })],
  },
  LINT_STEP_CROWDED: { bad: crowd(31), ids: ["step"], good: crowd(30) },
};

function cards(...ids: readonly string[]): readonly MapRecord[] {
  return ids.map((id) => aCard(id, "claim", granted));
}

function reasonsFor(target: string, ...premises: readonly string[]): readonly MapRecord[] {
  return premises.map((premise, n) => anArgument(`r${n}`, [premise], onCard(target)));
}

function passages(...spans: readonly (readonly [number, number])[]): readonly MapRecord[] {
  return [
    aSource("s"),
    aCard("c"),
    ...spans.map(([start, end], n) =>
      aCard(`e${n}`, "evidence", { citations: [aCitation(`q${n}`, "s", { start, end })] }),
    ),
  ];
}

function answerTo(question: string, id = "a"): MapRecord {
  return aCard(id, "claim", { answers: [card(question)] });
}

function crowd(size: number): readonly MapRecord[] {
  const ids = Array.from({ length: size }, (_, n) => `c${n}`);
  return [...cards(...ids), aStep("step", ids)];
}

describe("map health, rule by rule", () => {
  it.each(Object.entries(cases) as [LintCode, (typeof cases)[LintCode]][])(
    "[E11-E16] %s",
    (code, { bad, ids, good }) => {
      const found = lintMap(mapOf(bad)).filter((finding) => finding.code === code);
      expect(found.map((finding) => finding.ids)).toEqual([ids]);
      expect(found[0]?.severity).toBe(lintRules[code].severity);
      expect(lintMap(mapOf(good)).filter((finding) => finding.code === code)).toEqual([]);
    },
  );

  it("[E11] says in a sentence what is meant, and takes no text for a place to put one", () => {
    const map = mapOf([
      aCard("a", "claim", { text: "{1} and\n  {count}" }),
      aCard("c", "claim", { text: "x".repeat(500) }),
      anArgument("r", ["a"], onCard("c")),
      anArgument("o", ["a"], onCard("c"), against),
    ]);
    const said = lintMap(map).find(({ code }) => code === "LINT_PREMISE_BOTH_WAYS");
    expect(said?.message).toBe(`“{1} and {count}” is given both for and against “${"x".repeat(60)}…”.`);
  });
});

describe("map health of any map", () => {
  it("[E1, E11] names what is there, the same whatever the order", () => {
    fc.assert(
      fc.property(arbitraryLawfulMap(), (map) => {
        const found = lintMap(map);
        for (const { ids, message } of found) {
          for (const id of ids) expect(map.records.has(id)).toBe(true);
          expect(message).toMatch(/^.+\.$/su);
        }
        expect(lintMap({ ...map, records: new Map([...map.records].reverse()) })).toEqual(found);
      }),
      { numRuns: 500 },
    );
  });

  it("[E16] is bounded where all cards are alike, or one is a wall of signs", () => {
    const texts = ["same words again", "-".repeat(10_000), "。".repeat(10_000), "and it ".repeat(1_400)];
    for (const text of texts) {
      const records = Array.from({ length: 500 }, (_, n) => aCard(`c${n}`, "claim", { text }));
      const started = performance.now();
      lintMap(mapOf(records));
      // A tenth of it on a quiet machine; what is quadratic in a text takes minutes.
      expect(performance.now() - started).toBeLessThan(10_000);
    }
  });
});
