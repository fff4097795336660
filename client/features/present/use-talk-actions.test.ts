import { beforeEach, expect, test, vi } from "vitest";
import { ok } from "#shared/lib/result.ts";
import type { StagePoll } from "#shared/protocol/stage.ts";
import type { Poll, PollId, PollState } from "#shared/talk/index.ts";
import { aCard, aStep, card } from "../../../tests/fixtures/model/build.ts";
import { createClientSession } from "../../../tests/support/client-session.tsx";
import { keptStage } from "../../stage/kept-stage.ts";
import { StageKeeper } from "../../stage/stage-keeper.ts";
import type { Polls } from "../../voting/index.ts";
import { createTalkActions } from "./use-talk-actions.ts";

const asked = { kind: "stance", card: card("c"), moment: "before" } as const;
const steps = [aStep("one", ["c"], { poll: asked }), aStep("two", ["c"])];
const [one] = steps;
const poll: Poll = {
  ...{ id: "p1" as PollId, card: card("c"), kind: "stance", audience: "everyone", state: "open" },
  ...{ moment: "before", round: 1, voted: { before: 2, after: 0, both: 0 }, result: null, createdAt: 1 },
};

beforeEach(() => window.sessionStorage.clear());

/** A talk at the first step, whose vote is `known`; what is asked of the server is answered when `answer` is called. */
function begin(known: Poll | undefined, isAnswered = true) {
  const { session } = createClientSession([aCard("c"), ...steps]);
  const keeper = new StageKeeper(
    session.presence,
    keptStage("m", () => window.sessionStorage, Date.now),
  );
  const [place, presenter] = [
    { step: steps[0]?.id ?? null, beat: 0 },
    { id: 1, name: "Ada", device: "d" },
  ];
  keeper.begin({ talk: "t", presentation: null, place, presenter, now: 1 });
  const waiting: (() => void)[] = [];
  const answered = <T>(value: T) =>
    new Promise<T>((resolve) => {
      if (isAnswered) resolve(value);
      else waiting.push(() => resolve(value));
    });
  const calls = {
    ask: vi.fn(() => answered("p1" as PollId | undefined)),
    setState: vi.fn((_poll: Poll, _state: PollState) => answered(true)),
    setMoment: vi.fn(() => answered(true)),
    setAudience: vi.fn(() => answered(true)),
    endJoinCode: vi.fn(async () => ok(null)),
    endRemoteCodes: vi.fn(async () => ok(null)),
    makeJoinCode: vi.fn(() => answered(ok({ code: "ACD234", url: "", expiresAt: 1 }))),
  };
  const onAnsweredBefore = vi.fn();
  const actions = createTalkActions({
    tools: { session, keeper, clock: { now: () => 1 } } as unknown as Parameters<
      typeof createTalkActions
    >[0]["tools"],
    steps,
    polls: { find: () => known, ...calls } as unknown as Polls,
    hall: { audience: calls } as unknown as Parameters<typeof createTalkActions>[0]["hall"],
    device: "d",
    trail: [],
    onNoCode: () => undefined,
    onAnsweredBefore,
  });
  const shown = (): StagePoll | null | undefined => keeper.state().stage?.poll;
  const answer = async () => {
    await vi.waitFor(() => expect(waiting).not.toEqual([]));
    for (const each of waiting.splice(0)) each();
  };
  return { actions, calls, shown, answer, onAnsweredBefore, keeper };
}

test("[P14] a vote that was asked of fewer is opened to the hall with the key", async () => {
  const { actions, calls, shown } = begin({ ...poll, audience: "commenters" });
  if (one) await actions.turnPoll(one);
  expect(calls.setAudience).toHaveBeenCalledWith(expect.objectContaining({ id: "p1" }), "everyone");
  expect(shown()).toEqual({ id: "p1", showsResult: false });
});

test("[T15] what came of an earlier vote is not shown before people vote but by the key for results", async () => {
  const { actions, shown, onAnsweredBefore } = begin({ ...poll, state: "revealed" });
  if (one) await actions.turnPoll(one);
  expect(shown()).toBeNull();
  expect(onAnsweredBefore).toHaveBeenCalledOnce();
  if (one) await actions.reveal(one);
  expect(shown()).toEqual({ id: "p1", showsResult: true });
});

test.each([
  ["asked for", undefined, "turnPoll"],
  ["opened", { ...poll, state: "closed" }, "turnPoll"],
  ["revealed", poll, "reveal"],
] as const)(
  "[K8] a vote that is %s too late does not come up over the next step",
  async (_name, known, way) => {
    const { actions, shown, answer } = begin(known, false);
    const done = one && actions[way](one);
    actions.next();
    await answer();
    await done;
    expect(shown()).toBeNull();
  },
);

test("the code to join with is made once, however often its key is pressed meanwhile", async () => {
  const { actions, calls, answer, keeper } = begin(undefined, false);
  const done = [actions.showCode(), actions.showCode()];
  await answer();
  await Promise.all(done);
  expect(calls.makeJoinCode).toHaveBeenCalledOnce();
  expect(keeper.state().stage).toMatchObject({ code: "ACD234", showsCode: true });
});

test("[K9] whoever ends a talk ends the code of its hall, where there is one, and those of all remotes", async () => {
  const { actions, calls } = begin(undefined);
  void actions.end();
  expect(calls.endJoinCode).not.toHaveBeenCalled();
  expect(calls.endRemoteCodes).toHaveBeenCalledOnce();
  const other = begin(undefined);
  await other.actions.showCode();
  void other.actions.end();
  expect(other.calls.endJoinCode.mock.calls).toEqual([["ACD234"]]);
  expect(other.keeper.state().stage?.isOver).toBe(true);
});
