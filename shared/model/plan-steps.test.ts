import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  aPresentation,
  arg,
  aStep,
  card,
  mapOf,
  presentation,
  refusal,
  step,
} from "../../tests/fixtures/model/build.ts";
import { base, type Case, full } from "../../tests/fixtures/model/small-map.ts";
import type { Command } from "./commands.ts";
import { modelLimits } from "./limits.ts";
import { type PlainMap, viewOf } from "./plain-map.ts";
import { plan } from "./plan.ts";
import { presentationsOf, stepsOf } from "./presentations.ts";
import type { Step } from "./records.ts";
import { applyToRecord } from "./writes.ts";

const lecture = mapOf([
  ...base.records.values(),
  aPresentation("p1", { title: "Lecture" }),
  aStep("t2", ["c1", "c2", "a1"], { presentation: presentation("p1"), notes: "a😀b" }),
]);

function editStep(values: Partial<Step>): Command {
  return { type: "editStep", id: step("t2"), values };
}
function splice(index: number, remove: number, insert: string): Command {
  return { type: "spliceNotes", id: step("t2"), index, remove, insert };
}
function setShows(...ids: readonly string[]): Command {
  return { type: "setShows", id: step("t2"), shows: ids.map(card) };
}

const cases: readonly Case[] = [
  ["adds a presentation", { type: "addPresentation", presentation: aPresentation("p9") }],
  [
    "adds no presentation under an id in use",
    { type: "addPresentation", presentation: aPresentation("c1") },
    "id-taken",
  ],
  [
    "adds no presentation with a title that is too long",
    { type: "addPresentation", presentation: aPresentation("p9", { title: "x".repeat(301) }) },
    "bad-value",
  ],
  [
    "names a presentation",
    { type: "editPresentation", id: presentation("p1"), values: { title: "Exam" } },
    undefined,
    lecture,
  ],
  [
    "names no presentation that is not there",
    { type: "editPresentation", id: presentation("p9"), values: {} },
    "missing",
  ],
  [
    "names no step as if it were a presentation",
    { type: "editPresentation", id: presentation("t1"), values: {} },
    "wrong-kind",
  ],
  [
    "adds a step to a presentation",
    { type: "addStep", step: aStep("t9", [], { presentation: presentation("p1") }) },
    undefined,
    lecture,
  ],
  [
    "adds no step to nothing",
    { type: "addStep", step: aStep("t9", [], { presentation: presentation("p9") }) },
    "missing",
  ],
  [
    "adds no step to a card",
    { type: "addStep", step: aStep("t9", [], { presentation: presentation("c1") }) },
    "wrong-kind",
  ],
  ["adds no step that shows what is not there", { type: "addStep", step: aStep("t9", ["c9"]) }, "missing"],
  [
    "adds no step with notes that are too long",
    { type: "addStep", step: aStep("t9", [], { notes: "x".repeat(modelLimits.maxNoteChars + 1) }) },
    "too-large",
  ],
  [
    "says all that can be said of a step",
    editStep({
      presentation: null,
      title: "T",
      fits: [card("c1")],
      view: [0, 0, 1, 1],
      reveal: "add",
      build: "one-by-one",
      dimsOthers: true,
      emphasises: [card("c1"), arg("a1")],
      layer: "standing",
      seconds: 90,
      poll: { kind: "stance", card: card("c1"), moment: "after" },
      transition: "cut",
      isHidden: true,
    }),
    undefined,
    lecture,
  ],
  ["knows no other ways to reveal", editStep({ reveal: "half" as never }), "bad-value", lecture],
  ["plans no step of no time", editStep({ seconds: 0 }), "bad-value", lecture],
  ["fits no camera to an argument", editStep({ fits: [card("a1")] }), "missing", lecture],
  ["emphasises no source", editStep({ emphasises: [card("s1")] }), "missing", lecture],
  ["fits no more than a list holds", editStep({ fits: [...full, "c1"].map(card) }), "too-large", lecture],
  ["moves no step into nothing", editStep({ presentation: presentation("p9") }), "missing", lecture],
  [
    "asks nothing about a question",
    editStep({ poll: { kind: "impact", card: card("q1") } }),
    "wrong-kind",
    lecture,
  ],
  [
    "asks nothing about what is not there",
    editStep({ poll: { kind: "impact", card: card("c9") } }),
    "missing",
    lecture,
  ],
  [
    "asks at no other moment",
    editStep({ poll: { kind: "stance", card: card("c1"), moment: "during" as never } }),
    "bad-value",
    lecture,
  ],
  ["writes into notes", splice(4, 0, "c"), undefined, lecture],
  [
    "writes into no notes that are not there",
    { ...splice(0, 0, "c"), id: step("t9") } as Command,
    "missing",
    lecture,
  ],
  ["writes no notes into a card", { ...splice(0, 0, "c"), id: step("c1") } as Command, "wrong-kind", lecture],
  ["writes nowhere beyond the notes", splice(4, 1, ""), "out-of-range", lecture],
  ["cuts no character in two", splice(2, 0, "c"), "bad-value", lecture],
  ["writes no half character", splice(0, 0, "\ud83d"), "bad-value", lecture],
  [
    "writes no notes that are too long",
    splice(0, 0, "x".repeat(modelLimits.maxNoteChars - 3)),
    "too-large",
    lecture,
  ],
  [
    "writes notes longer than a card's text",
    splice(0, 0, "x".repeat(modelLimits.maxTextChars + 1)),
    undefined,
    lecture,
  ],
  ["shows other things in a step", setShows("c3", "a1", "c1"), undefined, lecture],
  ["shows nothing that is not there", setShows("c9"), "missing", lecture],
  ["shows no group", setShows("g1"), "missing", lecture],
  ["shows no more than a list holds", setShows(...full, "c1"), "too-large", lecture],
];

