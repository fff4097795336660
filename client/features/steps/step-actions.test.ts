import { expect, test, vi } from "vitest";
import type { Step, StepId } from "#shared/model/index.ts";
import { aCard, aStep, card, step } from "../../../tests/fixtures/model/build.ts";
import { createCanvasTools } from "../../../tests/support/canvas-tools.ts";
import { createClientSession } from "../../../tests/support/client-session.tsx";
import { StepBook } from "../../session/step-book.ts";
import { movement, StepActions } from "./step-actions.ts";

const ordered = (...orders: readonly string[]): readonly Step[] =>
  orders.map((order, index) => aStep(`s${index}`, [], { order, createdAt: index }));

/** The steps after a move, as their order says. */
function after(steps: readonly Step[], ids: readonly StepId[], before: StepId | null): readonly string[] {
  const orders = new Map(steps.map(({ id, order }) => [id, order]));
  for (const command of movement(steps, ids, before)) {
    if (command.type === "editStep") orders.set(command.id, command.values.order ?? "");
  }
  return [...orders].sort(([, a], [, b]) => (a < b ? -1 : 1)).map(([id]) => id);
}

test("a step that is moved is the only one that is written", () => {
  const steps = ordered("a0", "a1", "a2");
  expect(movement(steps, [step("s2")], step("s0"))).toHaveLength(1);
  expect(after(steps, [step("s2")], step("s0"))).toEqual(["s2", "s0", "s1"]);
  expect(after(steps, [step("s0")], null)).toEqual(["s1", "s2", "s0"]);
  expect(after(steps, [step("s0"), step("s1")], null)).toEqual(["s2", "s0", "s1"]);
});

test("what stays where it is is not written, nor what is moved to where nothing is", () => {
  const steps = ordered("a0", "a1");
  expect(movement(steps, [step("s0")], step("s1"))).toEqual([]);
  expect(movement(steps, [step("gone")], null)).toEqual([]);
  expect(movement(steps, [step("s0")], step("gone"))).toEqual([]);
});

test("between two steps that two people put at one place at once there is room all the same", () => {
  const steps = ordered("a0", "a1", "a1", "a2");
  expect(after(steps, [step("s3")], step("s2"))).toEqual(["s0", "s1", "s3", "s2"]);
});

function openMap(records: Parameters<typeof createClientSession>[0] = []) {
  const made = createClientSession([aCard("c1"), aCard("c2"), ...(records ?? [])]);
  const tools = createCanvasTools(made.session);
  const book = new StepBook(made.session.records);
  book.start();
  return { ...made, tools, book, actions: new StepActions(tools) };
}

/** Records are told of in a microtask. */
const told = () => Promise.resolve();

test("the first step makes its presentation, shows what is selected, and is taken back in one go", async () => {
  const { actions, book, tools, session } = openMap();
  tools.ui.getState().select(["c1", "c2"]);
  const added = actions.addStep(undefined, null, "Talk");
  await told();
  expect(book.pages()).toMatchObject([
    { presentation: { title: "Talk", id: added?.page }, steps: [{ shows: ["c1", "c2"] }] },
  ]);
  session.undo();
  await vi.waitFor(() => expect(book.pages()).toEqual([]));
});

test("a step is added after the one that is looked at, also where two stand at one place", async () => {
  const { actions, book } = openMap([
    aStep("s0", ["c1"], { order: "a1" }),
    aStep("s1", ["c1"], { order: "a1", createdAt: 2 }),
  ]);
  const [page] = book.pages();
  const added = actions.addStep(page, step("s0"), "Talk");
  await told();
  expect(book.pages()[0]?.steps.map(({ id }) => id)).toEqual(["s0", added?.id, "s1"]);
});

test("a copy of a presentation has steps of its own; with it they are deleted", async () => {
  const { actions, book } = openMap([aStep("s0", ["c1"], { notes: "Say hello", order: "a0" })]);
  const [page] = book.pages();
  if (!page) throw new Error("there is a page of steps without a name");
  const copy = actions.duplicatePresentation(page, "Copy");
  await told();
  expect(book.pages()).toMatchObject([
    { presentation: { id: copy, title: "Copy" }, steps: [{ notes: "Say hello", shows: ["c1"] }] },
    { presentation: null, steps: [{ id: "s0" }] },
  ]);
  const [made] = book.pages();
  if (made) actions.deletePresentation(made);
  await told();
  expect(book.pages()).toMatchObject([{ presentation: null, steps: [{ id: "s0" }] }]);
});

test("steps without a presentation get one by being given a name", async () => {
  const { actions, book } = openMap([aStep("s0"), aStep("s1", [], { order: "a1" })]);
  actions.nameLoose(book.pages()[0]?.steps ?? [], "Lecture");
  await told();
  expect(book.pages()).toMatchObject([
    { presentation: { title: "Lecture" }, steps: [{ id: "s0" }, { id: "s1" }] },
  ]);
});

test("what is selected is added to what a step shows, after what it shows already, and taken out again", () => {
  const { actions, tools, doc } = openMap([aStep("s0", ["c2"])]);
  tools.ui.getState().select(["c1", "c2", "q.c1"]);
  const shown = () => doc.get(step("s0")) as Step;
  actions.showSelected(shown(), true);
  expect(shown().shows).toEqual([card("c2"), card("c1")]);
  actions.showSelected(shown(), false);
  expect(shown().shows).toEqual([]);
});

test("what is refused is told", () => {
  const { actions, tools, setStatus } = openMap([aStep("s0")]);
  setStatus({ canEdit: false });
  actions.edit(step("s0"), { title: "Other" });
  expect(tools.told).toHaveLength(1);
});

test("an edit that has nothing to do with presentations tells nobody who shows them", async () => {
  const { book, session } = openMap([aStep("s0")]);
  const pages = book.pages();
  session.apply({ type: "setText", id: card("c1"), text: "Other" });
  await told();
  expect(book.pages()).toBe(pages);
});
