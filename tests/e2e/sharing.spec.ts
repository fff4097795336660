import type { Actor } from "./actor.ts";
import { expect, test } from "./fixtures.ts";

test("the owner copies the link for editing, and whoever opens it writes along", async ({
  owner,
  visitor,
}) => {
  await owner.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const share = await owner.map.openShareDialog();
  await share.copy("Link for editing");
  const link = await share.link("Link for editing").inputValue();
  await share.close();
  await owner.map.title.focus();
  await owner.press("Control+v");
  await expect(owner.map.title).toHaveValue(link);
  await owner.press("Escape");

  await visitor.map.open(link);
  await visitor.canvas.addClaim("Written by a visitor", { x: 400, y: 300 });
  await owner.canvas.expectCards("Written by a visitor");
  // The key does not stay in the address bar, where a screen share would show it.
  await expect(visitor.page).toHaveURL(/\/m\/[\w-]+$/u);
  await visitor.page.reload();
  await visitor.map.expectOpen();
});

test("each link gives what it says", async ({ owner, map, visitor }) => {
  const share = await owner.map.openShareDialog();
  await expect(share.link("Link for viewing")).toHaveValue(map.links.view);
  await expect(share.link("Link for commenting")).toHaveValue(map.links.comment);
  await share.close();
  await visitor.map.open(map.links.comment);
  await visitor.map.expectSaveState("Comments only");
  const theirs = await visitor.map.openShareDialog();
  await expect(theirs.dialog.getByText("Can comment")).toBeVisible();
  await expect(theirs.link("Your link")).toHaveValue(map.links.comment);
});

test("a link with a wrong key says so and what to do", async ({ map, visitor }) => {
  await visitor.page.goto(`${map.links.edit.split("#")[0]}#${"x".repeat(22)}`);
  await expectMessage(visitor, "This link does not open the map", /Check that the whole link was copied/u);
});

test("a link without its key says so and what to do", async ({ map, visitor }) => {
  await visitor.page.goto(map.links.edit.split("#")[0] ?? "");
  await expectMessage(visitor, "This map needs its whole link", /The part after # in its link is the key/u);
});

test("the address of no map says so and what to do", async ({ server, visitor }) => {
  await visitor.page.goto(new URL("/m/nothing-of-that-name#some-key-or-other", server.url).href);
  await expectMessage(visitor, "There is no such map", /Ask whoever gave you the link/u);
  await visitor.page.getByRole("link", { name: "To the first page", exact: true }).click();
  await expect(visitor.home.recentMaps).toBeVisible();
});

test("a map that its owner deletes closes for everybody who has it open", async ({ owner, guest }) => {
  await owner.map.rename("Short-lived");
  await expect(guest.map.title).toHaveValue("Short-lived");
  await owner.map.chooseFromMenu("Delete map…");
  const question = owner.page.getByRole("alertdialog", { name: "Delete this map?" });
  await expect(question.getByText(/“Short-lived” will be gone for everyone/u)).toBeVisible();
  await question.getByRole("button", { name: "Delete for everyone" }).click();
  await expect(owner.page.getByText("“Short-lived” was deleted")).toBeVisible();
  await expect(owner.home.recentMaps.getByRole("link")).toHaveCount(0);
  await expectMessage(guest, "This map was deleted", /Its owner deleted it/u);
});

async function expectMessage(actor: Actor, title: string, advice: RegExp): Promise<void> {
  await expect(actor.page.getByRole("heading", { name: title })).toBeVisible();
  await expect(actor.page.getByText(advice)).toBeVisible();
}
