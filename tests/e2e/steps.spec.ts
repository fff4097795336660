import type { Actor } from "./actor.ts";
import { expect, test } from "./fixtures.ts";
import { boxOf } from "./pages/canvas.ts";
import { PresenterPage } from "./pages/presenter-page.ts";
import { StepsPanel } from "./pages/steps-panel.ts";
import { expectAccessible } from "./support/accessible.ts";

const [claim, first, second, objection, reply, distant] = [
  "Openness is pragmatic",
  "Labs publish weights",
  "Publishing is cheap",
  "It costs an edge",
  "An edge of weeks",
  "The other end of the map",
];
const path = [
  "1. Openness is pragmatic",
  "2. Why? Openness is pragmatic",
  "3. But: Openness is pragmatic",
  "4. In reply to: It costs an edge",
  "5. Where we stand: Openness is pragmatic",
];

test.use({
  names: { owner: "Ann", guest: "Ben" },
  startingMap: {
    title: "Why open?",
    cards: [
      { text: claim, at: [0, 0] },
      { text: first, at: [400, -120] },
      { text: second, at: [400, 0] },
      { text: objection, at: [400, 120] },
      { text: reply, at: [800, 120] },
      { text: distant, at: [9_000, 3_000] },
    ],
    arguments: [
      { polarity: "support", from: first, to: claim },
      { polarity: "support", from: second, to: claim },
      { polarity: "oppose", from: objection, to: claim },
      { polarity: "oppose", from: reply, to: objection },
    ],
  },
});

async function opened(actor: Actor): Promise<StepsPanel> {
  const steps = new StepsPanel(actor.page);
  await steps.open();
  return steps;
}

test("[PA6] a path is built, seen by the others at once, and taken back in one go", async ({
  owner,
  guest,
}) => {
  const [mine, theirs] = [await opened(owner), await opened(guest)];
  await mine.panel.getByRole("button", { name: "Build a path …" }).click();
  await expect(mine.pathDialog.getByText(`From: ${claim}`)).toBeVisible();
  await expect(mine.pathDialog.getByRole("status")).toHaveText("5 steps with 5 cards.");
  await mine.pathDialog.getByRole("button", { name: "Build", exact: true }).click();
  await expect(mine.step("1. Openness is pragmatic")).toBeVisible();
  await theirs.expectSteps(...path);
  await owner.page.getByRole("button", { name: "Undo" }).last().click();
  await expect(theirs.list).toBeHidden();
  await expect(mine.panel.getByRole("button", { name: "Build a path …" })).toBeVisible();
});

test("[PA10] two people put steps in order at once, by keys", async ({ owner, guest }) => {
  const [mine, theirs] = [await opened(owner), await opened(guest)];
  await mine.buildPath();
  await theirs.expectSteps(...path);
  await mine.step("Why?").click();
  await theirs.step("In reply to").click();
  await Promise.all([owner.press("Alt+ArrowUp"), guest.press("Alt+ArrowDown")]);
  const anew = [
    "1. Why? Openness is pragmatic",
    "2. Openness is pragmatic",
    "3. But: Openness is pragmatic",
    "4. Where we stand: Openness is pragmatic",
    "5. In reply to: It costs an edge",
  ];
  await mine.expectSteps(...anew);
  await theirs.expectSteps(...anew);
  await expect(mine.step("1. Why?")).toBeFocused();
  await owner.press("Control+z");
  await mine.expectSteps(
    "1. Openness is pragmatic",
    "2. Why? Openness is pragmatic",
    "3. But: Openness is pragmatic",
    "4. Where we stand: Openness is pragmatic",
    "5. In reply to: It costs an edge",
  );
});

test("[PA11] two people write the notes of one step at once", async ({ owner, guest }) => {
  const [mine, theirs] = [await opened(owner), await opened(guest)];
  await mine.buildPath();
  await theirs.expectSteps(...path);
  await mine.edit("Why?");
  await theirs.edit("Why?");
  await mine.notes.fill("Middle");
  await expect(theirs.notes).toHaveValue("Middle");
  await mine.notes.press("End");
  await theirs.notes.press("Home");
  await Promise.all([owner.type(" and the end"), guest.type("The beginning, ")]);
  for (const { notes } of [mine, theirs])
    await expect(notes).toHaveValue("The beginning, Middle and the end");
});

test("[PA8] [PA12] a step is shown on the canvas, and one that cannot be read from the back is marked", async ({
  owner,
}) => {
  const steps = await opened(owner);
  await steps.buildPath();
  await steps.step("But:").click();
  await expect(owner.canvas.card(objection)).toBeInViewport();
  await expect(owner.canvas.card(distant)).toBeHidden();
  const { x, width } = await boxOf(owner.canvas.card(objection));
  const panel = await boxOf(steps.panel);
  expect(x + width, "what a step shows is clear of the panel").toBeLessThanOrEqual(panel.x);

  await owner.map.canvas.select(owner.canvas.card(claim));
  await owner.press("Control+a");
  await steps.edit("But:");
  await steps.panel.getByRole("button", { name: "Fit what is selected" }).click();
  await expect(steps.panel.getByText(/^Too small to read from the back/u)).toBeVisible();
  await steps.panel.getByRole("button", { name: "All steps" }).click();
  await expect(steps.step("3. But: Openness is pragmatic, Too small from the back")).toBeVisible();
  await steps.edit("But:");
  await steps.panel.getByRole("button", { name: "Fit all that is in view" }).click();
  await expect(steps.panel.getByText(/^Too small to read from the back/u)).toBeHidden();
});

