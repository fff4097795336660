import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { relation } from "./pages/canvas.ts";
import { MapPage } from "./pages/map-page.ts";
import { createMap } from "./support/new-map.ts";

const [claim, reason, objection] = ["Openness is pragmatic", "Labs publish weights", "Few read them"];

const argued = {
  title: "Open or closed",
  cards: [
    { text: claim, at: [0, 0] },
    { text: reason, at: [400, -80] },
    { text: objection, at: [400, 120] },
  ],
  arguments: [
    { polarity: "support", from: reason, to: claim },
    { polarity: "oppose", from: objection, to: claim },
  ],
} as const;

test.beforeEach(({ owner }) => owner.map.expectFetched("copy-cards"));

test.describe("a map with an argument", () => {
  test.use({ startingMap: argued });

  test("cards are taken along into another map, with what is argued among them", async ({
    owner,
    server,
  }) => {
    await owner.canvas.select(owner.canvas.card(claim));
    await owner.canvas.select(owner.canvas.card(reason), ["Shift"]);
    await owner.press("Control+c");

    const other = new MapPage(await owner.context.newPage());
    await other.open((await createMap(server.url, { title: "", cards: [] })).links.edit);
    await other.canvas.surface.focus();
    await other.page.keyboard.press("Control+v");
    await other.canvas.expectCards(claim, reason);
    await other.canvas.expectRelation("because", claim, reason);
    await other.page.keyboard.press("Control+v");
    await expect(other.canvas.cards).toHaveCount(4);
    await other.expectSaveState("Saved");

    await owner.canvas.expectCards(claim, reason, objection);
  });

  test("cutting takes cards off the map for everybody, and one undo brings them back", async ({
    owner,
    guest,
  }) => {
    await owner.canvas.select(owner.canvas.card(reason));
    await owner.canvas.select(owner.canvas.card(claim), ["Shift"]);
    await owner.press("Control+x");
    await guest.canvas.expectCards(objection);
    await owner.press("Control+v");
    await guest.canvas.expectRelation("because", claim, reason);
    await owner.press("Control+z");
    await guest.canvas.expectCards(objection);
    await owner.press("Control+z");
    await guest.canvas.expectCards(claim, reason, objection);
    await guest.canvas.expectRelation("because", claim, reason);
    await guest.canvas.expectRelation("but", claim, objection);
  });

  test("other programs are given an indented list", async ({ owner }) => {
    await owner.press("Control+a");
    await owner.canvas.surface.focus();
    await owner.press("Control+a", "Control+c");
    const field = await fieldElsewhere(owner.page);
    await field.press("Control+v");
    await expect(field).toHaveValue(`* ${claim}\n  + ${reason}\n  - ${objection}\n`);
  });

  test("a list becomes reasons and objections of the card that is selected", async ({ owner, guest }) => {
    await copyFrom(owner.page, "+ It is cheap\n- It is slow\n  - Not any more");
    await owner.canvas.select(owner.canvas.card(claim));
    await owner.press("Control+v");
    await guest.canvas.expectRelation("because", claim, "It is cheap");
    await guest.canvas.expectRelation("but", claim, "It is slow");
    await guest.canvas.expectRelation("but", "It is slow", "Not any more");
  });

  test("menus copy and paste as the keys do", async ({ owner, guest }) => {
    await owner.context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await owner.canvas.select(owner.canvas.card(reason));
    await owner.canvas.select(owner.canvas.card(claim), ["Shift"]);
    await owner.canvas.card(claim).click({ button: "right", position: { x: 12, y: 12 } });
    const ofCard = owner.page.getByRole("menu", { name: "What can be done with it" });
    await ofCard.getByRole("menuitem", { name: /^Copy/u }).click();
    await owner.canvas.surface.click({ button: "right", position: { x: 60, y: 640 } });
    const ofCanvas = owner.page.getByRole("menu", { name: "Canvas" });
    await ofCanvas.getByRole("menuitem", { name: /^Paste/u }).click();
    await expect(guest.canvas.link(relation("because", claim, reason))).toHaveCount(2);
  });

  test("while one writes in a card, the clipboard is the text’s", async ({ owner }) => {
    await copyFrom(owner.page, "again");
    await owner.canvas.openForWriting(claim);
    await owner.press("End", "Control+v", "Enter");
    await owner.canvas.expectCards(`${claim}again`, reason, objection);
  });
});

test("an indented list becomes cards and arguments, in one step of undo", async ({ owner, guest }) => {
  await copyFrom(owner.page, "Should we?\n\tYes\n\t\tbecause it is cheap\n\t\tbut it is slow\n\tNo\n");
  await owner.canvas.surface.focus();
  await owner.press("Control+v");
  await guest.canvas.expectCards("Should we?", "Yes", "it is cheap", "it is slow", "No");
  await guest.canvas.expectRelation("because", "Yes", "it is cheap");
  await guest.canvas.expectRelation("but", "Yes", "it is slow");
  await expect(guest.canvas.link("Yes – answers: Should we?")).toBeVisible();
  await owner.press("Control+z");
  await expect(guest.canvas.cards).toHaveCount(0);
});

test("a viewer can copy, not paste", async ({ owner, viewer }) => {
  await viewer.map.expectFetched("copy-cards");
  await owner.canvas.addClaim(claim, { x: 500, y: 300 });
  await viewer.canvas.select(viewer.canvas.card(claim));
  await viewer.press("Control+c", "Control+v");
  const field = await fieldElsewhere(viewer.page);
  await field.press("Control+v");
  await expect(field).toHaveValue(`${claim}\n`);
  await owner.canvas.expectCards(claim);
});

/** Puts a text on the clipboard as a person would: from a field of another page. */
async function copyFrom(page: Page, text: string): Promise<void> {
  const field = await fieldElsewhere(page);
  await field.fill(text);
  await field.press("Control+a");
  await field.press("Control+c");
  await field.page().close();
  await page.bringToFront();
}

async function fieldElsewhere(page: Page) {
  const other = await page.context().newPage();
  await other.setContent("<textarea aria-label='Elsewhere'></textarea>");
  const field = other.getByRole("textbox", { name: "Elsewhere" });
  await field.focus();
  return field;
}
