import { act, cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { useState } from "react";
import { afterEach, expect, test, vi } from "vitest";
import type { MapRecord, Step } from "#shared/model/index.ts";
import { aCard, anArgument, aStep, card, onCard, step } from "../../../tests/fixtures/model/build.ts";
import { createCanvasTools } from "../../../tests/support/canvas-tools.ts";
import { createClientSession, withSession } from "../../../tests/support/client-session.tsx";
import { renderPage } from "../../../tests/support/render-page.tsx";
import { CanvasProvider } from "../../canvas/canvas-context.tsx";
import { MapUiProvider } from "../../state/map-ui-context.tsx";
import { StepsPanel, type StepsPanelProps } from "./steps-panel.tsx";

afterEach(cleanup);

const debate: readonly MapRecord[] = [
  aCard("q", "question", { text: "Why open?" }),
  aCard("a", "claim", { text: "It is pragmatic", answers: [card("q")] }),
  aCard("r", "evidence", { text: "Labs publish weights" }),
  anArgument("A", ["r"], onCard("a")),
];

const steps: readonly MapRecord[] = [
  aStep("s0", ["q"], { title: "The question", order: "a0", seconds: 60 }),
  aStep("s1", ["a"], { title: "The answer", order: "a1", seconds: 30, notes: "Slowly" }),
  aStep("s2", ["a"], { title: "Left out", order: "a2", isHidden: true, seconds: 500 }),
];

function Opened(ways: Pick<StepsPanelProps, "onPresent" | "onTakeAway">) {
  const [isOpen, setOpen] = useState(true);
  return <StepsPanel isOpen={isOpen} onOpenChange={setOpen} {...ways} />;
}

function open(records: readonly MapRecord[], { canEdit = true } = {}) {
  const made = createClientSession([...debate, ...records], { canEdit, role: canEdit ? "editor" : "viewer" });
  const tools = createCanvasTools(made.session);
  const onPresent = vi.fn();
  const onTakeAway = vi.fn();
  renderPage(
    withSession(
      made,
      <MapUiProvider store={tools.ui}>
        <CanvasProvider tools={tools}>
          <Opened onPresent={onPresent} onTakeAway={onTakeAway} />
        </CanvasProvider>
      </MapUiProvider>,
    ),
  );
  return { ...made, tools, onPresent, onTakeAway };
}

const panel = () => screen.getByRole("region", { name: "Presentations" });
const rows = () => within(screen.getByRole("grid", { name: "Steps" })).getAllByRole("row");
const names = () => rows().map((row) => row.getAttribute("aria-label"));
const press = async (target: Element, key: string, held: KeyboardEventInit = {}) => {
  await act(async () => {
    fireEvent.keyDown(target, { key, ...held });
    fireEvent.keyUp(target, { key, ...held });
  });
};

test("steps are listed in their order with what is to be said of them", () => {
  open(steps);
  expect(names()).toEqual(["1. The question, 1:00", "2. The answer, 0:30", "3. Left out, Hidden, 8:20"]);
  expect(within(panel()).getByText("3 steps, 1:30")).toBeDefined();
});

test("what is opened of a step is open of the next one as well", async () => {
  open(steps);
  const [first] = rows();
  if (!first) throw new Error("there are rows");
  await press(first, "Enter");
  expect(screen.queryByRole("textbox", { name: "Time" })).toBeNull();
  fireEvent.click(screen.getByRole("button", { name: "Time and poll" }));
  fireEvent.click(screen.getByRole("button", { name: "Next step" }));
  expect(screen.getByRole("textbox", { name: "Time" })).toHaveProperty("value", "0:30");
});

test("a step of which nothing is left is marked, and said what to do about", async () => {
  const { others } = open([aStep("s0", ["r"], { title: "Evidence" })]);
  act(() => others({ type: "delete", ids: [card("r")] }));
  await waitFor(() => expect(names()).toEqual(["1. Evidence, Empty: it will be skipped"]));
});

test("Alt and an arrow move a step; it keeps the keyboard, and where it is now is said", async () => {
  const { doc } = open(steps);
  const [first] = rows();
  if (!first) throw new Error("there are rows");
  act(() => first.focus());
  await press(first, "ArrowDown", { altKey: true });
  expect(names()[1]).toBe("2. The question, 1:00");
  expect((doc.get(step("s0")) as Step).order > (doc.get(step("s1")) as Step).order).toBe(true);
  expect(
    within(panel())
      .getAllByRole("status")
      .map(({ textContent }) => textContent),
  ).toContain("Step 2 of 3");
  await waitFor(() =>
    expect(document.activeElement?.getAttribute("aria-label")).toBe("2. The question, 1:00"),
  );
});

test("choosing a step shows on the canvas what it shows; closing the panel lets go of it", async () => {
  const { tools } = open(steps);
  const [, second] = rows();
  const before = tools.view.get();
  if (second) fireEvent.click(second);
  await waitFor(() => expect([...tools.ui.getState().marked]).toEqual(["a"]));
  expect(tools.view.get()).not.toEqual(before);
  fireEvent.click(within(panel()).getByRole("button", { name: "Close" }));
  expect([...tools.ui.getState().marked]).toEqual([]);
});

test("notes are written by character, and what others write comes in around it", async () => {
  const { doc, others } = open(steps);
  const [, second] = rows();
  if (second) await press(second, "Enter");
  const field = await screen.findByRole<HTMLTextAreaElement>("textbox", { name: "Notes" });
  expect(field.value).toBe("Slowly");
  fireEvent.input(field, { target: { value: "Slowly, then wait" } });
  act(() => others({ type: "spliceNotes", id: step("s1"), index: 0, remove: 0, insert: "Ben: " }));
  await waitFor(() => expect(field.value).toBe("Ben: Slowly, then wait"));
  expect((doc.get(step("s1")) as Step).notes).toBe("Ben: Slowly, then wait");
});

test("while an input method composes, the notes are left alone", async () => {
  const { doc, others } = open(steps);
  const [, second] = rows();
  if (second) await press(second, "Enter");
  const field = await screen.findByRole<HTMLTextAreaElement>("textbox", { name: "Notes" });
  fireEvent.compositionStart(field);
  fireEvent.input(field, { target: { value: "Slowlyni" } });
  act(() => others({ type: "spliceNotes", id: step("s1"), index: 0, remove: 0, insert: "> " }));
  expect([field.value, (doc.get(step("s1")) as Step).notes]).toEqual(["Slowlyni", "> Slowly"]);
  fireEvent.input(field, { target: { value: "Slowly你" } });
  fireEvent.compositionEnd(field);
  expect([field.value, (doc.get(step("s1")) as Step).notes]).toEqual(["> Slowly你", "> Slowly你"]);
});

test("a path is built from the main question as one step of undo, after it was said how long it would be", async () => {
  const { session } = open([]);
  fireEvent.click(within(panel()).getByRole("button", { name: "Build a path …" }));
  const dialog = await screen.findByRole("dialog", { name: "Build a path" });
  expect(within(dialog).getByText("From: Why open?")).toBeDefined();
  expect(within(dialog).getByRole("status").textContent).toBe("4 steps with 3 cards.");
  fireEvent.click(within(dialog).getByRole("button", { name: "Build" }));
  await waitFor(() =>
    expect(names()).toEqual([
      "1. Why open?",
      "2. Answers: Why open?",
      "3. Why? It is pragmatic",
      "4. Where we stand: Why open?",
    ]),
  );
  await act(async () => session.undo());
  expect(screen.queryByRole("grid", { name: "Steps" })).toBeNull();
});

test("a title is one edit, made when one leaves the field; Escape lets it be", async () => {
  const { doc } = open(steps);
  const [first] = rows();
  if (first) await press(first, "Enter");
  const title = await screen.findByRole<HTMLInputElement>("textbox", { name: "Title" });
  const stored = () => (doc.get(step("s0")) as Step).title;
  fireEvent.change(title, { target: { value: "Anew" } });
  expect(stored()).toBe("The question");
  await press(title, "Escape");
  expect(title.value).toBe("The question");
  fireEvent.change(title, { target: { value: "Anew" } });
  fireEvent.blur(title);
  expect(stored()).toBe("Anew");
});

test("a poll is about a claim that the step shows, or one that is selected", async () => {
  const { doc, tools } = open(steps);
  const poll = () => (doc.get(step("s1")) as Step).poll;
  const [, second] = rows();
  if (second) await press(second, "Enter");
  fireEvent.click(await screen.findByRole("button", { name: "Time and poll" }));
  fireEvent.change(screen.getByRole("combobox", { name: "Poll" }), { target: { value: "before" } });
  expect(poll()).toEqual({ kind: "stance", card: "a", moment: "before" });
  act(() => tools.ui.getState().select(["r"]));
  fireEvent.click(await screen.findByRole("button", { name: "Ask about the selected claim" }));
  expect(poll()).toEqual({ kind: "stance", card: "r", moment: "before" });
});

test("whoever may only look sees steps and what they show, and has nothing to change them by", async () => {
  open(steps, { canEdit: false });
  expect(screen.queryByRole("button", { name: "New step" })).toBeNull();
  expect(screen.queryByRole("button", { name: "Present" })).toBeNull();
  const [, second] = rows();
  if (second) await press(second, "Enter");
  await screen.findByText("Slowly");
  expect(within(panel()).getByText("It is pragmatic")).toBeDefined();
  expect(within(panel()).queryByRole("textbox")).toBeNull();
});

test("presenting begins with the presentation that is open, or at one of its steps", async () => {
  const { onPresent } = open(steps);
  fireEvent.click(within(panel()).getByRole("button", { name: "Present" }));
  expect(onPresent).toHaveBeenCalledWith(null, null);
});

test("what is taken home is of the presentation that is open", () => {
  const { onTakeAway } = open(steps);
  fireEvent.click(within(panel()).getByRole("button", { name: "Take away: handout, slides, report" }));
  expect(onTakeAway).toHaveBeenCalledWith(null);
});