test("[PA12] what is selected becomes a step, is added to it and taken out, by keyboard", async ({
  owner,
}) => {
  await owner.canvas.select(owner.canvas.card(claim));
  await owner.press("Shift+P");
  const steps = new StepsPanel(owner.page);
  await expect(steps.panel).toBeFocused();
  await steps.panel.getByRole("button", { name: "New step" }).press("Enter");
  await expect(steps.panel.getByRole("textbox", { name: "Title" })).toBeVisible();
  const shown = steps.panel.getByRole("grid", { name: "Shown, in this order" });
  await expect(shown.getByRole("row")).toHaveText([claim]);
  await owner.canvas.select(owner.canvas.card(first));
  await steps.panel.getByRole("button", { name: "Show what is selected" }).press("Enter");
  await expect(shown.getByRole("row")).toHaveText([claim, first]);
  await shown.getByRole("row", { name: first }).focus();
  await owner.press("Alt+ArrowUp");
  await expect(shown.getByRole("row")).toHaveText([first, claim]);
  await steps.panel.getByRole("button", { name: `Take out: ${claim}` }).press("Enter");
  await expect(shown.getByRole("row")).toHaveText([first]);
  await steps.panel.getByRole("textbox", { name: "Title" }).fill("To begin with");
  await owner.press("Enter");
  await owner.press("Escape");
  await steps.expectSteps("1. To begin with");
  await steps.choose("To begin with", "Duplicate");
  await steps.choose("2. To begin with", "Hide when presenting");
  await steps.expectSteps("1. To begin with", "2. To begin with, Hidden");
  await steps.choose("1. To begin with", "Delete");
  await steps.expectSteps("1. To begin with, Hidden");
});

test("a talk begins with the presentation and the step that one comes from", async ({ owner }) => {
  const steps = await opened(owner);
  await steps.panel.getByRole("button", { name: "New step" }).click();
  await steps.panel.getByRole("button", { name: "All steps" }).click();
  await steps.panel.getByRole("button", { name: "More for this presentation" }).click();
  await owner.page.getByRole("menuitem", { name: "Build a path …" }).click();
  await steps.pathDialog.getByRole("button", { name: "Build", exact: true }).click();
  await steps.choose("3. But:", "Present from here");
  const presenter = new PresenterPage(owner.page);
  await presenter.begin();
  await presenter.expectStep(3, 5, "But: Openness is pragmatic");
});

test("[PA13] whoever only looks sees the steps and cannot change them", async ({ owner, viewer }) => {
  const mine = await opened(owner);
  await mine.buildPath();
  const theirs = await opened(viewer);
  await theirs.expectSteps(...path);
  await expect(theirs.panel.getByRole("button", { name: "New step" })).toBeHidden();
  await theirs.step("Why?").press("Enter");
  await expect(theirs.panel.getByText(`Because: ${first}`)).toBeVisible();
  await expect(theirs.panel.getByRole("textbox")).toHaveCount(0);
});

for (const theme of ["light", "dark", "contrast"] as const) {
  test(`presentations keep the rules of accessibility, ${theme}`, async ({ owner }) => {
    await owner.page.emulateMedia(
      theme === "contrast" ? { contrast: "more" } : { colorScheme: theme, contrast: "no-preference" },
    );
    // By key: what one points at tells what it is, which stands outside of all regions.
    await owner.canvas.select(owner.canvas.card(claim));
    await owner.press("Shift+P");
    const steps = new StepsPanel(owner.page);
    await expect(steps.panel).toBeFocused();
    await expectAccessible(owner.page);
    await steps.buildPath();
    await steps.step("But:").click();
    await expectAccessible(owner.page);
    await steps.edit("But:");
    for (const part of ["How it looks", "Time and poll"])
      await steps.panel.getByRole("button", { name: part }).click();
    await expectAccessible(owner.page);
    await owner.press("Escape");
    await steps.panel.getByRole("button", { name: "More for this presentation" }).click();
    await owner.page.getByRole("menuitem", { name: "Build a path …" }).click();
    await expect(steps.pathDialog).toBeVisible();
    await expectAccessible(owner.page);
  });
}

test("presentations fit the narrowest phone, as a sheet below the map", async ({ owner }) => {
  await owner.page.setViewportSize({ width: 360, height: 640 });
  const steps = await opened(owner);
  await steps.buildPath();
  await steps.step("Why?").click();
  const panel = await boxOf(steps.panel);
  expect([panel.x, panel.width, Math.round(panel.y + panel.height)]).toEqual([0, 360, 640]);
  await expect(steps.panel.getByRole("button", { name: "Present", exact: true })).toBeInViewport({
    ratio: 1,
  });
  await expect(owner.canvas.card(claim)).toBeInViewport();
});
