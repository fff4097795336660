import { describe, expect, test } from "vitest";
import type { CardId, StepId } from "#shared/model/index.ts";
import { type Stage, stageSchema } from "#shared/protocol/stage.ts";
import * as words from "./index.ts";

const place = (step: string, beat = 0) => ({ step: step as StepId, beat });
const presenter = { id: 1, name: "Ada", device: "adas-laptop" };
const minute = 60_000;

function begin(now = 1_800_000_000_000, before: Stage | null = null): Stage {
  return words.beginTalk({ talk: "t1", presentation: null, place: place("a"), presenter, now }, before);
}

describe("a talk", () => {
  test("[K2] is below 1 KB and can be read by the others", () => {
    const id = "x".repeat(64);
    const long = {
      ...begin(),
      talk: id,
      presentation: id,
      place: place(id, 9_999),
      held: place(id, 9_999),
      focus: id,
      code: id,
    };
    const full = {
      ...long,
      presenter: { id: 0xffff_ffff, name: "文".repeat(40), device: "d".repeat(32) },
      poll: { id, showsResult: true },
    };
    expect(new TextEncoder().encode(JSON.stringify(full)).byteLength).toBeLessThan(1_024);
    expect(stageSchema.safeParse(full).success).toBe(true);
    expect(stageSchema.safeParse(JSON.parse(JSON.stringify(begin())))).toEqual({
      success: true,
      data: begin(),
    });
  });

  test("[K9] of a page that does not say its device can be read all the same", () => {
    const { device: _unsaid, ...before } = presenter;
    const read = stageSchema.safeParse({ ...begin(), presenter: before });
    expect(read.success && read.data.presenter.device).toBe("");
  });

  test("[K3] that begins later outbids an earlier one that somebody has kept", () => {
    let yesterday = begin(1_800_000_000_000);
    for (let word = 0; word < 500; word += 1) yesterday = words.gather(yesterday);
    expect(begin(1_800_000_000_000 + 60 * minute).turn).toBeGreaterThan(yesterday.turn);
    expect(begin(0, yesterday).turn).toBe(yesterday.turn + 1);
  });

  test("is said anew only where something changes", () => {
    const stage = begin();
    expect(words.goTo(stage, place("a"), 1)).toBe(stage);
    expect(words.blank(stage, false)).toBe(stage);
    expect(words.offer(stage, null)).toBe(stage);
    expect(words.spotlight(stage, true)).toBe(stage);
    expect(words.showCode(stage, true)).toBe(stage);
    expect(words.showPoll(stage, null)).toBe(stage);
    expect(words.stopTimer(stage, true, 1)).toBe(stage);
    expect(words.blank(stage, true).turn).toBe(stage.turn + 1);
  });

  test("lets go of what was spoken about with the step, not with the sub-step", () => {
    const focused = words.spotlight(words.focusOn(begin(), "c" as CardId), true);
    const polled = words.showPoll(focused, { id: "p", showsResult: false });
    const within = words.goTo(polled, place("a", 1), 5);
    expect(within).toMatchObject({ focus: "c", spotlight: true, poll: { id: "p" }, stepAt: polled.stepAt });
    expect(words.goTo(within, place("b"), 5)).toMatchObject({
      focus: null,
      spotlight: false,
      poll: null,
      stepAt: 5,
    });
  });

  test("[K8] held stays for the audience where it was", () => {
    const held = words.hold(begin(), true);
    expect(words.goTo(held, place("b"), 5)).toMatchObject({ held: place("a"), place: place("b") });
    expect(words.hold(held, false).held).toBeNull();
  });

  test("[K8] held keeps its vote, its dark, and what is spoken about, until it is let go elsewhere", () => {
    const focused = words.spotlight(words.focusOn(begin(), "c" as CardId), true);
    const shown = words.blank(words.showPoll(focused, { id: "p", showsResult: false }), true);
    const held = words.hold(shown, true);
    const theirs = { focus: "c", spotlight: true, poll: { id: "p" }, blank: true };
    const ahead = words.goTo(words.goTo(held, place("a", 1), 5), place("b"), 7);
    expect(ahead).toMatchObject({ ...theirs, stepAt: 7 });
    expect(words.focusOn(ahead, "d" as CardId)).toBe(ahead);
    expect(words.hold(words.goTo(ahead, place("a"), 9), false)).toMatchObject({ ...theirs, held: null });
    const letGo = { held: null, place: place("b"), focus: null, spotlight: false, poll: null, blank: false };
    expect(words.hold(ahead, false)).toMatchObject(letGo);
  });

  test("a blank screen ends with the next step", () => {
    expect(words.goTo(words.blank(begin(), true), place("a", 1), 5).blank).toBe(false);
  });

  test("the word passes by offer and acceptance", () => {
    const offered = words.offer(begin(), 2);
    const taken = words.take(offered, { id: 2, name: "Ben", device: "bens-laptop" });
    expect(taken).toMatchObject({ presenter: { name: "Ben", device: "bens-laptop" }, offeredTo: null });
  });
});

describe("the timer", () => {
  test("[K10] runs, is given more time, stops and goes on", () => {
    const running = words.putTimer(begin(), 5 * minute, 0);
    const more = words.addTime(running, minute, minute);
    expect(more.timer && words.timeLeft(more.timer, minute)).toBe(5 * minute);
    const stopped = words.stopTimer(more, true, 2 * minute);
    expect(stopped.timer && words.timeLeft(stopped.timer, 90 * minute)).toBe(4 * minute);
    const on = words.stopTimer(words.addTime(stopped, minute, 0), false, 90 * minute);
    expect(on.timer && words.timeLeft(on.timer, 91 * minute)).toBe(4 * minute);
    expect(words.clearTimer(on).timer).toBeNull();
  });

  test("[K10] that has run out has a minute from now", () => {
    const late = words.addTime(words.putTimer(begin(), minute, 0), minute, 10 * minute);
    expect(late.timer && words.timeLeft(late.timer, 10 * minute)).toBe(minute);
  });
});
