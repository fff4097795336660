import { expect, test } from "./fixtures.ts";
import { expectAccessible } from "./support/accessible.ts";

test("a map begins with a template, and its cards are written over", async ({ visitor, server }) => {
  await visitor.home.open(server.url);
  await visitor.home.startFrom("For and against");
  await visitor.map.expectOpen();
  const { canvas } = visitor;
  await canvas.expectRelation("because", "The claim to be weighed", "A reason for it");
  await canvas.expectRelation("but", "The claim to be weighed", "An objection to it");
  await canvas.openForWriting("The claim to be weighed");
  await visitor.press("Control+a");
  await visitor.type("The path should be paved");
  await visitor.press("Enter");
  await canvas.expectRelation("because", "The path should be paved", "A reason for it");
  await visitor.map.expectSaveState("Saved");
});

test("a map is made of an outline, and called after what stands above all", async ({ visitor, server }) => {
  await visitor.home.open(server.url);
  const dialog = await visitor.home.openTemplates();
  await dialog.getByRole("button", { name: /^From an outline/u }).click();
  await dialog
    .getByRole("textbox", { name: "Your outline" })
    .fill("Should we?\n  Yes\n    + It is cheap\n    - It is slow");
  await expect(dialog.getByText("4 cards, 2 arguments")).toBeVisible();
  await dialog.getByRole("button", { name: "Make the map" }).click();
  await visitor.map.expectOpen();
  await expect(visitor.map.title).toHaveValue("Should we?");
  await visitor.canvas.expectRelation("but", "Yes", "It is slow");
});

test("a template is put into an open map for everybody, and one undo takes it out", async ({
  owner,
  guest,
}) => {
  await owner.canvas.addClaim("Already here", { x: 400, y: 300 });
  await owner.map.chooseFromMenu("Insert a template…");
  const dialog = owner.page.getByRole("dialog", { name: "Insert a template" });
  await dialog.getByRole("button", { name: /^Toulmin/u }).click();
  await expect(dialog).toBeHidden();
  await expect(guest.canvas.cards).toHaveCount(6);
  await owner.map.undo();
  await guest.canvas.expectCards("Already here");
});

test("axe finds nothing in the dialog, and nothing is cut off on a phone", async ({ visitor, server }) => {
  await visitor.home.open(server.url);
  const dialog = await visitor.home.openTemplates();
  await expectAccessible(visitor.page);
  await dialog.getByRole("button", { name: /^From an outline/u }).click();
  await expectAccessible(visitor.page);
  await visitor.page.setViewportSize({ width: 360, height: 740 });
  await expect(dialog.getByRole("button", { name: "Make the map" })).toBeInViewport();
  await expect.poll(() => dialog.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
});
