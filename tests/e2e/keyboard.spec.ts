import type { Locator } from "@playwright/test";
import type { Actor } from "./actor.ts";
import { expect, test } from "./fixtures.ts";
import { relation, relationToStep } from "./pages/canvas.ts";

const [conclusion, reason, objection] = ["Openness is pragmatic", "Labs publish weights", "Few read them"];

test("a map is made, walked and mended without a pointer", async ({ owner, guest }) => {
  const { canvas } = owner;
  await tabTo(owner, canvas.surface);
  await owner.press("n");
  await canvas.write(conclusion);
  await expect(canvas.card(conclusion)).toBeFocused();

  await owner.press("s");
  await canvas.write(reason);
  await expect(canvas.card(reason)).toBeFocused();
  const step = canvas.link(relation("because", conclusion, reason));

  await owner.press("ArrowLeft");
  await expect(step).toBeFocused();
  await owner.press("o");
  await canvas.write(objection);
  const undercut = relationToStep("but", objection, conclusion, reason);
  await expect(guest.canvas.link(undercut)).toBeVisible();

  await owner.press("ArrowUp");
  await expect(canvas.card(reason)).toBeFocused();
  await owner.press("ArrowLeft");
  await expect(step).toBeFocused();
  await owner.press("ArrowLeft");
  await expect(canvas.card(conclusion)).toBeFocused();

  await owner.press("Enter");
  await canvas.write(", some say");
  await expect(guest.canvas.card(`${conclusion}, some say`)).toBeVisible();
  await expect(canvas.card(`${conclusion}, some say`)).toBeFocused();
});

test("after a deletion the keyboard is still on the canvas, and undo brings it back to the card", async ({
  owner,
  guest,
}) => {
  const { canvas } = owner;
  await tabTo(owner, canvas.surface);
  await owner.press("n");
  await canvas.write(conclusion);
  await owner.press("o");
  await canvas.write(objection);
  await owner.press("Delete");
  await guest.canvas.expectCards(conclusion);
  await owner.press("Control+z");
  await guest.canvas.expectCards(conclusion, objection);
  await expect(canvas.card(objection)).toBeFocused();
  await owner.press("ArrowLeft", "ArrowLeft");
  await expect(canvas.card(conclusion)).toBeFocused();
});

test("cards that exist are linked by keys alone", async ({ owner, guest }) => {
  const { canvas } = owner;
  await canvas.addClaim(conclusion, { x: 400, y: 300 });
  await canvas.addClaim(reason, { x: 800, y: 300 });
  await expect(canvas.card(reason)).toBeFocused();
  await owner.press("ArrowLeft", "l");
  await expect(owner.page.getByText("Choose the card that speaks for it")).toBeVisible();
  await owner.press("ArrowRight", "Enter");
  await guest.canvas.expectRelation("because", conclusion, reason);
});

test("Alt and an arrow move a card", async ({ owner, guest }) => {
  await owner.canvas.addClaim(conclusion, { x: 400, y: 300 });
  const { x, y } = await owner.canvas.place(conclusion);
  await owner.press("Alt+ArrowRight", "Alt+ArrowRight", "Alt+ArrowDown");
  await guest.canvas.expectPlace(conclusion, { x: x + 32, y: y + 16 });
});

test("keyboard help and the share dialog open, close, and give the keyboard back", async ({ owner }) => {
  const { canvas, map } = owner;
  await canvas.addClaim(conclusion, { x: 400, y: 300 });
  await owner.press("?");
  await expect(map.keyboardHelp).toBeVisible();
  await expect(map.keyboardHelp.getByText("Because …: add a reason")).toBeVisible();
  await owner.escapeFrom(map.keyboardHelp);
  await expect(canvas.card(conclusion)).toBeFocused();

  const share = owner.page.getByRole("button", { name: "Share" });
  await tabTo(owner, share, "Shift+Tab");
  await owner.press("Enter");
  await expect(map.shareDialog.dialog).toBeVisible();
  await owner.escapeFrom(map.shareDialog.dialog);
  await expect(share).toBeFocused();
});

test("one walks along the argument: to what a card speaks to, to what speaks to it, and beside it", async ({
  owner,
}) => {
  const { canvas } = owner;
  await writeArgument(owner);
  await owner.press("t");
  await expect(canvas.link(relation("but", conclusion, objection))).toBeFocused();
  await owner.press("t");
  await expect(canvas.card(conclusion)).toBeFocused();
  await owner.press("r");
  await expect(canvas.link(relation("because", conclusion, reason))).toBeFocused();
  await owner.press("r");
  await expect(canvas.card(reason)).toBeFocused();
  await owner.press(".");
  await expect(canvas.card(objection)).toBeFocused();
  await owner.press(",");
  await expect(canvas.card(reason)).toBeFocused();
});

test("the context menu opens by its keys, and gives the keyboard back", async ({ owner, guest }) => {
  const { canvas, page } = owner;
  await canvas.addClaim(conclusion, { x: 400, y: 300 });
  const menu = page.getByRole("menu", { name: "What can be done with it" });
  for (const key of ["Shift+F10", "ContextMenu"]) {
    await owner.press(key);
    await expect(menu).toBeVisible();
    await owner.escapeFrom(menu);
    await expect(canvas.card(conclusion)).toBeFocused();
  }
  await owner.press("Shift+F10");
  await expect(menu).toBeVisible();
  await owner.typeBlindly("Bec");
  await expect(menu.getByRole("menuitem", { name: /^Because/u })).toBeFocused();
  await owner.press("Enter");
  await canvas.write(reason);
  await guest.canvas.expectRelation("because", conclusion, reason);
  await expect(canvas.card(reason)).toBeFocused();
});

