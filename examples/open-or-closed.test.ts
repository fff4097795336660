import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readJson, writeJson } from "#shared/formats/json/index.ts";
import { presentationsOf, stepsOf, viewOf } from "#shared/model/index.ts";
import { beatsOf, showingAt } from "#shared/presenting/index.ts";

// The file is looked at as plain data, apart from our own reader: readers are forgiving, an example must not need it.
type Ref = Readonly<{ type: "card" | "argument"; id: string }>;
type Citation = Readonly<{ id: string; source: string; quote: string; start: number; end: number }>;
type Card = Readonly<{
  id: string;
  kind: "question" | "claim" | "evidence";
  text: string;
  parent?: string;
  raisedBy?: Ref;
  answers?: readonly string[];
  citations?: readonly Citation[];
}>;
type Argument = Readonly<{
  id: string;
  polarity: "support" | "oppose";
  premises: readonly string[];
  target: Ref;
}>;
type Presentation = Readonly<{ id: string; title: string }>;
type Step = Readonly<{
  id: string;
  presentation: string;
  order: string;
  title: string;
  notes: string;
  shows: readonly string[];
  fits?: readonly string[];
  reveal?: "all" | "add";
  build?: "one-by-one";
  dimsOthers?: boolean;
  emphasises?: readonly string[];
  layer?: "standing";
  seconds: number;
  poll?: Readonly<{ kind: "stance" | "impact"; card: string; moment?: "before" | "after" }>;
  isHidden?: boolean;
}>;
type ExampleFile = Readonly<{
  title: string;
  cards: readonly Card[];
  arguments: readonly Argument[];
  conflicts: readonly Readonly<{ id: string; members: readonly [string, string] }>[];
  sources: readonly Readonly<{ id: string; title: string }>[];
  groups: readonly Readonly<{ id: string; title: string }>[];
  presentations: readonly Presentation[];
  steps: readonly Step[];
}>;

const text = readFileSync(new URL("./open-or-closed.json", import.meta.url), "utf8");
const file: ExampleFile = JSON.parse(text);
const cards = new Map(file.cards.map((card) => [card.id, card]));
const args = new Map(file.arguments.map((argument) => [argument.id, argument]));
const sources = new Map(file.sources.map((source) => [source.id, source]));
const evidence = file.cards.filter(({ kind }) => kind === "evidence");
const citations = evidence.flatMap((card) => card.citations ?? []);
const seminar = file.steps.filter(({ presentation }) => presentation === "p-seminar");
const central = "q-why";
const { map, diagnostics } = readJson(text);

function kindOf(id: string): Card["kind"] | undefined {
  return cards.get(id)?.kind;
}

function wordCount(sentence: string): number {
  return sentence.split(/\s+/u).filter((word) => word !== "").length;
}

/** Everything that bears on `start`, found by walking from each target, question and conflict to what points at it. */
function bearingOn(start: string): ReadonlySet<string> {
  const pointingAt = new Map<string, string[]>();
  const point = (from: string, to: string) => pointingAt.set(to, [...(pointingAt.get(to) ?? []), from]);
  for (const { id, parent, answers } of file.cards) {
    for (const question of [...(answers ?? []), ...(parent ? [parent] : [])]) point(id, question);
  }
  for (const { id, premises, target } of file.arguments) {
    point(id, target.id);
    for (const premise of premises) point(premise, id);
  }
  for (const { members } of file.conflicts) {
    point(members[0], members[1]);
    point(members[1], members[0]);
  }
  const reached = new Set([start]);
  for (const id of reached) for (const next of pointingAt.get(id) ?? []) reached.add(next);
  return reached;
}

