import { act, cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { createStore, type StoreApi, useStore } from "zustand";
import { ok } from "#shared/lib/result.ts";
import type { Command } from "#shared/model/index.ts";
import { type Role, roles } from "#shared/protocol/roles.ts";
import {
  type ImpactResult,
  type Poll,
  type PollId,
  type Stance,
  type StanceResult,
  stanceResult,
  stances,
} from "#shared/talk/index.ts";
import { aCard, anArgument, arg, card, onCard } from "../../tests/fixtures/model/build.ts";
import { createClientSession, withSession } from "../../tests/support/client-session.tsx";
import { renderPage } from "../../tests/support/render-page.tsx";
import type { TalkApi } from "../api/talk-api.ts";
import {
  Ballot,
  digitsVote,
  ImpactBases,
  PollControl,
  PollCount,
  PollResult,
  usePolls,
  useReasons,
} from "./index.ts";

afterEach(cleanup);

const claim = card("c1");
const stancePoll: Poll = {
  ...{ id: "p1" as PollId, card: claim, kind: "stance", audience: "everyone", state: "open" },
  ...{ moment: "before", round: 1, voted: { before: 2, after: 0, both: 0 }, result: null, createdAt: 1 },
};
const impactPoll: Poll = { ...stancePoll, id: "p2" as PollId, kind: "impact" };
const records = [
  aCard("c1", "claim", { text: "Openness is pragmatic" }),
  aCard("c2", "claim", { text: "It saves work" }),
  aCard("c3", "claim", { text: "It costs money" }),
  anArgument("r1", ["c2"], onCard("c1")),
  anArgument("r2", ["c3"], onCard("c1"), { polarity: "oppose" }),
];

type Call = TalkApi["call"];

type Shown = Readonly<{
  poll?: Poll;
  role?: Role;
  own?: unknown;
  moment?: "before" | "after";
  people?: number;
  kind?: "stance" | "impact";
}>;

/** All pieces on one page, as a talk has them. */
function Page({
  poll,
  role = "viewer",
  call,
  moment,
  people,
  kind = "stance",
}: Shown & Readonly<{ call: Call }>) {
  const polls = usePolls({
    talk: { polls: poll ? [poll] : [], viewersVote: false },
    isLoaded: true,
    role,
    call,
  });
  const reasons = useReasons(claim);
  return (
    <>
      <input aria-label="a field" />
      {poll ? <Ballot polls={polls} poll={poll} reasons={reasons} hasKeys /> : null}
      {poll ? <PollResult poll={poll} own={polls.own(poll)} reasons={reasons} size="projector" /> : null}
      <PollControl
        polls={polls}
        card={claim}
        kind={poll?.kind ?? kind}
        moment={moment}
        people={people ?? null}
      />
    </>
  );
}

function Changing({ state, call }: Readonly<{ state: StoreApi<Shown>; call: Call }>) {
  return <Page {...useStore(state)} call={call} />;
}

function show(shown: Shown = {}) {
  const call = vi.fn<Call>(async (method) =>
    ok(
      Response.json(
        method === "GET"
          ? { polls: [{ id: shown.poll?.id, round: 1, own: shown.own ?? null }] }
          : { id: "p9" },
      ),
    ),
  );
  const state = createStore<Shown>(() => shown);
  renderPage(withSession(createClientSession(records), <Changing state={state} call={call} />));
  /** What comes by the wire meanwhile. */
  const become = (more: Shown) => act(() => state.setState({ ...shown, ...more }, true));
  return { call, become };
}

const button = (name: string) => screen.getByRole("button", { name });
const sent = (call: ReturnType<typeof vi.fn<Call>>) => call.mock.calls.filter(([method]) => method !== "GET");

test("a digit votes at once, a digit in a field does not", async () => {
  const { call } = show({ poll: stancePoll });
  fireEvent.keyDown(screen.getByRole("textbox"), { key: "2" });
  fireEvent.keyDown(document.body, { key: "2", ctrlKey: true });
  expect(sent(call)).toEqual([]);
  fireEvent.keyDown(document.body, { key: "5" });
  await waitFor(() => expect(screen.getByText("You said: Strongly agree")).toBeDefined());
  expect(sent(call)).toEqual([
    [
      "PUT",
      "/polls/p1/ballot",
      { round: 1, stance: "strongly-agree", confidence: undefined, moment: "before" },
    ],
  ]);
  fireEvent.keyDown(document.body, { key: "0" });
  await waitFor(() => expect(screen.getByText("You said: No view")).toBeDefined());
});

test("[K38] digits vote while one is asked what one holds of it, not while reasons are weighed", () => {
  const polls = { mayVote: ({ audience }: Poll) => audience === "everyone" };
  expect(digitsVote(polls, stancePoll)).toBe(true);
  expect(digitsVote(polls, impactPoll)).toBe(false);
  expect(digitsVote(polls, { ...stancePoll, state: "closed" })).toBe(false);
  expect(digitsVote(polls, { ...stancePoll, audience: "commenters" })).toBe(false);
});

test("one may say how sure one is, or not", async () => {
  const { call } = show({ poll: stancePoll });
  fireEvent.click(screen.getByRole("radio", { name: "Agree" }));
  fireEvent.click(screen.getByRole("radio", { name: "Very" }));
  fireEvent.click(button("Vote"));
  await waitFor(() => expect(screen.getByText("You said: Agree")).toBeDefined());
  expect(sent(call).at(-1)?.[2]).toMatchObject({ stance: "agree", confidence: 3 });
  fireEvent.click(screen.getByRole("radio", { name: "I do not say" }));
  fireEvent.click(button("Change my vote"));
  await waitFor(() => expect(sent(call).at(-1)?.[2]).toMatchObject({ confidence: undefined }));
});

test("who has no view is not sure of it, whatever they said of another answer before", async () => {
  const { call } = show({ poll: stancePoll });
  fireEvent.click(screen.getByRole("radio", { name: "Agree" }));
  fireEvent.click(screen.getByRole("radio", { name: "Very" }));
  fireEvent.click(screen.getByRole("radio", { name: "No view" }));
  fireEvent.click(button("Vote"));
  await waitFor(() =>
    expect(sent(call).at(-1)?.[2]).toEqual({
      ...{ round: 1, stance: "no-view", confidence: undefined, moment: "before" },
    }),
  );
  await waitFor(() => expect(button("Change my vote")).toHaveProperty("disabled", true));
});

test("after the discussion one votes again, with nothing marked beforehand", async () => {
  const said = { before: { stance: "agree", confidence: 2 }, after: null, impacts: null };
  const { call, become } = show({ poll: stancePoll, own: said });
  await waitFor(() => expect(screen.getByRole("radio", { name: "Agree" })).toHaveProperty("checked", true));
  const after: Poll = { ...stancePoll, moment: "after", voted: { before: 3, after: 0, both: 0 } };
  become({ poll: after });
  expect(screen.queryAllByRole("radio", { checked: true })).toEqual([]);
  expect(screen.queryByText(/You said/u)).toBeNull();
  fireEvent.click(screen.getByRole("radio", { name: "Disagree" }));
  fireEvent.click(button("Vote"));
  await waitFor(() => expect(sent(call).at(-1)?.[2]).toMatchObject({ stance: "disagree", moment: "after" }));
});

test("who may not vote sees no ballot, and who reads is no asker", () => {
  show({ poll: { ...stancePoll, audience: "commenters" } });
  expect(screen.queryByRole("radio")).toBeNull();
  expect(screen.queryByRole("button")).toBeNull();
  expect(screen.getByText("2 have voted")).toBeDefined();
  cleanup();
  for (const role of roles) {
    show({ role });
    expect(screen.queryAllByRole("button", { name: "Ask for votes" })).toHaveLength(
      role === "owner" || role === "editor" ? 1 : 0,
    );
    cleanup();
  }
});

test("reasons are weighed by steps, by digits too, and what is left out is not sent", async () => {
  const { call } = show({ poll: impactPoll });
  expect(button("Vote")).toHaveProperty("disabled", true);
  const [because, but] = [/Because It saves work/u, /But It costs money/u].map((name) =>
    screen.getByRole("group", { name }),
  );
  fireEvent.click(within(because as HTMLElement).getByRole("radio", { name: "Decisive" }));
  fireEvent.keyDown(but as HTMLElement, { key: "1" });
  fireEvent.click(button("Vote"));
  await waitFor(() =>
    expect(sent(call)).toEqual([["PUT", "/polls/p2/ballot", { round: 1, impacts: { r1: 4, r2: 1 } }]]),
  );
  await waitFor(() => expect(button("Change my vote")).toHaveProperty("disabled", true));
  fireEvent.click(within(but as HTMLElement).getByRole("radio", { name: "No view" }));
  fireEvent.click(button("Change my vote"));
  await waitFor(() => expect(sent(call).at(-1)?.[2]).toEqual({ round: 1, impacts: { r1: 4 } }));
});

test("whoever asks goes from asking to the result, in the order of the talk's steps", async () => {
  const { call, become } = show({ role: "editor", moment: "before", people: 30 });
  fireEvent.click(button("Ask for votes"));
  await waitFor(() => expect(sent(call)).toHaveLength(1));
  become({ poll: stancePoll });
  expect(screen.getByText("2 of 30 have voted")).toBeDefined();
  expect(screen.getByText(/one person can vote from several devices/u)).toBeDefined();
  fireEvent.click(button("Close"));
  become({ poll: { ...stancePoll, state: "closed" }, moment: "after" });
  expect(screen.getByText("Closed")).toBeDefined();
  fireEvent.click(button("Ask again, after the discussion"));
  const after: Poll = { ...stancePoll, moment: "after", voted: { before: 2, after: 1, both: 1 } };
  become({ poll: after, moment: "after" });
  expect(screen.getByText("1 of 30 have voted")).toBeDefined();
  expect(screen.queryByRole("button", { name: "Back to the vote before" })).toBeNull();
  fireEvent.click(button("Show the result"));
  fireEvent.click(screen.getByRole("checkbox", { name: "Whoever can read the map may vote" }));
  await waitFor(() =>
    expect(sent(call).map(([method, path, body]) => [method, path, body])).toEqual([
      ["POST", "/polls", { card: claim, kind: "stance", audience: "commenters" }],
      ["POST", "/polls/p1/close", undefined],
      ["PATCH", "/polls/p1", { moment: "after" }],
      ["POST", "/polls/p1/reveal", undefined],
      ["PATCH", "/polls/p1", { audience: "commenters" }],
    ]),
  );
});

test("counts nobody twice where more have voted than are here", () => {
  renderPage(<PollCount poll={{ ...stancePoll, voted: { before: 9, after: 0, both: 0 } }} people={4} />);
  expect(screen.getByText("9 of 9 have voted")).toBeDefined();
});

/** What came of a vote in which so many went from one stance to another. */
function after(...moves: readonly (readonly [number, Stance | null, Stance | null])[]): Poll {
  const said = (stance: Stance | null) => stance && { stance, confidence: null };
  const counts = moves.map(([voters, from, to]) => ({ before: said(from), after: said(to), voters }));
  const sum = (holds: (count: (typeof counts)[number]) => boolean) =>
    counts.filter(holds).reduce((total, { voters }) => total + voters, 0);
  const result: StanceResult = stanceResult(counts, 5);
  const voted = {
    before: sum((count) => count.before !== null),
    after: sum((count) => count.after !== null),
    both: sum((count) => count.before !== null && count.after !== null),
  };
  return { ...stancePoll, state: "revealed", moment: "after", voted, result };
}

test("the result says what swung, draws the flow, and says all of it as tables", async () => {
  show({ poll: after([3, "disagree", "agree"], [2, "agree", "agree"], [5, "neutral", "neutral"]) });
  expect(screen.getByText("30 points more agree")).toBeDefined();
  expect(screen.getByText("Of 10 people who voted both before and after")).toBeDefined();
  const rows = within(screen.getByRole("list", { name: "Result" })).getAllByRole("listitem");
  expect(rows.map(({ textContent }) => textContent)).toContain("Agree Before: 2 (20%)After: 5 (50%)");
  expect(
    screen.getByRole("img", { name: "3 people of 10 who voted twice changed their mind" }),
  ).toBeDefined();
  fireEvent.click(button("All numbers"));
  const flow = await screen.findByRole("table", { name: "Who went from which stance to which" });
  const row = within(flow).getByRole("row", { name: /^Disagree/u });
  expect(
    within(row)
      .getAllByRole("cell")
      .map(({ textContent }) => textContent),
  ).toEqual([...["0", "3", "0", "0", "0", "0"]]);
  expect(within(flow).getAllByRole("row")).toHaveLength(stances.length + 1);
});

test("a swing below five points is too close to call, the other way is fewer", () => {
  show({ poll: after([1, "neutral", "agree"], [29, "agree", "agree"]) });
  expect(screen.getByText("Too close to call (+3.3 points)")).toBeDefined();
  cleanup();
  show({ poll: after([5, "agree", "neutral"], [5, "neutral", "neutral"]) });
  expect(screen.getByText("50 points fewer agree")).toBeDefined();
});

test("says that few are left out, and when nothing can be compared", () => {
  show({ poll: after([6, "agree", "agree"], [2, null, "disagree"]) });
  expect(screen.getByText(/voted only once/u)).toBeDefined();
  expect(screen.queryByText("2 (25%)")).toBeNull();
  cleanup();
  show({ poll: after([1, "agree", "agree"], [5, "neutral", null], [5, null, "disagree"]) });
  expect(screen.getByText(/Before and after are compared from 5 people on/u)).toBeDefined();
  expect(screen.queryByRole("img")).toBeNull();
});

const impactResult: ImpactResult = { kind: "impact", reasons: { [arg("r1")]: [0, 0, 0, 2, 4] } };

test("reasons stand by what they weigh, and those that few have rated without numbers", () => {
  show({ poll: { ...impactPoll, state: "revealed", result: impactResult } });
  const rows = within(screen.getByRole("list", { name: "Result" })).getAllByRole("listitem");
  expect(rows.map(({ textContent }) => textContent)).toEqual(["Because It saves work 3.7 of 4 (6 votes)"]);
  expect(screen.getByText("1 reason was rated by fewer than 5 people: no numbers.")).toBeDefined();
});

test("what reasons weigh becomes their strength by one command, after a look at it", async () => {
  const onApply = vi.fn<(command: Command) => void>();
  const poll: Poll = { ...impactPoll, state: "revealed", result: impactResult };
  const reasons = [
    { id: arg("r1"), polarity: "support", text: "It saves work", base: null } as const,
    { id: arg("r2"), polarity: "oppose", text: "It costs money", base: null } as const,
  ];
  renderPage(<ImpactBases poll={poll} reasons={reasons} onApply={onApply} />);
  fireEvent.click(button("Use as starting strengths…"));
  expect(onApply).not.toHaveBeenCalled();
  const [, row] = screen.getAllByRole("row");
  expect(row?.textContent).toBe("Because It saves work10.92");
  act(() => fireEvent.click(button("Set these strengths")));
  expect(onApply.mock.calls).toEqual([
    [{ type: "batch", commands: [{ type: "editArgument", id: "r1", values: { base: 0.92 } }] }],
  ]);
});
