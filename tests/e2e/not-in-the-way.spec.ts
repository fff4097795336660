import { expect, test } from "./fixtures.ts";

test("who clicks the title while writing in a card writes the title", async ({ owner, guest }) => {
  await owner.canvas.addClaim("Start.", { x: 400, y: 300 });
  await owner.canvas.openForWriting("Start.");
  await owner.map.title.click();
  await owner.type("Neons");
  await owner.press("Enter");
  await expect(guest.map.title).toHaveValue("Neons");
  await guest.canvas.expectCards("Start.");
});

test("a title that another gives does not take away the one being written", async ({ owner, guest }) => {
  await owner.map.title.click();
  await owner.type("Mine, half");
  await guest.map.title.fill("Theirs");
  await guest.map.title.press("Enter");
  await expect(guest.map.title).toHaveValue("Theirs");
  await expect(owner.map.title).toHaveValue("Mine, half");
  await owner.type(" written");
  await owner.map.title.press("Enter");
  await expect(guest.map.title).toHaveValue("Mine, half written");
});

test("the copy of a map thrown away in another tab does not keep work from the server", async ({
  owner,
  guest,
}) => {
  await owner.canvas.addClaim("Start.", { x: 400, y: 300 });
  await owner.map.expectSaveState("Saved");
  const other = await owner.page.context().newPage();
  await other.goto(new URL("/", owner.page.url()).href);
  // What the home page does to forget a map, at once: the browser's storage for it is deleted.
  await other.evaluate(async () => {
    const names = (await indexedDB.databases()).flatMap(({ name }) => (name ? [name] : []));
    await Promise.all(
      names.map(
        (name) =>
          new Promise<void>((resolve, reject) => {
            const request = indexedDB.deleteDatabase(name);
            request.onsuccess = () => resolve();
            request.onerror = () => reject(request.error);
          }),
      ),
    );
  });
  await owner.canvas.addClaim("Written after", { x: 400, y: 420 });
  await guest.canvas.expectCards("Start.", "Written after");
  await owner.map.expectSaveState("Saved");
  await owner.page.reload();
  await owner.map.expectOpen();
  await owner.canvas.expectCards("Start.", "Written after");
});

test("a group is named when it is made, and again by the keyboard alone", async ({ owner, guest }) => {
  await owner.canvas.addClaim("One", { x: 400, y: 300 });
  await owner.canvas.addClaim("Two", { x: 400, y: 420 });
  await owner.press("Control+a");
  await owner.press("Control+g");
  await owner.type("Pairs");
  await owner.press("Enter");
  await expect(guest.page.getByRole("region", { name: "Group: Pairs" })).toBeVisible();
  await owner.press("Shift+M");
  await expect(owner.page.getByRole("textbox", { name: "Name of the group" })).toBeFocused();
  await owner.type("Discarded");
  await owner.press("Escape");
  await expect(guest.page.getByRole("region", { name: "Group: Pairs" })).toBeVisible();
});
