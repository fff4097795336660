import type { Locator, Page } from "@playwright/test";
import type { Actor } from "./actor.ts";
import { expect, test } from "./fixtures.ts";
import { boxOf } from "./pages/canvas.ts";
import { History } from "./pages/history.ts";
import { expectAccessible } from "./support/accessible.ts";

const [conclusion, reason, aside, added] = [
  "Parks are worth it",
  "People meet there",
  "Somebody has to mow",
  "Trees cool streets",
];
const rewritten = "People of all ages meet there";
const draft = "First draft";

test.use({
  startingMap: {
    title: "Parks",
    cards: [
      { text: conclusion, at: [0, 0] },
      { text: reason, at: [440, 0] },
      { text: aside, at: [0, 260] },
    ],
    arguments: [{ polarity: "support", from: reason, to: conclusion }],
  },
});

/** One card written, one rewritten, one deleted; and all of it on the server. */
async function goOnWorking(person: Actor): Promise<void> {
  const { canvas } = person;
  await canvas.addClaim(added, { x: 900, y: 600 });
  await canvas.openForWriting(reason);
  await person.press("Control+a");
  await canvas.write(rewritten);
  await canvas.select(canvas.card(aside));
  await person.press("Delete");
  await canvas.expectCards(conclusion, rewritten, added);
  await person.map.expectSaveState("Saved");
}

test("one keeps a version, the other restores it, and takes that back", async ({ owner, guest }) => {
  await new History(owner.page).keep(draft);
  await goOnWorking(guest);
  await owner.canvas.expectCards(conclusion, rewritten, added);

  const history = new History(guest.page);
  await history.look(draft);
  await history.expectCounts("1 added", "1 removed", "1 edited");
  await history.canvas.expectCards(conclusion, reason, aside, added);
  await expect(history.canvas.card(aside)).toContainText("Removed since");
  await expect(history.canvas.card(reason)).toContainText("Edited since");
  await expect(history.canvas.card(added)).toContainText("Added since");
  await expect(history.canvas.card(conclusion)).not.toContainText("since");
  await history.view.getByText("Show the changes on the map").click();
  await history.canvas.expectCards(conclusion, reason, aside);

  await history.restore();
  const undo = guest.page
    .getByRole("alertdialog", { name: /^The map is again/u })
    .getByRole("button", { name: "Undo" });
  // Under the pointer a message stays.
  await undo.hover();
  await owner.canvas.expectCards(conclusion, reason, aside);
  await guest.canvas.expectCards(conclusion, reason, aside);
  await undo.click();
  await owner.canvas.expectCards(conclusion, rewritten, added);
  await guest.canvas.expectCards(conclusion, rewritten, added);
});

test("changes are walked through by the keyboard alone, from the list and back", async ({ owner }) => {
  const history = new History(owner.page);
  await history.keep(draft);
  await goOnWorking(owner);
  await owner.page.keyboard.press("Shift+V");
  await expect(history.list).toBeVisible();
  await history.row(draft).focus();
  await owner.press("Enter");
  await expect(history.changes).toBeVisible();
  await owner.press("n");
  await expect(history.place).toHaveText(`Change 1 of 3: Edited since. Claim: ${reason}`);
  await owner.press("n");
  await expect(history.place).toHaveText(`Change 2 of 3: Removed since. Claim: ${aside}`);
  await owner.press("Shift+F3", "p");
  await expect(history.place).toHaveText(`Change 3 of 3: Added since. Claim: ${added}`);
  await owner.press("F3");
  await expect(history.place).toHaveText(/^Change 1 of 3/u);
  await owner.press("Escape");
  await expect(history.list).toBeVisible();
  await expect(history.view).toBeHidden();
  await owner.escapeFrom(history.list);
});

test("what others do while one looks at a version is told, and compared when one asks for it", async ({
  owner,
  guest,
}) => {
  const history = new History(owner.page);
  await history.keep(draft);
  await history.look(draft);
  await expect(history.changes).toContainText("Nothing has changed since.");
  await guest.canvas.addClaim(added, { x: 900, y: 600 });
  await expect(history.view.getByText("The map has been changed meanwhile.")).toBeVisible();
  await history.canvas.expectCards(conclusion, reason, aside);
  await history.view.getByRole("button", { name: "Compare again" }).click();
  await history.expectCounts("1 added");
  await history.canvas.expectCards(conclusion, reason, aside, added);
});

test("a viewer looks at a version and copies it to a map of their own, and restores nothing", async ({
  owner,
  viewer,
}) => {
  await new History(owner.page).keep(draft);
  await goOnWorking(owner);
  const history = new History(viewer.page);
  await history.look(draft);
  await expect(history.view.getByRole("button", { name: "Restore this version" })).toBeHidden();
  await history.view.getByRole("button", { name: "Copy to a new map" }).click();
  await expect(history.view).toBeHidden();
  await viewer.map.expectSaveState("Saved");
  await viewer.canvas.expectCards(conclusion, reason, aside);
  await owner.canvas.expectCards(conclusion, rewritten, added);
});

for (const theme of ["light", "dark", "contrast"] as const) {
  test(`versions keep the rules of accessibility, ${theme}`, async ({ owner }) => {
    await see(owner.page, theme);
    const history = new History(owner.page);
    await history.keep(draft);
    await goOnWorking(owner);
    await history.open();
    await expect(history.row(draft)).toBeVisible();
    await expectAccessible(owner.page);
    await history.row(draft).click();
    await expect(history.changes.getByRole("listitem")).toHaveCount(3);
    await owner.press("n");
    await expectAccessible(owner.page);
  });
}

test("versions fit a small phone", async ({ owner }) => {
  const history = new History(owner.page);
  await history.keep(draft);
  await goOnWorking(owner);
  await owner.page.setViewportSize({ width: 360, height: 740 });
  await history.open();
  await expectInside(owner.page, history.list);
  await history.row(draft).click();
  await expect(history.changes).toBeVisible();
  await expectInside(owner.page, history.changes);
  for (const button of await history.view.getByRole("button").all()) {
    await button.scrollIntoViewIfNeeded();
    await expect(button).toBeInViewport({ ratio: 1 });
  }
});

async function see(page: Page, theme: "light" | "dark" | "contrast"): Promise<void> {
  await page.emulateMedia(
    theme === "contrast" ? { contrast: "more" } : { colorScheme: theme, contrast: "no-preference" },
  );
  await expect(page.locator("html")).toHaveAttribute("data-theme", theme);
}

async function expectInside(page: Page, part: Locator): Promise<void> {
  const room = page.viewportSize()?.width ?? 0;
  await expect.poll(async () => (await boxOf(part)).x).toBeGreaterThanOrEqual(0);
  const rightEdge = async () => {
    const { x, width } = await boxOf(part);
    return x + width;
  };
  await expect.poll(rightEdge).toBeLessThanOrEqual(room);
}