describe("the example map is worth opening", () => {
  test("it holds a whole debate", () => {
    const theses = file.cards.filter(({ kind, answers }) => kind === "claim" && answers);
    const onSteps = file.arguments.filter(({ target }) => target.type === "argument");
    expect(file.cards.length).toBeGreaterThanOrEqual(85);
    expect(file.cards.length).toBeLessThanOrEqual(120);
    expect(file.cards.filter(({ parent }) => parent === central).length).toBeGreaterThanOrEqual(4);
    expect(theses.length).toBeGreaterThanOrEqual(14);
    expect(evidence.length).toBeGreaterThanOrEqual(45);
    expect(onSteps.filter(({ polarity }) => polarity === "oppose").length).toBeGreaterThanOrEqual(8);
    expect(onSteps.filter(({ polarity }) => polarity === "support").length).toBeGreaterThanOrEqual(2);
    expect(file.arguments.filter(({ premises }) => premises.length > 1).length).toBeGreaterThanOrEqual(6);
    expect(file.conflicts.length).toBeGreaterThanOrEqual(3);
    expect(file.groups.length).toBeLessThanOrEqual(4);
    expect(theses.map((thesis) => thesis.text)).toEqual(
      expect.arrayContaining(["Openness is pragmatic", "Openness is strategic"]),
    );
  });

  test("some cards serve more than one conclusion", () => {
    const uses = file.arguments.flatMap(({ premises }) => premises);
    const shared = file.cards.filter(({ id }) => uses.filter((use) => use === id).length > 1);
    expect(shared.length).toBeGreaterThanOrEqual(10);
  });

  test("every card bears on the central question, and every card is short", () => {
    const reached = bearingOn(central);
    expect(file.cards.filter(({ id }) => !reached.has(id))).toEqual([]);
    expect(file.cards.filter((card) => wordCount(card.text) > 28)).toEqual([]);
    expect(new Set(file.cards.map((card) => card.text)).size).toBe(file.cards.length);
  });

  test("its presentations are titled, noted, timed, and show only what exists", () => {
    expect(file.title).toBe("Open or closed?");
    expect(file.presentations.map(({ title }) => title)).toEqual(["A seminar hour", "In five minutes"]);
    expect(seminar.length).toBeGreaterThanOrEqual(10);
    for (const step of file.steps) {
      for (const words of [step.title, step.notes]) expect(words, step.id).not.toBe("");
      const named = [...step.shows, ...(step.fits ?? []), ...(step.emphasises ?? [])];
      expect(
        named.filter((id) => !cards.has(id) && !args.has(id)),
        step.id,
      ).toEqual([]);
    }
    const minutes = (steps: readonly Step[]) =>
      steps.filter(({ isHidden }) => !isHidden).reduce((sum, { seconds }) => sum + seconds / 60, 0);
    expect(minutes(seminar)).toBeGreaterThan(50);
    expect(minutes(seminar)).toBeLessThanOrEqual(60);
    expect(minutes(file.steps.filter(({ presentation }) => presentation === "p-short"))).toBeLessThanOrEqual(
      5,
    );
  });

  test("the hour uses all that a step can do, and asks about the main claim before and after", () => {
    const every = <Name extends keyof Step>(name: Name) => new Set(seminar.map((step) => step[name]));
    expect(every("reveal")).toEqual(new Set([undefined, "add", "all"]));
    expect(every("build")).toEqual(new Set([undefined, "one-by-one"]));
    for (const name of ["dimsOthers", "isHidden"] as const) expect(every(name)).toContain(true);
    expect(every("layer")).toContain("standing");
    expect(seminar.some(({ emphasises = [] }) => emphasises.length > 0)).toBe(true);
    const polls = seminar.flatMap(({ poll }) => poll ?? []);
    expect(polls).toEqual([
      { kind: "stance", card: "c-pragmatic", moment: "before" },
      { kind: "impact", card: "c-pragmatic" },
      { kind: "stance", card: "c-pragmatic", moment: "after" },
    ]);
    // The first vote comes before the first argument, the second one last.
    const argued = seminar.findIndex(({ shows }) => shows.some((id) => args.has(id)));
    expect(seminar.findIndex(({ poll }) => poll?.moment === "before")).toBeLessThan(argued);
    expect(seminar.at(-1)?.poll?.moment).toBe("after");
  });

  test("no step brings more new cards than an audience takes in", () => {
    const view = viewOf(map);
    for (const { id } of presentationsOf(map)) {
      const steps = stepsOf(map, id);
      for (const step of steps) {
        const beats = beatsOf(view, step);
        const showing = showingAt(view, steps, { step: step.id, beat: beats.length - 1 });
        const shown = new Set([...beats.flat()].filter((one) => cards.has(one)));
        expect(shown.size, step.id).toBeLessThanOrEqual(12);
        expect(showing?.step, step.id).toBe(step);
        const ofBeats = beats.map((beat) => beat.filter((one) => cards.has(one)).length);
        if (step.build === "one-by-one") expect(Math.max(...ofBeats), step.id).toBeLessThanOrEqual(5);
      }
    }
  });
});

