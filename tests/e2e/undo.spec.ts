import { expect, test } from "./fixtures.ts";

test("undo takes back one’s own claim and leaves the other’s", async ({ owner, guest }) => {
  await owner.canvas.addClaim("Mine", { x: 400, y: 300 });
  await guest.canvas.addClaim("Theirs", { x: 400, y: 450 });
  await expect(owner.canvas.card("Theirs")).toBeVisible();

  // Putting the card down and writing in it is one step.
  await owner.map.undo();
  await owner.canvas.expectCards("Theirs");
  await guest.canvas.expectCards("Theirs");
  await expect(owner.map.dock.getByRole("button", { name: "Undo" })).toBeDisabled();

  await owner.map.redo();
  await guest.canvas.expectCards("Mine", "Theirs");

  await guest.map.undo();
  await owner.canvas.expectCards("Mine");
});

test("undo in a card takes back one’s own words and leaves the other’s", async ({ owner, guest }) => {
  await guest.canvas.addClaim("Start.", { x: 400, y: 300 });
  await guest.canvas.openForWriting("Start.");
  await guest.press("Home");
  await guest.type("Theirs. ");
  await guest.press("Enter");
  await owner.canvas.openForWriting("Theirs. Start.");
  await owner.type(" Mine.");
  await expect(guest.canvas.card("Theirs. Start. Mine.")).toBeVisible();

  await owner.press("Control+z");
  await expect(owner.canvas.writing).toHaveValue("Theirs. Start.");
  await expect(guest.canvas.card("Theirs. Start.")).toBeVisible();
  await owner.press("Control+Shift+z");
  await expect(guest.canvas.card("Theirs. Start. Mine.")).toBeVisible();
});
