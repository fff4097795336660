import { describe, expect, it } from "vitest";
import {
  aCard,
  aCitation,
  aConflict,
  aGroup,
  anArgument,
  aPresentation,
  arg,
  aSource,
  aStep,
  card,
  conflictId,
  group,
  mapOf,
  onArgument,
  onCard,
  presentation,
  step,
} from "../../tests/fixtures/model/build.ts";
import { type PlainMap, resolveMap } from "./plain-map.ts";
import type { MapRecord } from "./records.ts";
import { checkMap } from "./violations.ts";
import { applyToRecord } from "./writes.ts";

const records: readonly MapRecord[] = [
  aCard("c1"),
  aCard("c2", "claim", { group: group("g1"), answers: [card("q1")], citations: [aCitation("z1", "s1")] }),
  aCard("c3"),
  aCard("q1", "question"),
  aCard("q2", "question", { parent: card("q1"), raisedBy: onArgument("a2") }),
  anArgument("a1", ["c1", "c3"], onCard("c2")),
  anArgument("a2", ["c3"], onArgument("a1"), { polarity: "oppose" }),
  aConflict("k1", "c1", "c2"),
  aSource("s1"),
  aGroup("g1"),
  aStep("t1", ["c1", "a2", "g1"]),
];

/** The map without what was deleted, as it shows. */
function without(...gone: readonly string[]): PlainMap {
  return resolveMap(mapOf(records.filter(({ id }) => !gone.includes(id))));
}

const idsIn = (map: PlainMap): readonly string[] => [...map.records.keys()];

describe("what shows of what is stored", () => {
  it("is all of it, and the very records, where nothing is amiss", () => {
    const lawful = records.filter(({ id }) => id !== "t1");
    const shown = resolveMap(mapOf(lawful));
    for (const record of lawful) expect(shown.records.get(record.id)).toBe(record);
  });

  it("[D5] hides a relation that lost an end, and what is about it, until the end returns", () => {
    expect(idsIn(without("c2"))).toEqual(["c1", "c3", "q1", "q2", "s1", "g1", "t1"]);
    expect(idsIn(without())).toEqual(records.map(({ id }) => id));
  });

  it("[D5] hides the steps of a presentation that is gone, until it returns", () => {
    const lecture = { presentation: presentation("p1") };
    const steps = [aPresentation("p1"), aStep("t1", [], lecture), aStep("t2")];
    expect(idsIn(resolveMap(mapOf(steps)))).toEqual(["p1", "t1", "t2"]);
    expect(idsIn(resolveMap(mapOf(steps.slice(1))))).toEqual(["t2"]);
    const inCard = resolveMap(mapOf([aCard("p1"), aStep("t1", [], lecture)]));
    expect(inCard.records.get(step("t1"))).toMatchObject({ presentation: null });
  });

  it("[D5] says of a step only what is there to be said", () => {
    const said = aStep("t2", ["c1", "a2"], {
      fits: [card("c1"), card("c3")],
      emphasises: [card("c1"), arg("a2")],
      poll: { kind: "impact", card: card("c1") },
    });
    const shownWith = (...others: readonly MapRecord[]) =>
      resolveMap(mapOf([...others, said])).records.get(step("t2"));
    expect(shownWith(...records)).toEqual(said);
    const without1 = records.filter(({ id }) => id !== "c1");
    expect(shownWith(...without1)).toEqual({
      ...said,
      shows: ["a2"],
      fits: ["c3"],
      emphasises: ["a2"],
      poll: null,
    });
    expect(shownWith(aCard("c1", "question"))).toMatchObject({
      fits: ["c1"],
      emphasises: ["c1"],
      poll: null,
    });
  });

  it("[D5] shows an argument while it has a premise left", () => {
    expect(without("c3").records.get(arg("a1"))).toMatchObject({ premises: ["c1"] });
    expect(idsIn(without("c3"))).not.toContain("a2");
    expect(idsIn(without("c1", "c3"))).not.toContain("a1");
  });

  it("[D5] leaves out mentions of what is gone or hidden", () => {
    const shown = without("g1", "q1", "s1", "c3");
    expect(shown.records.get(card("c2"))).toMatchObject({ group: null, answers: [], citations: [] });
    expect(shown.records.get(card("q2"))).toMatchObject({ parent: null, raisedBy: null });
    expect(shown.records.get(step("t1"))).toMatchObject({ shows: ["c1"] });
  });

  it("[I8] leaves out what only a question has where a claim has it", () => {
    const shown = resolveMap(
      mapOf([aCard("q1", "question"), aCard("c1", "claim", { parent: card("q1"), raisedBy: onCard("q1") })]),
    );
    expect(shown.records.get(card("c1"))).toMatchObject({ parent: null, raisedBy: null });
  });
});