describe("commands about presentations and steps", () => {
  for (const [what, command, fault, map = base] of cases) {
    it(what, () => {
      expect(refusal(map, command)).toBe(fault);
    });
  }

  it("write no more than what comes, goes, or moves", () => {
    const written = (command: Command): readonly string[] => {
      const planned = plan(viewOf(lecture), command);
      return planned.ok
        ? planned.value.map((write) => `${write.op} ${"key" in write ? write.key : ""}`.trim())
        : [];
    };
    expect(written(setShows("c1", "c2", "a1"))).toEqual([]);
    expect(written(setShows("a1", "c1", "c2"))).toEqual(["arrange a1"]);
    expect(written(setShows("c2", "c3", "a1"))).toEqual(["exclude c1", "arrange c3"]);
    expect(written(editStep({ emphasises: [card("c1")] }))).toEqual(["include"]);
    expect(written(editStep({ fits: [] }))).toEqual([]);
  });

  it("leave a step showing just what it was told to, in that order", () => {
    const ids = ["c1", "c2", "c3", "c4", "a1", "a2"];
    const some = fc.shuffledSubarray(ids);
    fc.assert(
      fc.property(some, some, (before, after) => {
        const map = mapOf([...base.records.values(), aStep("t2", before)]);
        const shown = stepAfter(map, setShows(...after, ...after)).shows;
        expect(shown).toEqual(after);
      }),
    );
  });
});

function stepAfter(map: PlainMap, command: Command): Step {
  const planned = plan(viewOf(map), command);
  if (!planned.ok) throw new Error(planned.error.message);
  return planned.value.reduce(
    (now, write) => applyToRecord(now, write) as Step,
    map.records.get(step("t2")) as Step,
  );
}

describe("the steps of a map", () => {
  it("are told by presentation and order, the older first where two have one order", () => {
    const first = presentation("p1");
    const map = mapOf([
      aPresentation("p2", { createdAt: 2 }),
      aPresentation("p1"),
      aStep("t1", [], { presentation: first, order: "a1" }),
      aStep("t2", [], { presentation: first, order: "a0", createdAt: 3 }),
      aStep("t3", [], { presentation: first, order: "a0", createdAt: 2 }),
      aStep("t4"),
    ]);
    expect(presentationsOf(map).map(({ id }) => id)).toEqual(["p1", "p2"]);
    expect(stepsOf(map, first).map(({ id }) => id)).toEqual(["t3", "t2", "t1"]);
    expect(stepsOf(map, presentation("p2"))).toEqual([]);
    expect(stepsOf(map, null).map(({ id }) => id)).toEqual(["t4"]);
  });
});
