import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  type Argument,
  type Card,
  type CardId,
  cardsBelow,
  createIdSource,
  getAs,
  type MapRecord,
  type MapView,
  type PlainMap,
  viewOf,
} from "#shared/model/index.ts";
import { aCard, anArgument, card, noMeta, onArgument, onCard } from "../../tests/fixtures/model/build.ts";
import { buildPath, defaultPathOptions, mainCard, type PathOptions, stepsOfPath } from "./build-path.ts";

function viewWith(records: readonly MapRecord[]): MapView {
  const map: PlainMap = {
    meta: noMeta,
    records: new Map(records.map((record) => [record.id, record])),
    positions: new Map(),
  };
  return viewOf(map);
}

const answersQ = { answers: [card("q")] };

/** A question with two answers; reasons two deep, an objection with a reply, an undercut, and a card that serves both. */
const debate: readonly MapRecord[] = [
  aCard("q", "question", { text: "Why open?" }),
  aCard("a1", "claim", { ...answersQ, createdAt: 1 }),
  aCard("a2", "claim", { ...answersQ, createdAt: 2 }),
  ...["r1", "r11", "o1", "reply", "u1", "both"].map((id) => aCard(id)),
  anArgument("A1", ["r1"], onCard("a1")),
  anArgument("A11", ["r11"], onCard("r1")),
  anArgument("AB", ["both"], onCard("a1"), { createdAt: 3 }),
  anArgument("O1", ["o1"], onCard("a1"), { polarity: "oppose" }),
  anArgument("R1", ["reply"], onCard("o1"), { polarity: "oppose" }),
  anArgument("U1", ["u1"], onArgument("A11"), { polarity: "oppose" }),
  anArgument("A2", ["both"], onCard("a2")),
];

const told = (records: readonly MapRecord[], start: string, options: Partial<PathOptions> = {}) =>
  buildPath(viewWith(records), card(start), { ...defaultPathOptions, ...options }).map(
    ({ kind, about, shows, fresh }) => `${kind} ${about}: ${shows.join(" ")} | ${fresh.join(" ")}`,
  );

test("[PA1] from a question it goes to answers, for each its reasons, objections and replies, and to the summary", () => {
  expect(told(debate, "q", { maxNew: 12 })).toEqual([
    "start q: q | q",
    "answers q: a1 a2 | a1 a2",
    "reasons a1: AB A1 A11 | both r1 r11",
    "objections a1: O1 U1 | o1 u1",
    "replies o1: R1 | reply",
    "reasons a2: A2 | ",
    "summary q: q a1 a2 | ",
  ]);
});

test("[PA2] from the reasons up, what they are for comes after them", () => {
  expect(told(debate, "a1", { order: "deepest-first", maxNew: 12 }).slice(0, 2)).toEqual([
    "start a1: a1 | a1",
    "reasons a1: r11 r1 A11 AB A1 | r11 r1 both",
  ]);
});

test("[PA3] a step with too many new cards is several, which are numbered", () => {
  const reasons = Array.from({ length: 7 }, (_, index) => `r${index}`);
  const records = [
    aCard("c"),
    ...reasons.map((id) => aCard(id)),
    ...reasons.map((id, index) => anArgument(`A${index}`, [id], onCard("c"), { createdAt: index })),
  ];
  const path = buildPath(viewWith(records), card("c"), { ...defaultPathOptions, maxNew: 3 });
  expect(path.map(({ kind, part, parts, fresh }) => [kind, part, parts, fresh.length])).toEqual([
    ["start", 1, 1, 1],
    ["reasons", 1, 3, 3],
    ["reasons", 2, 3, 3],
    ["reasons", 3, 3, 1],
    ["summary", 1, 1, 0],
  ]);
});

test("[PA4] premises that work together stay together but where they alone are too many", () => {
  const premises = Array.from({ length: 5 }, (_, index) => `p${index}`);
  const records = [aCard("c"), ...premises.map((id) => aCard(id)), anArgument("A", premises, onCard("c"))];
  expect(told(records, "c", { maxNew: 5, withSummary: false })).toEqual([
    "start c: c | c",
    "reasons c: A | p0 p1 p2 p3 p4",
  ]);
  expect(told(records, "c", { maxNew: 2, withSummary: false })).toEqual([
    "start c: c | c",
    "reasons c: p0 p1 | p0 p1",
    "reasons c: p2 p3 | p2 p3",
    "reasons c: A | p4",
  ]);
});