/** What concurrent edits left, what shows of it, the rules it breaks, and what shows once mended. */
const broken: readonly (readonly [
  what: string,
  stored: readonly MapRecord[],
  rules: readonly string[],
  shown: readonly string[],
  mended: readonly string[],
])[] = [
  [
    "[I1] a premise became a question",
    [aCard("c1", "question"), aCard("c2"), aCard("c3"), anArgument("a1", ["c1", "c3"], onCard("c2"))],
    ["I1"],
    ["c1", "c2", "c3", "a1"],
    ["c1", "c2", "c3", "a1"],
  ],
  [
    "[I2] the target became a question",
    [aCard("c1"), aCard("c2", "question"), anArgument("a1", ["c1"], onCard("c2"))],
    ["I2"],
    ["c1", "c2"],
    ["c1", "c2"],
  ],
  [
    "[I3] the target was linked as a premise",
    [aCard("c1"), aCard("c2"), anArgument("a1", ["c1", "c2"], onCard("c2"))],
    ["I3"],
    ["c1", "c2", "a1"],
    ["c1", "c2", "a1"],
  ],
  [
    "[I5] two arguments were turned at each other",
    [
      aCard("c1"),
      anArgument("a1", ["c1"], onArgument("a2")),
      anArgument("a2", ["c1"], onArgument("a1")),
      anArgument("a3", ["c1"], onArgument("a2"), { polarity: "oppose" }),
    ],
    ["I5"],
    ["c1"],
    ["c1"],
  ],
  [
    "[I5] an argument was turned at itself",
    [aCard("c1"), anArgument("a1", ["c1"], onArgument("a1"))],
    ["I5"],
    ["c1"],
    ["c1"],
  ],
  [
    "[I7] a pair was said to conflict twice",
    [aCard("c1"), aCard("c2"), aConflict("k1", "c1", "c2"), aConflict("k2", "c2", "c1")],
    ["I7"],
    ["c1", "c2", "k1", "k2"],
    ["c1", "c2", "k1"],
  ],
  [
    "[I7] a member became a question",
    [aCard("c1", "question"), aCard("c2"), aConflict("k1", "c1", "c2")],
    ["I7"],
    ["c1", "c2"],
    ["c1", "c2"],
  ],
  [
    "[I8] questions were put under each other",
    [
      aCard("q1", "question", { parent: card("q2") }),
      aCard("q2", "question", { parent: card("q1") }),
      aCard("q3", "question", { parent: card("q1") }),
    ],
    ["I8"],
    ["q1", "q2", "q3"],
    ["q1", "q2", "q3"],
  ],
  [
    "[I8] an answered question became a claim",
    [aCard("c1"), aCard("c2", "claim", { answers: [card("c1")] })],
    ["I8"],
    ["c1", "c2"],
    ["c1", "c2"],
  ],
  [
    "[I8] an answer became a question",
    [aCard("q1", "question"), aCard("q2", "question", { answers: [card("q1")] })],
    ["I8"],
    ["q1", "q2"],
    ["q1", "q2"],
  ],
  [
    "[I8] a question with parts became a claim",
    [aCard("c1"), aCard("q1", "question", { parent: card("c1") })],
    ["I8"],
    ["c1", "q1"],
    ["c1", "q1"],
  ],
  [
    "[I9] two people gave the same reason",
    [aCard("c1"), aCard("c2"), ...["a1", "a2", "a3"].map((id) => anArgument(id, ["c1"], onCard("c2")))],
    ["I9", "I9"],
    ["c1", "c2", "a1", "a2", "a3"],
    ["c1", "c2", "a1"],
  ],
];

/** The map after the writes of all fixes. */
function mend(map: PlainMap): PlainMap {
  const next = new Map(map.records);
  for (const { fix } of checkMap(map)) {
    for (const write of fix) {
      const record = "id" in write ? next.get(write.id) : undefined;
      const after = record && applyToRecord(record, write);
      if (after) next.set(after.id, after);
      else if (record) next.delete(record.id);
    }
  }
  return { ...map, records: next };
}

describe("what concurrent edits can break", () => {
  for (const [what, stored, rules, shown, mended] of broken) {
    it(`${what}: it is named, shown as far as it goes, and mended`, () => {
      const map = mapOf(stored);
      expect(checkMap(map).map(({ rule }) => rule)).toEqual(rules);
      expect(idsIn(resolveMap(map))).toEqual(shown);
      expect(checkMap(mend(map))).toEqual([]);
      expect(idsIn(resolveMap(mend(map)))).toEqual(mended);
    });
  }

  it("[I5, I8] opens a ring at its greatest id and leaves the rest of it alone", () => {
    const ring = mapOf([
      aCard("q1", "question", { parent: card("q3") }),
      aCard("q3", "question", { parent: card("q2") }),
      aCard("q2", "question", { parent: card("q1") }),
    ]);
    expect(checkMap(ring).map(({ id }) => id)).toEqual(["q3"]);
    const shown = resolveMap(ring);
    expect(shown.records.get(card("q3"))).toMatchObject({ parent: null });
    expect(shown.records.get(card("q2"))).toMatchObject({ parent: "q1" });
    expect(resolveMap(mend(ring))).toEqual(shown);
  });

  it("[D5] is no fault while an end is gone: repair must not undo what the end brings back", () => {
    const question = aCard("c1", "question");
    const cases: readonly (readonly MapRecord[])[] = [
      [question, anArgument("a1", ["c1"], onCard("gone"))],
      [question, aCard("c2"), anArgument("a1", ["gone"], onCard("c1"))],
      [
        question,
        aCard("c2"),
        anArgument("a1", ["gone"], onCard("c2")),
        anArgument("a2", ["c1"], onArgument("a1")),
      ],
      [question, aConflict("k1", "c1", "gone")],
      [aCard("c2"), anArgument("a1", ["c2"], onCard("gone")), anArgument("a2", ["c2"], onCard("gone"))],
      [aCard("c2", "claim", { answers: [card("gone")], parent: card("gone") })],
    ];
    for (const stored of cases) expect(checkMap(mapOf(stored))).toEqual([]);
    expect(resolveMap(mapOf(cases[3] ?? [])).records.has(conflictId("k1"))).toBe(false);
  });
});
