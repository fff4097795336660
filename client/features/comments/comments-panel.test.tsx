import { act, cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { type ReactNode, useEffect, useState } from "react";
import { afterEach, expect, test, vi } from "vitest";
import * as Y from "yjs";
import { err, ok } from "#shared/lib/result.ts";
import { cardRef } from "#shared/model/index.ts";
import type { Role } from "#shared/protocol/roles.ts";
import { type CommentId, type ParticipantId, type Talk, TalkDoc, type ThreadId } from "#shared/talk/index.ts";
import { aCard, card } from "../../../tests/fixtures/model/build.ts";
import { createCanvasTools } from "../../../tests/support/canvas-tools.ts";
import { createClientSession, withSession } from "../../../tests/support/client-session.tsx";
import { renderPage } from "../../../tests/support/render-page.tsx";
import { unreachable } from "../../api/api-problem.ts";
import type { TalkApi } from "../../api/talk-api.ts";
import { CanvasProvider } from "../../canvas/canvas-context.tsx";
import { createDeviceStorage } from "../../state/device-storage.ts";
import { MapUiProvider } from "../../state/map-ui-context.tsx";
import { CommentKeep } from "./comment-keep.ts";
import { CommentsContext, type CommentsState } from "./comments-context.tsx";
import { CommentsPanel } from "./comments-panel.tsx";

afterEach(cleanup);

const [ann, ben] = ["ann", "ben"] as readonly string[] as readonly [ParticipantId, ParticipantId];
const on = cardRef(card("c1"));

/** One thread that says this; none where it says nothing. */
function talkOf(text: string): TalkDoc {
  const doc = new TalkDoc(new Y.Doc());
  const [thread, id] = ["t1" as ThreadId, "k1" as CommentId];
  doc.introduce(ann, "Ann Lee");
  doc.introduce(ben, "Ben");
  if (text === "") return doc;
  doc.startThread({ id: thread, on, createdAt: 1 });
  doc.addComment({ id, thread, author: ann, name: "Ann Lee", text, mentions: [], createdAt: 1 });
  return doc;
}

type TalkingProps = Readonly<{
  state: Omit<CommentsState, "talk">;
  first: Talk;
  heard: Set<(talk: Talk) => void>;
  children: ReactNode;
}>;

/** What is said changes while the panel stands open. */
function Talking({ state, first, heard, children }: TalkingProps) {
  const [talk, setTalk] = useState(first);
  useEffect(() => void heard.add(setTalk), [heard]);
  return <CommentsContext value={{ ...state, talk }}>{children}</CommentsContext>;
}

function open(
  text: string,
  { role = "commenter" as Role, me = ben, api = {} as Partial<TalkApi>, subject = true } = {},
) {
  const made = createClientSession([aCard("c1", "claim", { text: "Openness is pragmatic" })]);
  const tools = createCanvasTools(made.session);
  tools.ui.getState().openComments(subject ? on : null);
  const storage = createDeviceStorage(() => {
    throw new Error("denied");
  });
  const keep = new CommentKeep(storage, "map");
  const onOpenChange = vi.fn<(isOpen: boolean) => void>();
  const state = { isLoaded: true, isLive: true, role, me, name: "Ben", api: api as TalkApi, keep };
  const talks = new Set<(talk: Talk) => void>();
  renderPage(
    withSession(
      made,
      <MapUiProvider store={tools.ui}>
        <CanvasProvider tools={tools}>
          <Talking state={state} first={talkOf(text).read()} heard={talks}>
            <CommentsPanel isOpen onOpenChange={onOpenChange} />
          </Talking>
        </CanvasProvider>
      </MapUiProvider>,
    ),
  );
  const hear = (said: string) =>
    act(() => {
      for (const tell of talks) tell(talkOf(said).read());
    });
  return { tools, keep, onOpenChange, hear };
}

const field = () => screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Your comment" });
const reply = () => screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Your reply" });
const begin = () => fireEvent.click(screen.getByRole("button", { name: "Another comment on this" }));

function write(text: string): void {
  fireEvent.change(field(), {
    target: { value: text, selectionStart: text.length, selectionEnd: text.length },
  });
}

test("what somebody wrote is text, whatever it looks like, and names stand out", () => {
  open("<img src=x onerror=alert(1)> ask @Ann Lee");
  expect(screen.getByText(/<img src=x onerror=alert\(1\)> ask/u)).toBeDefined();
  expect(document.querySelector("img")).toBeNull();
  expect(screen.getByText("@Ann Lee").tagName).toBe("MARK");
});

test("what could not be sent is said and kept, and sent the next time", async () => {
  const startThread = vi.fn<TalkApi["startThread"]>(async () => err(unreachable));
  const { keep } = open("Is it so?", { api: { startThread } });
  begin();
  write("On the train");
  fireEvent.click(screen.getByRole("button", { name: "Comment" }));
  await waitFor(() => expect(screen.getByRole("alert").textContent).toContain("kept on this device"));
  expect([field().value, keep.draft("card:c1")]).toEqual(["On the train", "On the train"]);
  startThread.mockImplementation(async () => ok(null));
  fireEvent.keyDown(field(), { key: "Enter", ctrlKey: true });
  await waitFor(() => expect(screen.queryByRole("textbox", { name: "Your comment" })).toBeNull());
  expect(startThread).toHaveBeenLastCalledWith(on, "On the train", "Ben");
  expect(keep.draft("card:c1")).toBe("");
  expect(document.activeElement).toBe(screen.getByRole("region", { name: "Comments" }));
});

test("what one writes where something has been said answers it", async () => {
  const sent = vi.fn<TalkApi["reply"]>(async () => ok(null));
  const { keep } = open("Is it so?", { api: { reply: sent } });
  expect(document.activeElement).toBe(reply());
  expect(screen.queryByRole("textbox", { name: "Your comment" })).toBeNull();
  fireEvent.change(reply(), { target: { value: "It is" } });
  expect(keep.draft("reply:t1")).toBe("It is");
  fireEvent.keyDown(reply(), { key: "Enter", ctrlKey: true });
  await waitFor(() => expect(reply().value).toBe(""));
  expect(sent).toHaveBeenCalledWith("t1", "It is", "Ben");
  expect(document.activeElement).toBe(reply());
});

test("somebody else’s comment does not take the field away in which one writes the first", async () => {
  const { hear } = open("", { api: { startThread: async () => ok(null) } });
  field().focus();
  write("Is it");
  hear("Sooner");
  expect(screen.getByText("Sooner")).toBeDefined();
  expect([field().value, document.activeElement]).toEqual(["Is it", field()]);
  fireEvent.keyDown(field(), { key: "Enter", ctrlKey: true });
  await waitFor(() => expect(screen.queryByRole("textbox", { name: "Your comment" })).toBeNull());
  expect(document.activeElement).toBe(screen.getByRole("region", { name: "Comments" }));
});

test("before a comment is deleted one is asked, and the keyboard stays in the panel", () => {
  open("Is it so?", { me: ann });
  fireEvent.click(screen.getByRole("button", { name: "Delete" }));
  const question = screen.getByRole("group", { name: "Delete this comment?" });
  fireEvent.click(within(question).getByRole("button", { name: "Cancel" }));
  expect(screen.queryByRole("group", { name: "Delete this comment?" })).toBeNull();
  expect(document.activeElement).toBe(screen.getByRole("region", { name: "Comments" }));
});

test("names are offered while an @ is being written, and taken by the keyboard", () => {
  open("Is it so?");
  begin();
  write("Ask @an");
  expect(screen.getByRole("option", { name: "Ann Lee" }).getAttribute("aria-selected")).toBe("true");
  fireEvent.keyDown(field(), { key: "Enter" });
  expect(field().value).toBe("Ask @Ann Lee ");
  expect(screen.queryByRole("option")).toBeNull();
});

test("only one's own comment is changed, editors delete any", () => {
  open("Is it so?", { me: ben });
  const thread = screen.getByRole("article", { name: "Thread by Ann Lee" });
  expect(within(thread).queryByRole("button", { name: "Edit" })).toBeNull();
  expect(within(thread).queryByRole("button", { name: "Delete" })).toBeNull();
  cleanup();
  open("Is it so?", { me: ann });
  expect(screen.getByRole("button", { name: "Edit" })).toBeDefined();
  cleanup();
  open("Is it so?", { me: ben, role: "editor" });
  expect(screen.queryByRole("button", { name: "Edit" })).toBeNull();
  expect(screen.getByRole("button", { name: "Delete" })).toBeDefined();
});

test("a viewer reads", () => {
  open("Is it so?", { role: "viewer" });
  expect(screen.getByText("Is it so?")).toBeDefined();
  expect(screen.queryByRole("textbox")).toBeNull();
  expect(screen.queryByRole("button", { name: "Reactions" })).toBeNull();
});

test("the list leads to what a thread is about, and Escape closes", () => {
  const { tools, onOpenChange } = open("Is it so?", { subject: false });
  expect(screen.getByText("new")).toBeDefined();
  expect(document.activeElement).toBe(screen.getByRole("region", { name: "Comments" }));
  act(() => screen.getByRole("button", { name: /Is it so/u }).click());
  expect(tools.ui.getState().commentsOn).toEqual(on);
  expect([...tools.ui.getState().selection]).toEqual([on.id]);
  act(() => screen.getByRole("button", { name: "All comments" }).click());
  expect(document.activeElement).toBe(screen.getByRole("button", { name: /Is it so/u }));
  fireEvent.keyDown(screen.getByRole("region", { name: "Comments" }), { key: "Escape" });
  expect(onOpenChange).toHaveBeenCalledWith(false);
});
