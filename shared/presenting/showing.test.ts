import { describe, expect, test } from "vitest";
import { type MapRecord, type Step, viewOf } from "#shared/model/index.ts";
import {
  aCard,
  anArgument,
  aStep,
  card,
  mapOf,
  onArgument,
  onCard,
} from "../../tests/fixtures/model/build.ts";
import {
  beatsOf,
  firstPlace,
  lastPlace,
  pacingOf,
  placeAfter,
  placeBefore,
  showingAt,
  stepAfter,
  stepBefore,
} from "./index.ts";

/** claim <- r1 (p1), r2 (p2 and p3 together), o (against r1's step, from q). */
const things: readonly MapRecord[] = [
  ...["claim", "p1", "p2", "p3", "q", "apart"].map((id) => aCard(id)),
  anArgument("r1", ["p1"], onCard("claim")),
  anArgument("r2", ["p2", "p3"], onCard("claim")),
  anArgument("o", ["q"], onArgument("r1"), { polarity: "oppose" }),
];

const steps: readonly Step[] = [
  aStep("one", ["claim"]),
  aStep("two", ["r1", "r2"], { reveal: "add", build: "one-by-one", dimsOthers: true }),
  aStep("gone", ["nowhere"], { reveal: "add" }),
  aStep("hidden", ["apart"], { reveal: "add", isHidden: true }),
  aStep("three", ["o"], { reveal: "add" }),
  aStep("four", ["apart"]),
  aStep("all", [], { reveal: "all" }),
];
const view = viewOf(mapOf([...things, ...steps]));
const at = (id: string, beat = 0) => showingAt(view, steps, { step: aStep(id).id, beat });
const seenAt = (id: string, beat = 0) => {
  const visible = at(id, beat)?.visible;
  return visible === "all" ? visible : [...(visible ?? [])];
};

describe("what is to be seen", () => {
  test("[K5] of a step that shows only its own is that, and of one that adds also what was there", () => {
    expect(seenAt("one")).toEqual(["claim"]);
    expect(seenAt("three")).toEqual(["claim", "p1", "r1", "p2", "p3", "r2", "q", "o"]);
    expect(seenAt("four")).toEqual(["apart"]);
    expect(seenAt("all")).toBe("all");
  });

  test("[K6] one after the other, an argument comes with what it joins", () => {
    expect(seenAt("two", 0)).toEqual(["claim", "p1", "r1"]);
    expect(seenAt("two", 1)).toEqual(["claim", "p1", "r1", "p2", "p3", "r2"]);
    expect([...(at("two", 0)?.toCome ?? [])]).toEqual(["p2", "p3", "r2"]);
    expect(at("two", 1)?.fresh).toEqual(["p2", "p3", "r2"]);
    expect(at("two", 0)?.fresh).toEqual(["p1", "r1"]);
  });

  test("[K6] an argument waits for the step that brings it, though what it joins is in view", () => {
    const both = [aStep("one", ["claim", "p1"]), aStep("two", ["r1"], { reveal: "add" })];
    const of = viewOf(mapOf([...things, ...both]));
    const before = showingAt(of, both, { step: aStep("one").id, beat: 0 })?.visible;
    expect([...(before ?? [])]).toEqual(["claim", "p1"]);
    const after = showingAt(of, both, { step: aStep("two").id, beat: 0 });
    expect(after?.fresh).toEqual(["r1"]);
  });

  test("[K6] an argument that no step names is in view with what it joins", () => {
    const alone = [aStep("one", ["claim", "p2", "p3", "q"])];
    const of = viewOf(mapOf([...things, ...alone]));
    const visible = showingAt(of, alone, { step: aStep("one").id, beat: 0 })?.visible;
    expect([...(visible ?? [])]).toEqual(["claim", "p2", "p3", "q", "r2"]);
  });

  test("[K6] premises come along with the argument that is to be shown", () => {
    const listed = aStep("one", ["claim", "p2", "p3", "r2", "p1"], { build: "one-by-one" });
    expect(beatsOf(view, listed)).toEqual([["claim"], ["p2", "p3", "r2"], ["p1"]]);
  });

  test("[K7] empty and hidden steps are passed over, and not counted", () => {
    expect(at("three")).toMatchObject({ number: 3, count: 5 });
    const after = placeAfter(view, steps, { step: aStep("two").id, beat: 1 });
    expect(after).toEqual({ step: "three", beat: 0 });
    expect(placeBefore(view, steps, { step: aStep("three").id, beat: 0 })).toEqual({ step: "two", beat: 1 });
  });

  test("[K7] back from the end of a step that got shorter is the sub-step before what is shown, or the step before", () => {
    const two = aStep("two").id;
    expect(placeBefore(view, steps, { step: two, beat: 5 })).toEqual({ step: "two", beat: 0 });
    const one = aStep("one").id;
    expect(placeBefore(view, steps, { step: one, beat: 1 })).toBeNull();
    expect(placeBefore(view, steps, { step: aStep("three").id, beat: 3 })).toEqual({ step: "two", beat: 1 });
  });

  test("[K7] a step that is no longer there shows nothing", () => {
    expect(at("unknown")).toBeNull();
    expect(placeAfter(view, steps, { step: aStep("unknown").id, beat: 0 })).toBeNull();
  });

  test("[K5] the rest is pale where the step wants it", () => {
    expect(at("one")?.lit).toBeNull();
    expect([...(at("two", 1)?.lit ?? [])]).toEqual(["claim", "p1", "r1", "p2", "p3", "r2"]);
  });

  test("[K5] the camera holds what is asked for, else all that the step will have in view", () => {
    expect(at("two", 0)?.camera).toEqual({ kind: "cards", cards: ["claim", "p1", "p2", "p3"] });
    expect(at("all")?.camera).toEqual({ kind: "cards", cards: "all" });
    const fits = [aStep("one", ["claim"], { fits: [card("p1"), card("nowhere")] })];
    expect(showingAt(view, fits, { step: aStep("one").id, beat: 0 })?.camera).toEqual({
      kind: "cards",
      cards: ["p1"],
    });
    const rect = [aStep("one", ["claim"], { view: [0, 0, 100, 50] })];
    expect(showingAt(view, rect, { step: aStep("one").id, beat: 0 })?.camera).toEqual({
      kind: "rect",
      rect: [0, 0, 100, 50],
    });
  });
});

