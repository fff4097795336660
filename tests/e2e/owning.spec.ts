import type { Actor } from "./actor.ts";
import { expect, test } from "./fixtures.ts";
import { expectAccessible } from "./support/accessible.ts";

test("whoever came by a link that is changed is shut out at once, reads why, and comes back by the new one", async ({
  owner,
  guest,
  viewer,
}) => {
  await guest.canvas.addClaim("Written before", { x: 400, y: 300 });
  await owner.canvas.expectCards("Written before");
  const share = await owner.map.openShareDialog();
  const before = await share.link("Link for editing").inputValue();
  await share.change("New link for editing…");
  await expect(share.link("Link for editing")).not.toHaveValue(before);
  const link = await share.link("Link for editing").inputValue();
  await share.close();
  await expectMessage(guest, "Your link no longer opens this map", /Ask them for it/u);
  await viewer.map.expectSaveState("View only");

  await guest.map.open(link);
  await guest.canvas.addClaim("Written after", { x: 700, y: 500 });
  await owner.canvas.expectCards("Written before", "Written after");
  await viewer.canvas.expectCards("Written before", "Written after");
});

test("a locked map can be read by everybody and changed by its owner alone, until it is unlocked", async ({
  owner,
  guest,
}) => {
  await guest.map.expectSaveState("Saved");
  const share = await owner.map.openShareDialog();
  await share.setLocked(true);
  await share.close();
  await guest.map.expectSaveState("Locked");
  await owner.canvas.addClaim("The owner's word", { x: 400, y: 300 });
  await guest.canvas.expectCards("The owner's word");
  await guest.page.reload();
  await guest.map.expectSaveState("Locked");
  await owner.map.openShareDialog();
  await share.setLocked(false);
  await share.close();
  await guest.map.expectSaveState("Saved");
  await guest.canvas.addClaim("The guest's word", { x: 700, y: 500 });
  await owner.canvas.expectCards("The owner's word", "The guest's word");
});

test("a map is handed over: the new owner decides, and the former one goes on editing", async ({
  owner,
  visitor,
}) => {
  const share = await owner.map.openShareDialog();
  await owner.page.getByRole("button", { name: "Hand over…" }).click();
  await owner.page.getByRole("button", { name: "Make the link to give away" }).click();
  const passing = owner.page.getByRole("alertdialog", { name: "Give this link to the new owner" });
  const link = await passing.getByRole("textbox", { name: "New owner link" }).inputValue();
  await passing.getByRole("button", { name: "I have passed it on" }).click();
  await expect(share.dialog).toBeHidden();
  await owner.map.expectSaveState("Saved");
  const theirs = await owner.map.openShareDialog();
  await expect(theirs.dialog.getByText("Can edit")).toBeVisible();
  await theirs.close();

  await visitor.map.open(link);
  const news = await visitor.map.openShareDialog();
  await expect(news.link("Link for editing")).toBeVisible();
  await news.close();
  await owner.canvas.addClaim("Still here", { x: 400, y: 300 });
  await visitor.canvas.expectCards("Still here");
});

test("an owner's new link leaves them where they were, and shuts their other devices out", async ({
  browser,
  owner,
  map,
}) => {
  const other = await browser.newContext();
  const page = await other.newPage();
  await page.goto(map.links.owner);
  await expect(page.getByRole("textbox", { name: "Title of the map" })).toBeVisible();
  const share = await owner.map.openShareDialog();
  await share.dialog.getByRole("button", { name: "Owner link", exact: true }).click();
  await share.change("New owner link…");
  await expect(share.link("Owner link")).not.toHaveValue(map.links.owner);
  await share.close();
  await owner.canvas.addClaim("Mine as before", { x: 400, y: 300 });
  await owner.map.expectSaveState("Saved");
  await owner.page.reload();
  await owner.map.expectOpen();
  await expect(page.getByRole("heading", { name: "Your link no longer opens this map" })).toBeVisible();
  await other.close();
});

test("a map that was deleted by mistake comes back with its text, and its links work", async ({
  owner,
  guest,
}) => {
  await owner.canvas.addClaim("Not to be lost", { x: 400, y: 300 });
  await owner.map.expectSaveState("Saved");
  await owner.map.rename("Precious");
  await expect(guest.map.title).toHaveValue("Precious");
  await owner.map.chooseFromMenu("Delete map…");
  await owner.page.getByRole("button", { name: "Delete for everyone" }).click();
  await expectMessage(guest, "This map was deleted", /can restore it for some time/u);
  const deleted = owner.page.getByRole("region", { name: "Deleted" });
  await expect(deleted.getByText(/Can be restored until/u)).toBeVisible();
  await deleted.getByRole("button", { name: "Restore “Precious”" }).press("Enter");
  await owner.home.recentMaps.getByRole("link", { name: /Precious/u }).click();
  await owner.canvas.expectCards("Not to be lost");
  await guest.page.reload();
  await guest.canvas.expectCards("Not to be lost");
});

test("what the owner decides can be read and reached by everybody", async ({ owner }) => {
  const share = await owner.map.openShareDialog();
  await share.dialog.getByRole("button", { name: "Owner link", exact: true }).press("Enter");
  await expectAccessible(owner.page);
  await share.dialog.getByRole("button", { name: "New link for editing…" }).press("Enter");
  await expect(owner.page.getByRole("button", { name: "Cancel" })).toBeFocused();
  await expectAccessible(owner.page);
  await owner.press("Escape");
  await owner.page.getByRole("button", { name: "Hand over…" }).press("Enter");
  await expect(owner.page.getByRole("alertdialog", { name: "Hand this map over?" })).toBeVisible();
  await expectAccessible(owner.page);
});

async function expectMessage(actor: Actor, title: string, advice: RegExp): Promise<void> {
  await expect(actor.page.getByRole("heading", { name: title })).toBeVisible();
  await expect(actor.page.getByText(advice)).toBeVisible();
}