describe("the example map keeps the rules of the model", () => {
  test("ids are unique over the whole map", () => {
    const { cards: c, arguments: a, conflicts, sources: s, groups, presentations, steps } = file;
    const records = [...c, ...a, ...conflicts, ...s, ...groups, ...presentations, ...steps, ...citations];
    const ids = records.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  test("[I1] [I3] [I4] premises are distinct claims or evidence, and never the target", () => {
    for (const { id, premises, target } of file.arguments) {
      expect(premises.length, id).toBeGreaterThan(0);
      expect(new Set(premises).size, id).toBe(premises.length);
      expect(premises, id).not.toContain(target.id);
      for (const premise of premises) expect(["claim", "evidence"], id).toContain(kindOf(premise));
    }
  });

  test("[I2] [I5] targets exist, are no questions, and every chain of steps ends at a card", () => {
    for (const { id, target } of file.arguments) {
      let end: Ref | undefined = target;
      for (let hops = 0; end?.type === "argument" && hops < args.size; hops++) end = args.get(end.id)?.target;
      expect(end?.type, id).toBe("card");
      expect(["claim", "evidence"], id).toContain(kindOf(end?.id ?? ""));
    }
  });

  test("[I6] every evidence card cites a titled source with a short quote that fits its place", () => {
    for (const card of evidence) expect(card.citations?.length ?? 0, card.id).toBeGreaterThan(0);
    for (const { id, source, quote, start, end } of citations) {
      expect(sources.get(source)?.title ?? "", id).not.toBe("");
      expect(wordCount(quote), id).toBeLessThanOrEqual(12);
      expect(end - start, id).toBe(quote.length);
    }
    expect(new Set(citations.map(({ source }) => source)).size).toBe(sources.size);
  });

  test("[I7] conflicts join two different claims or evidence cards, each pair once", () => {
    const pairs = file.conflicts.map(({ members }) => [...members].sort().join(" "));
    expect(new Set(pairs).size).toBe(pairs.length);
    for (const { id, members } of file.conflicts) {
      expect(members[0], id).not.toBe(members[1]);
      for (const member of members) expect(["claim", "evidence"], id).toContain(kindOf(member));
    }
  });

  test("[I8] claims answer questions, and questions lead up to the central one without a ring", () => {
    for (const { id, kind, answers, parent, raisedBy } of file.cards) {
      for (const answered of answers ?? [])
        expect([kind, kindOf(answered)], id).toEqual(["claim", "question"]);
      if (parent) expect([kind, kindOf(parent)], id).toEqual(["question", "question"]);
      if (raisedBy) expect((raisedBy.type === "card" ? cards : args).has(raisedBy.id), id).toBe(true);
      if (kind !== "question") continue;
      let top = id;
      for (let hops = 0; hops < cards.size; hops++) top = cards.get(top)?.parent ?? top;
      expect(top, id).toBe(central);
    }
  });

  test("our reader has nothing to say about it, and our writer gives the same bytes", () => {
    expect(diagnostics).toEqual([]);
    expect(writeJson(map)).toBe(text);
  });
});