test("[K7] forwards and backwards from end to end is the same way", () => {
  const forwards = [];
  for (
    let now: ReturnType<typeof placeAfter> = firstPlace(view, steps);
    now;
    now = placeAfter(view, steps, now)
  )
    forwards.push(now);
  const backwards = [];
  for (
    let now: ReturnType<typeof placeAfter> = lastPlace(view, steps);
    now;
    now = placeBefore(view, steps, now)
  )
    backwards.push(now);
  expect(forwards).toHaveLength(6);
  expect(backwards.reverse()).toEqual(forwards);
  expect(stepAfter(view, steps, { step: aStep("two").id, beat: 0 })).toEqual({ step: "three", beat: 0 });
  expect(stepBefore(view, steps, { step: aStep("three").id, beat: 0 })).toEqual({ step: "two", beat: 0 });
  expect(stepBefore(view, steps, { step: aStep("one").id, beat: 0 })).toBeNull();
});

test("[K11] time goes ahead of the plan, with it, or over it", () => {
  const timed = [aStep("one", ["claim"], { seconds: 60 }), aStep("two", ["p1"], { seconds: 120 })];
  const of = viewOf(mapOf([...things, ...timed]));
  const stage = { place: { step: aStep("two").id, beat: 0 }, startedAt: 0, stepAt: 60_000 } as never;
  expect(pacingOf(of, timed, stage, 40_000).total.pace).toBe("ahead");
  expect(pacingOf(of, timed, stage, 100_000)).toMatchObject({
    step: { spentMs: 40_000, plannedMs: 120_000, pace: "on-time" },
    total: { spentMs: 100_000, plannedMs: 180_000, pace: "on-time" },
  });
  expect(pacingOf(of, timed, stage, 200_000)).toMatchObject({
    step: { pace: "over" },
    total: { pace: "over" },
  });
});
