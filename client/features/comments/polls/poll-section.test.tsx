import { act, cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { err, ok, type Result } from "#shared/lib/result.ts";
import type { Role } from "#shared/protocol/roles.ts";
import type { ParticipantId, Poll, PollId, Talk, Tally } from "#shared/talk/index.ts";
import { aCard, card } from "../../../../tests/fixtures/model/build.ts";
import { createCanvasTools } from "../../../../tests/support/canvas-tools.ts";
import { createClientSession, withSession } from "../../../../tests/support/client-session.tsx";
import { renderPage } from "../../../../tests/support/render-page.tsx";
import type { ApiProblem } from "../../../api/api-problem.ts";
import type { TalkApi } from "../../../api/talk-api.ts";
import { CanvasProvider } from "../../../canvas/canvas-context.tsx";
import { createDeviceStorage } from "../../../state/device-storage.ts";
import { MapUiProvider } from "../../../state/map-ui-context.tsx";
import { CommentKeep } from "../comment-keep.ts";
import { CommentsContext } from "../comments-context.tsx";
import { PollList } from "./poll-list.tsx";
import { PollSection } from "./poll-section.tsx";

afterEach(cleanup);

const claim = card("c1");
const open: Poll = {
  ...{ id: "p1" as PollId, card: claim, kind: "stance", audience: "commenters", state: "open" },
  ...{ moment: "before", round: 1, voted: { before: 2, after: 0, both: 0 }, result: null, createdAt: 1 },
};
const before: Tally = {
  "strongly-disagree": 1,
  disagree: 0,
  neutral: 0,
  agree: 3,
  "strongly-agree": 0,
  "no-view": 1,
};
const revealed: Poll = {
  ...{ ...open, state: "revealed", voted: { before: 5, after: 0, both: 0 } },
  result: {
    ...{ kind: "stance", before, after: null, flow: null },
    confidence: { before: null, after: null },
  },
};

type Call = TalkApi["call"];
const answer = (body: unknown): Result<Response, ApiProblem> => ok(Response.json(body));

function show(
  poll: Poll | undefined,
  { role = "commenter" as Role, viewersVote = false, own = null as string | null, isList = false } = {},
) {
  const made = createClientSession([aCard("c1", "claim", { text: "Openness is pragmatic" })]);
  const tools = createCanvasTools(made.session);
  const ownBallot = own && { before: { stance: own, confidence: null }, after: null, impacts: null };
  const call = vi.fn<Call>(async (method) =>
    answer(method === "GET" ? { polls: [{ id: "p1", round: 1, own: ownBallot }], viewersVote } : {}),
  );
  const polls = poll ? [poll] : [];
  const talk: Talk = { threads: [], polls, hands: [], people: new Map(), viewersReact: false, viewersVote };
  const storage = createDeviceStorage(() => {
    throw new Error("denied");
  });
  const state = {
    ...{ talk, isLoaded: true, isLive: true, role, me: "ben" as ParticipantId, name: "Ben" },
    api: { call } as unknown as TalkApi,
    keep: new CommentKeep(storage, "map"),
  };
  renderPage(
    withSession(
      made,
      <MapUiProvider store={tools.ui}>
        <CanvasProvider tools={tools}>
          <CommentsContext value={state}>
            {isList ? <PollList /> : <PollSection card={claim} />}
          </CommentsContext>
        </CanvasProvider>
      </MapUiProvider>,
    ),
  );
  return { call, tools };
}

const button = (name: string) => screen.getByRole("button", { name });

test("editors ask for votes, others find nothing before somebody has", () => {
  const { call } = show(undefined, { role: "editor" });
  fireEvent.click(button("Ask for votes"));
  expect(call).toHaveBeenCalledWith("POST", "/polls", {
    ...{ card: claim, kind: "stance", audience: "commenters" },
  });
  cleanup();
  show(undefined);
  expect(screen.queryByRole("button")).toBeNull();
});

test("one says what one holds of it by a button, and may think again", async () => {
  const { call } = show(open);
  expect(screen.getByText("2 have voted")).toBeDefined();
  expect(button("Vote")).toHaveProperty("disabled", true);
  fireEvent.click(screen.getByRole("radio", { name: "Agree" }));
  expect(call).toHaveBeenCalledTimes(1);
  fireEvent.click(button("Vote"));
  await waitFor(() => expect(screen.getByText("You said: Agree")).toBeDefined());
  expect(call).toHaveBeenLastCalledWith("PUT", "/polls/p1/ballot", {
    ...{ round: 1, stance: "agree", confidence: undefined, moment: "before" },
  });
  expect(button("Change my vote")).toHaveProperty("disabled", true);
  fireEvent.click(screen.getByRole("radio", { name: "No view" }));
  fireEvent.click(button("Change my vote"));
  await waitFor(() => expect(screen.getByText("You said: No view")).toBeDefined());
});

test("what one said before is marked, and one's buttons do not reach the poll", async () => {
  show(open, { own: "disagree" });
  await waitFor(() =>
    expect(screen.getByRole("radio", { name: "Disagree" })).toHaveProperty("checked", true),
  );
  expect(screen.queryByRole("button", { name: "Show the result" })).toBeNull();
});

test("a vote that came too late says so", async () => {
  const { call } = show(open);
  call.mockImplementation(async () => err({ code: "conflict", diagnostics: [] }));
  fireEvent.click(screen.getByRole("radio", { name: "Neither" }));
  fireEvent.click(button("Vote"));
  await waitFor(() => expect(screen.getByText("The vote is closed, or has begun anew.")).toBeDefined());
  expect(screen.queryByText(/You said/u)).toBeNull();
});

test("viewers vote where the owner lets them", () => {
  show(open, { role: "viewer" });
  expect(screen.queryByRole("radio")).toBeNull();
  cleanup();
  show(open, { role: "viewer", viewersVote: true });
  expect(screen.getAllByRole("radio")).toHaveLength(6);
});

test("the result is in words and numbers, with one's own vote", async () => {
  show(revealed, { own: "agree" });
  const result = screen.getByRole("list", { name: "Result" });
  const rows = within(result).getAllByRole("listitem");
  await waitFor(() => expect(rows[1]?.textContent).toBe("Agree your vote3 (60%)"));
  expect(rows[5]?.textContent).toBe("No view 1 (20%)");
  expect(screen.queryByRole("radio")).toBeNull();
});

test("of few votes no numbers are shown", () => {
  const nothing = { kind: "stance", before: null, after: null, flow: null } as const;
  const result = { ...nothing, confidence: { before: null, after: null } };
  show({ ...revealed, voted: { before: 4, after: 0, both: 0 }, result });
  expect(screen.getByText(/Numbers are shown from 5 votes on/u)).toBeDefined();
  expect(screen.queryByRole("list")).toBeNull();
});

test("before votes are erased one is asked", async () => {
  const { call } = show(revealed, { role: "owner" });
  fireEvent.click(button("Vote anew"));
  fireEvent.click(button("Cancel"));
  fireEvent.click(button("Delete the vote"));
  expect(screen.getByText("Delete this vote with all that was said in it?")).toBeDefined();
  expect(call).toHaveBeenCalledTimes(1);
  fireEvent.click(button("Delete the vote"));
  await waitFor(() => expect(call).toHaveBeenLastCalledWith("DELETE", "/polls/p1"));
});

test("an editor shows the result, and closes without showing it", async () => {
  const { call } = show(open, { role: "editor" });
  await act(async () => fireEvent.click(button("Close")));
  expect(call).toHaveBeenLastCalledWith("POST", "/polls/p1/close");
  await act(async () => fireEvent.click(button("Show the result")));
  expect(call).toHaveBeenLastCalledWith("POST", "/polls/p1/reveal");
});

test("the list of votes leads to the claim", () => {
  const { tools } = show(open, { isList: true });
  act(() => screen.getByRole("button", { name: /Openness is pragmatic/u }).click());
  expect(tools.ui.getState().commentsOn).toEqual({ type: "card", id: "c1" });
});
