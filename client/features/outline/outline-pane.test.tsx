import { act, cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import type { MapRecord } from "#shared/model/index.ts";
import { aCard, anArgument, card, connect, onCard } from "../../../tests/fixtures/model/build.ts";
import { createCanvasTools } from "../../../tests/support/canvas-tools.ts";
import { createClientSession, withSession } from "../../../tests/support/client-session.tsx";
import { type CanvasNotes, CanvasProvider, type CanvasTools } from "../../canvas/canvas-context.tsx";
import { MapUiProvider } from "../../state/map-ui-context.tsx";
import { WordsProvider } from "../../words/words-provider.tsx";
import { OutlinePane } from "./outline-pane.tsx";

const records: readonly MapRecord[] = [
  aCard("c1", "claim", { createdAt: 1, text: "Openness is pragmatic" }),
  aCard("c2", "claim", { createdAt: 2, text: "Labs publish weights" }),
  aCard("c3", "claim", { createdAt: 3, text: "Few read them" }),
  anArgument("a1", ["c2"], onCard("c1")),
];

function open(some: readonly MapRecord[] = records, options = {}) {
  const made = createClientSession(some, options);
  const tools = createCanvasTools(made.session);
  const pane = (shown: CanvasTools) =>
    withSession(
      made,
      <WordsProvider language="en">
        <MapUiProvider store={tools.ui}>
          <CanvasProvider tools={shown}>
            <OutlinePane
              place="beside"
              onPlace={() => undefined}
              canStandBeside
              onSources={() => undefined}
            />
          </CanvasProvider>
        </MapUiProvider>
      </WordsProvider>,
    );
  const { rerender } = render(pane(tools));
  return { ...made, tools, show: (shown: CanvasTools) => rerender(pane(shown)) };
}

function names(): readonly (string | null)[] {
  return screen.getAllByRole("row").map((row) => row.getAttribute("aria-label"));
}

afterEach(cleanup);

test("rows say what they are to the one above them, and take in what others do", async () => {
  const { others } = open();
  await waitFor(() =>
    expect(names()).toEqual([
      "Claim: Openness is pragmatic",
      "Because. Claim: Labs publish weights",
      "Claim: Few read them",
    ]),
  );
  act(() => others(connect("a2", ["c3"], onCard("c2"), "oppose")));
  await waitFor(() => expect(names().at(-1)).toBe("But. Claim: Few read them"));
  expect(screen.getByRole("row", { name: "But. Claim: Few read them" }).getAttribute("aria-level")).toBe("3");
});

test("[E17] rows say how their cards fare where that is wanted, anew when it changes", async () => {
  let standing = "stands";
  const listeners = new Set<() => void>();
  const { tools, show } = open();
  const notes: CanvasNotes = {
    markAt: () => undefined,
    noteAt: () => null,
    lineAt: (key) => <em>{`${key} ${standing}`}</em>,
    nameAt: (key, name) => (key === "c2" ? `${name} (${standing})` : name),
    subscribeTo: (_, listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  act(() => show({ ...tools, notes }));
  await waitFor(() => expect(names()[1]).toBe("Because. Claim: Labs publish weights (stands)"));
  expect(screen.getByText("c2 stands")).toBeDefined();
  standing = "refuted";
  act(() => {
    for (const listener of listeners) listener();
  });
  await waitFor(() => expect(names()[1]).toBe("Because. Claim: Labs publish weights (refuted)"));
});

test("a key adds a reason, its field takes what is typed, and Enter ends it", async () => {
  const { doc } = open();
  const row = await screen.findByRole("row", { name: "Claim: Few read them" });
  act(() => row.focus());
  fireEvent.keyDown(row, { key: "s" });
  const field = await screen.findByRole<HTMLTextAreaElement>("textbox");
  await waitFor(() => expect(document.activeElement).toBe(field));
  fireEvent.input(field, { target: { value: "They are long" } });
  fireEvent.keyDown(field, { key: "Enter" });
  expect(await screen.findByRole("row", { name: "Because. Claim: They are long" })).toBeDefined();
  expect([...doc.records.values()].filter(({ type }) => type === "argument")).toHaveLength(2);
});

test("a key means the same on keyboards of other scripts", async () => {
  const { doc } = open();
  const row = await screen.findByRole("row", { name: "Claim: Few read them" });
  act(() => row.focus());
  fireEvent.keyDown(row, { key: "щ", code: "KeyO" });
  await screen.findByRole("textbox");
  expect([...doc.records.values()]).toContainEqual(
    expect.objectContaining({ type: "argument", polarity: "oppose", target: onCard("c3") }),
  );
});

test("keys turn a row's card into another kind, and divide a question", async () => {
  const { doc } = open();
  const row = await screen.findByRole("row", { name: "Claim: Few read them" });
  act(() => row.focus());
  fireEvent.keyDown(row, { key: "Q", shiftKey: true });
  const question = await screen.findByRole("row", { name: "Question: Few read them" });
  fireEvent.keyDown(question, { key: "A", shiftKey: true });
  const field = await screen.findByRole("textbox");
  await waitFor(() => expect(document.activeElement).toBe(field));
  fireEvent.input(field, { target: { value: "Who reads?" } });
  expect([...doc.records.values()]).toContainEqual(
    expect.objectContaining({ text: "Who reads?", kind: "question", parent: "c3" }),
  );
});

test("undo while writing goes by the key, whatever script it types", async () => {
  const { doc } = open();
  const row = await screen.findByRole("row", { name: "Claim: Few read them" });
  act(() => row.focus());
  fireEvent.keyDown(row, { key: "Enter" });
  const field = await screen.findByRole("textbox");
  fireEvent.input(field, { target: { value: "Few write them" } });
  expect(doc.get(card("c3"))).toMatchObject({ text: "Few write them" });
  fireEvent.keyDown(field, { key: "я", code: "KeyZ", ctrlKey: true });
  expect(doc.get(card("c3"))).toMatchObject({ text: "Few read them" });
});

test("a card made for a row that is left empty goes again", async () => {
  const { doc } = open();
  const row = await screen.findByRole("row", { name: "Claim: Few read them" });
  act(() => row.focus());
  fireEvent.keyDown(row, { key: "o" });
  fireEvent.keyDown(await screen.findByRole("textbox"), { key: "Escape" });
  await waitFor(() => expect(screen.queryByRole("textbox")).toBeNull());
  expect(doc.records.size).toBe(records.length);
});

test("an empty row left by pointer goes, and the keyboard is not called back", async () => {
  const { doc, tools } = open();
  const row = await screen.findByRole("row", { name: "Claim: Few read them" });
  act(() => row.focus());
  fireEvent.keyDown(row, { key: "o" });
  const field = await screen.findByRole("textbox");
  await waitFor(() => expect(document.activeElement).toBe(field));
  const { focusCalls } = tools.ui.getState();
  act(() => field.blur());
  await waitFor(() => expect(doc.records.size).toBe(records.length));
  expect(tools.ui.getState().focusCalls).toBe(focusCalls);
});

test("what is selected on the canvas is selected in the outline", async () => {
  const { tools } = open();
  await screen.findByRole("row", { name: "Claim: Few read them" });
  act(() => tools.ui.getState().select([card("c2")]));
  const row = screen.getByRole("row", { name: "Because. Claim: Labs publish weights" });
  await waitFor(() => expect(row.getAttribute("aria-selected")).toBe("true"));
});

test("an empty map waits for its first row; whoever may only look is told so", async () => {
  open([]);
  expect(await screen.findByRole("button", { name: "Write the first claim" })).toBeDefined();
  cleanup();
  open([], { canEdit: false });
  expect(await screen.findByText("Nothing has been put on this map yet.")).toBeDefined();
  expect(screen.queryByRole("toolbar")).toBeNull();
});

test("whoever may only look cannot write in a row, nor move it", async () => {
  const { doc } = open(records, { canEdit: false });
  const before = doc.toPlainMap();
  const row = await screen.findByRole("row", { name: "Claim: Few read them" });
  act(() => row.focus());
  for (const key of ["Enter", "s", "-", "Delete"]) fireEvent.keyDown(row, { key });
  fireEvent.keyDown(row, { key: "ArrowRight", altKey: true });
  expect(screen.queryByRole("textbox")).toBeNull();
  expect(screen.queryByRole("button", { name: /^Move/u })).toBeNull();
  expect(doc.toPlainMap()).toEqual(before);
});

test("a key opens the comments on a row's card, and the row tells of open threads", async () => {
  const { session, tools } = open();
  const row = await screen.findByRole("row", { name: "Claim: Few read them" });
  act(() => row.focus());
  fireEvent.keyDown(row, { key: "m" });
  expect(tools.ui.getState()).toMatchObject({ panel: "comments", commentsOn: onCard("c3") });
  act(() => session.openTalk.set(new Map([["c1", { threads: 2, hasPoll: false }]])));
  fireEvent.click(await screen.findByRole("button", { name: "2 open threads: show the comments" }));
  expect(tools.ui.getState().commentsOn).toEqual(onCard("c1"));
  act(() => session.openTalk.set(new Map()));
  expect(screen.queryByRole("button", { name: /open threads/u })).toBeNull();
});