test("[PA1] the last step holds all there was, or of much the card and what speaks to it, alone", () => {
  const lastOf = (reasons: number) => {
    const ids = Array.from({ length: reasons }, (_, index) => `r${index}`);
    const view = viewWith([
      aCard("c"),
      ...ids.map((id) => aCard(id)),
      // The first speaks to the card, each other to the one before it.
      ...ids.map((id, index) => anArgument(`A${index}`, [id], onCard(index === 0 ? "c" : `r${index - 1}`))),
    ]);
    let made = 0;
    const steps = stepsOfPath(view, buildPath(view, card("c"), defaultPathOptions), {
      presentation: null,
      after: null,
      build: "together",
      createId: createIdSource(() => `s${++made}`),
      createdAt: 0,
      titleOf: ({ kind }) => kind,
    });
    return steps.at(-1);
  };
  expect(lastOf(11)).toMatchObject({ reveal: "add", shows: ["c", "r0"], fits: [] });
  expect(lastOf(12)).toMatchObject({ reveal: "only", shows: ["c", "r0"], fits: ["c", "r0"] });
});

test("a card alone is one step, and what is gone is none", () => {
  expect(told([aCard("c")], "c")).toEqual(["start c: c | c"]);
  expect(told([], "c")).toEqual([]);
});

test("a chain as long as a large map does not run out of stack", () => {
  const length = 8_000;
  const records: MapRecord[] = [aCard("c0")];
  for (let index = 1; index < length; index++) {
    records.push(aCard(`c${index}`), anArgument(`A${index}`, [`c${index}`], onCard(`c${index - 1}`)));
  }
  const path = buildPath(viewWith(records), card("c0"), { ...defaultPathOptions, order: "deepest-first" });
  expect(path.flatMap(({ fresh }) => fresh)).toHaveLength(length);
});

test("[PA6] steps are records with the ids, the place and the titles they are given", () => {
  const view = viewWith(debate);
  let made = 0;
  const steps = stepsOfPath(view, buildPath(view, card("q"), defaultPathOptions), {
    presentation: null,
    after: "a5",
    build: "one-by-one",
    createId: createIdSource(() => `s${++made}`),
    createdAt: 7,
    titleOf: ({ kind, part, parts }, about) => `${kind} ${part}/${parts}: ${about}`,
  });
  expect(steps.map(({ id }) => id)).toEqual(steps.map((_, index) => `s${index + 1}`));
  const orders = steps.map(({ order }) => order);
  expect(["a5", ...orders].toSorted()).toEqual(["a5", ...orders]);
  expect(new Set(orders).size).toBe(steps.length);
  expect(steps[0]).toMatchObject({ title: "start 1/1: Why open?", reveal: "only", layer: "none" });
  expect(steps.at(-1)).toMatchObject({ layer: "standing", build: "together", reveal: "add", createdAt: 7 });
});

test("a title is one line of bounded length", () => {
  const view = viewWith([aCard("c", "claim", { text: `first\nline ${"😀".repeat(200)}` })]);
  const [step] = stepsOfPath(view, buildPath(view, card("c"), defaultPathOptions), {
    presentation: null,
    after: null,
    build: "together",
    createId: createIdSource(() => "s"),
    createdAt: 0,
    titleOf: (_, about) => about,
  });
  expect(step?.title).toMatch(/^first line (😀)+…$/u);
  expect(step?.title.length).toBeLessThanOrEqual(80);
});

test("without a wish it begins at the oldest question that is part of nothing, else at what speaks to nothing", () => {
  expect(mainCard(viewWith(debate), debate)).toBe("q");
  const claims = debate.filter((record) => record.id !== card("q"));
  expect(
    mainCard(
      viewWith(claims),
      claims.map((record) => record),
    ),
  ).toBe("a1");
  expect(mainCard(viewWith([]), [])).toBeUndefined();
});