test("Tab leaves the canvas and comes back to the card it left", async ({ owner }) => {
  const { canvas } = owner;
  await writeArgument(owner);
  await tabTo(owner, owner.map.dock.getByRole("button", { name: "Drag moves the view" }));
  await tabTo(owner, canvas.card(objection), "Shift+Tab");
});

test("Shift and an arrow select what lies next as well, and the keys are for all of it", async ({
  owner,
  guest,
}) => {
  const { canvas } = owner;
  await canvas.addClaim(conclusion, { x: 400, y: 240 });
  await canvas.addClaim(reason, { x: 500, y: 400 });
  await owner.press("Shift+ArrowUp");
  await expect(canvas.card(conclusion)).toBeFocused();
  await expect(owner.map.selectionBar.getByText("2 selected")).toBeVisible();
  await owner.press("Alt+Shift+ArrowLeft");
  await expect
    .poll(async () => (await guest.canvas.place(conclusion)).x - (await guest.canvas.place(reason)).x)
    .toBe(0);
});

test("what is hidden, given up or undone does not take the keyboard along", async ({ owner }) => {
  const { canvas, page } = owner;
  await writeArgument(owner);
  await test.step("a new card that stays empty", async () => {
    await owner.press("n");
    await expect(canvas.writing).toBeFocused();
    await owner.press("Escape");
    await expect(canvas.surface).toBeFocused();
  });
  await test.step("a card that is hidden while the keyboard is at it", async () => {
    await owner.press("ArrowRight");
    await runFromPalette(owner, "Collapse everything");
    await canvas.expectCards(conclusion);
    await expect(page.locator(":focus")).toHaveCount(1);
    await owner.press("H");
    await canvas.expectCards(conclusion, reason, objection);
  });
  await test.step("a card that is undone", async () => {
    await owner.press("n");
    await canvas.write("Labs are many");
    await owner.press("Control+z");
    await expect(canvas.card("Labs are many")).toBeHidden();
    await expect(page.locator(":focus")).toHaveCount(1);
  });
});

test("collapsing, focusing and filtering are begun and ended by keys", async ({ owner }) => {
  const { canvas, page } = owner;
  await writeArgument(owner);
  await owner.press("t", "t", "h");
  await canvas.expectCards(conclusion);
  await expect(canvas.card(conclusion)).toBeFocused();
  await owner.press("h");
  await canvas.expectCards(conclusion, reason, objection);
  await owner.press("z");
  await expect(page.getByRole("button", { name: "Leave focus" })).toBeVisible();
  await owner.press("Z");
  await expect(page.getByRole("button", { name: "Leave focus" })).toBeHidden();
  await owner.press("Control+Shift+f");
  await expect(page.getByRole("region", { name: "Filter" })).toBeFocused();
  await owner.press("Escape");
  await expect(canvas.card(conclusion)).toBeFocused();
});

test("the palette shows the command that the arrow keys have come to", async ({ owner }) => {
  await owner.press("Control+k");
  await expect(owner.page.getByRole("searchbox", { name: "Commands" })).toBeFocused();
  for (let steps = 0; steps < 15; steps++) await owner.press("ArrowDown");
  const here = owner.page.locator("[role=menuitem][data-focused]");
  await expect(here).toBeInViewport({ ratio: 1 });
  await owner.press("Escape");
  await expect(owner.canvas.surface).toBeFocused();
});

test("a command of the palette has the keyboard when it writes", async ({ owner }) => {
  const { canvas } = owner;
  await canvas.addClaim(conclusion, { x: 400, y: 300 });
  await runFromPalette(owner, "Add a question");
  await canvas.write("Why open?");
  await expect(canvas.card("Why open?", "Question")).toBeFocused();
  await runFromPalette(owner, "Edit the text");
  await canvas.write(" And for whom?");
  await expect(canvas.card("Why open? And for whom?")).toBeFocused();
});

/** A conclusion with a reason and an objection; the keyboard is at the objection then. */
async function writeArgument(owner: Actor): Promise<void> {
  const { canvas } = owner;
  await owner.press("n");
  await canvas.write(conclusion);
  await owner.press("s");
  await canvas.write(reason);
  await owner.press("t", "t", "o");
  await canvas.write(objection);
  await expect(canvas.card(objection)).toBeFocused();
}

async function runFromPalette(owner: Actor, command: string): Promise<void> {
  const field = owner.page.getByRole("searchbox", { name: "Commands" });
  await owner.press("Control+k");
  await expect(field).toBeFocused();
  await owner.type(command);
  await expect(owner.page.getByRole("menuitem").first()).toContainText(command);
  await owner.press("Enter");
  await expect(field).toBeHidden();
}

/** More stops than a map page has; past them the thing cannot be reached. */
const maxStops = 30;

async function tabTo(actor: Actor, thing: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  for (let stops = 0; stops < maxStops; stops++) {
    await actor.walk(key);
    if (await thing.evaluate((element) => element === element.ownerDocument.activeElement)) return;
  }
  await expect(thing, "is a stop of the Tab key").toBeFocused();
}
