import { expect, test } from "vitest";
import type { StepId } from "#shared/model/index.ts";
import type { Stage, StagePlace } from "#shared/protocol/stage.ts";
import { type FollowAction, type FollowState, following, followState, placeShown } from "./follow-state.ts";

const at = (step: string, beat = 0): StagePlace => ({ step: step as StepId, beat });
const hear = (calls: number, talk = "t1"): FollowAction => ({
  type: "hear",
  stage: { talk, calls } as Stage,
});
const after = (...actions: readonly FollowAction[]): FollowState => actions.reduce(followState, following);
const leave: FollowAction = { type: "leave", at: at("s1") };

test("[K31] whoever comes follows, and a latecomer is not asked back", () => {
  expect(after(hear(3))).toMatchObject({ own: null, isAsked: false, calls: 3 });
});

test("[K33] who left stays away until they come back by themselves", () => {
  expect(after(hear(0), leave, hear(0)).own).toEqual(at("s1"));
  expect(after(hear(0), leave, { type: "rejoin" }).own).toBeNull();
});

test("[K34] a call asks those who left, and nobody else", () => {
  expect(after(hear(0), hear(1)).isAsked).toBe(false);
  const asked = after(hear(0), leave, hear(1));
  expect(asked).toMatchObject({ isAsked: true, own: at("s1") });
  expect(followState(asked, { type: "stay" })).toMatchObject({ isAsked: false, own: at("s1") });
  expect(followState(asked, { type: "rejoin" })).toMatchObject({ isAsked: false, own: null });
  // What was called before one left asks nothing afterwards.
  expect(after(hear(0), hear(1), leave, hear(1)).isAsked).toBe(false);
});

test("[K31] another talk is followed again from its beginning", () => {
  expect(after(hear(2), leave, hear(0, "t2"))).toEqual({ talk: "t2", calls: 0, own: null, isAsked: false });
});

test("what has not changed is the same state, so that nothing is drawn again", () => {
  const state = after(hear(1));
  for (const action of [hear(1), { type: "rejoin" }, { type: "stay" }] as const) {
    expect(followState(state, action)).toBe(state);
  }
});

test("[K35] while the picture is frozen the audience is shown that", () => {
  expect(placeShown({ held: null, place: at("s2", 1) } as Stage)).toEqual(at("s2", 1));
  expect(placeShown({ held: at("s1"), place: at("s2") } as Stage)).toEqual(at("s1"));
});
