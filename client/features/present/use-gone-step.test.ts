import { expect, test } from "vitest";
import { viewOf } from "#shared/model/index.ts";
import { aCard, aStep, mapOf } from "../../../tests/fixtures/model/build.ts";
import { placeInstead } from "./use-gone-step.ts";

const [one, two, three] = [aStep("one", ["c"]), aStep("two", ["c"]), aStep("three", ["c"])];
const at = (step: typeof one) => ({ step: step.id, beat: 2 });
const rest = [one, three];
const view = viewOf(mapOf([aCard("c"), ...rest]));

test("[K7] a talk whose step is deleted goes on with what has taken its place, at the end with the last", () => {
  expect(placeInstead(view, rest, at(two), { step: two.id, at: 1 })).toEqual({ step: "three", beat: 0 });
  expect(placeInstead(view, [one], at(two), { step: two.id, at: 1 })).toEqual({ step: "one", beat: 0 });
  expect(placeInstead(view, [], at(two), { step: two.id, at: 1 })).toBeNull();
});

test("[K7] a step that a window has not heard of yet is not taken for a deleted one", () => {
  expect(placeInstead(view, rest, at(two), null)).toBeNull();
  expect(placeInstead(view, rest, at(two), { step: one.id, at: 0 })).toBeNull();
  // It is in the map, and only the list of steps is behind.
  const known = viewOf(mapOf([aCard("c"), one, two, three]));
  expect(placeInstead(known, rest, at(two), { step: two.id, at: 1 })).toBeNull();
});
