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
  await owner.press("Escape");
  await expect(map.keyboardHelp).toBeHidden();
  await expect(canvas.card(conclusion)).toBeFocused();

  const share = owner.page.getByRole("button", { name: "Share" });
  await tabTo(owner, share, "Shift+Tab");
  await owner.press("Enter");
  await expect(map.shareDialog.dialog).toBeVisible();
  await owner.press("Escape");
  await expect(map.shareDialog.dialog).toBeHidden();
  await expect(share).toBeFocused();
});

/** More stops than a map page has; past them the thing cannot be reached. */
const maxStops = 30;

async function tabTo(actor: Actor, thing: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  for (let stops = 0; stops < maxStops; stops++) {
    await actor.press(key);
    if (await thing.evaluate((element) => element === element.ownerDocument.activeElement)) return;
  }
  await expect(thing, "is a stop of the Tab key").toBeFocused();
}