/** Any map at all: circles, shared premises, arguments about arguments, questions under questions. */
const anyRecords: fc.Arbitrary<readonly MapRecord[]> = fc.integer({ min: 1, max: 16 }).chain((count) => {
  const index = fc.nat({ max: count - 1 });
  const cards = fc.tuple(
    ...Array.from({ length: count }, (_, own) =>
      fc
        .record({
          kind: fc.constantFrom("question", "claim", "evidence" as const),
          answers: fc.array(index, { maxLength: 2 }),
          parent: fc.option(index),
          raisedBy: fc.option(index),
        })
        .map(
          ({ kind, answers, parent, raisedBy }): Card =>
            aCard(`c${own}`, kind, {
              answers: kind === "question" ? [] : answers.map((at) => card(`c${at}`)),
              parent: kind === "question" && parent !== null ? card(`c${parent}`) : null,
              raisedBy: kind === "question" && raisedBy !== null ? onCard(`c${raisedBy}`) : null,
            }),
        ),
    ),
  );
  const steps = fc.array(
    fc.record({
      premises: fc.uniqueArray(index, { minLength: 1, maxLength: 4 }),
      target: fc.oneof(
        index.map((at) => onCard(`c${at}`)),
        fc.nat({ max: 19 }).map((at) => onArgument(`A${at}`)),
      ),
      polarity: fc.constantFrom("support", "oppose" as const),
    }),
    { maxLength: 20 },
  );
  return fc.tuple(cards, steps).map(([all, given]): readonly MapRecord[] => [
    ...all,
    ...given.map(({ premises, target, polarity }, at) =>
      anArgument(
        `A${at}`,
        premises.map((one) => `c${one}`),
        target,
        { polarity },
      ),
    ),
  ]);
});

const anyOptions: fc.Arbitrary<PathOptions> = fc.record({
  order: fc.constantFrom("top-down", "deepest-first" as const),
  maxNew: fc.integer({ min: 2, max: 12 }),
  build: fc.constantFrom("together", "one-by-one" as const),
  withSummary: fc.boolean(),
});

function reachable(view: MapView, start: CardId): ReadonlySet<CardId> {
  const found = new Set<CardId>([start]);
  for (const id of found)
    for (const below of cardsBelow(view, id)) if (getAs(view, "card", below)) found.add(below);
  return found;
}

const start = card("c0");

test("[PA5] whatever the map, every card below is new exactly once, in steps that are neither empty nor too full", () => {
  fc.assert(
    fc.property(anyRecords, anyOptions, (records, options) => {
      const view = viewWith(records);
      const path = buildPath(view, start, options);
      const fresh = path.flatMap((step) => step.fresh);
      expect(new Set(fresh)).toEqual(reachable(view, start));
      expect(fresh).toHaveLength(new Set(fresh).size);
      for (const step of path) {
        expect(step.shows.length).toBeGreaterThan(0);
        expect(step.fresh.length).toBeLessThanOrEqual(options.maxNew);
        expect(new Set(step.shows).size).toBe(step.shows.length);
      }
      expect(buildPath(view, start, options)).toEqual(path);
    }),
  );
});

/** What is in view after each thing that a path shows, an argument bringing its premises. */
function* reveals(view: MapView, path: ReturnType<typeof buildPath>) {
  const seen = new Set<string>();
  for (const { shows } of path) {
    for (const id of shows) {
      const argument: Argument | undefined = getAs(view, "argument", id);
      yield { argument, before: new Set(seen) };
      seen.add(id);
      for (const premise of argument?.premises ?? []) seen.add(premise);
    }
  }
}

test("[PA5] every argument comes once, and never before what it speaks to", () => {
  fc.assert(
    fc.property(anyRecords, anyOptions, (records, options) => {
      const view = viewWith(records);
      const path = buildPath(view, start, options);
      const steps = path.flatMap(({ shows }) => shows).filter((id) => getAs(view, "argument", id));
      expect(steps).toHaveLength(new Set(steps).size);
      for (const { argument, before } of reveals(view, path)) {
        if (argument) expect(before.has(argument.target.id), argument.id).toBe(true);
      }
    }),
  );
});

test("[PA5] from the top down a card is new only where it speaks to something that is there", () => {
  fc.assert(
    fc.property(anyRecords, anyOptions, (records, options) => {
      const view = viewWith(records);
      const path = buildPath(view, start, { ...options, order: "top-down" });
      const there = new Set<string>();
      for (const { fresh, shows } of path) {
        const before = new Set([...there, ...shows]);
        for (const id of fresh) {
          if (id === start) continue;
          const record = getAs(view, "card", id);
          const aims = [
            ...(record?.answers ?? []),
            record?.parent,
            record?.raisedBy?.id,
            ...records.flatMap((one) =>
              one.type === "argument" && one.premises.includes(id) ? [one.target.id] : [],
            ),
          ];
          expect(
            aims.some((aim) => aim && (before.has(aim) || fresh.includes(aim as CardId))),
            id,
          ).toBe(true);
        }
        for (const id of [...fresh, ...shows]) there.add(id);
      }
    }),
  );
});
