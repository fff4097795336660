import { expect, test } from "./fixtures.ts";
import { relation } from "./pages/canvas.ts";
import { ExportDialog } from "./pages/export-dialog.ts";
import { ImportDialog } from "./pages/import-dialog.ts";
import { expectAccessible } from "./support/accessible.ts";

const streets = [
  "===",
  "title: Streets",
  "===",
  "",
  "The centre should be car-free.",
  "  + The air gets cleaner.",
  "  - Shops lose customers.",
  "",
].join("\n");
const [centre, air, shops] = [
  "The centre should be car-free.",
  "The air gets cleaner.",
  "Shops lose customers.",
];

test("what one person imports is looked at first, then seen by the other, and one undo takes it all back", async ({
  owner,
  guest,
}) => {
  await owner.canvas.addClaim("Here before", { x: 300, y: 200 });
  const files = new ImportDialog(owner.page);
  await files.open();
  await files.chooseFile({ name: "streets.argdown", content: streets });
  await expect(files.counts).toContainText("3 cards");
  await expect(files.counts).toContainText("2 arguments");
  await guest.canvas.expectCards("Here before");
  await files.addToMap();
  await expect(guest.canvas.card(shops)).toBeAttached();
  await owner.map.expectSaveState("Saved");
  await guest.map.use("Show the whole map");
  await guest.canvas.expectCards("Here before", centre, air, shops);
  await guest.canvas.expectRelation("because", centre, air);
  await guest.canvas.expectRelation("but", centre, shops);
  await owner.page.getByText("5 things were added to the map").waitFor();
  await owner.page.getByRole("alertdialog").getByRole("button", { name: "Undo" }).click();
  await guest.canvas.expectCards("Here before");
  await owner.map.use("Show the whole map");
  await owner.canvas.expectCards("Here before");
});

test("a file that is dropped lies where it was let go, and again it adds nothing", async ({ owner }) => {
  const files = new ImportDialog(owner.page);
  const file = { name: "streets.argdown", content: streets };
  await files.dropFile(file, owner.canvas.surface);
  await files.addToMap();
  await owner.canvas.expectCards(centre, air, shops);
  await files.dropFile(file, owner.canvas.surface);
  await expect(files.dialog.getByText("3 cards are on this map already")).toBeVisible();
  await expect(files.dialog.getByText("Nothing of it is new to this map")).toBeVisible();
  await expect(files.dialog.getByRole("button", { name: "Add to this map" })).toBeHidden();
  await files.dialog.getByText("Use the cards that are here").click();
  await files.addToMap();
  await expect(owner.canvas.cards).toHaveCount(6);
});

test("what is new in a file is argued with the cards that are there", async ({ owner, guest }) => {
  const files = new ImportDialog(owner.page);
  await files.dropFile({ name: "a.argdown", content: streets }, owner.canvas.surface);
  await files.addToMap();
  await files.dropFile(
    { name: "b.argdown", content: `${streets}    + Rents rise, too.\n` },
    owner.canvas.surface,
  );
  await expect(files.dialog.getByText("2 things are new to this map")).toBeVisible();
  await files.addToMap();
  await owner.map.use("Show the whole map");
  await owner.canvas.expectCards(centre, air, shops, "Rents rise, too.");
  await expect(owner.canvas.link(relation("because", shops, "Rents rise, too."))).toBeVisible();
  await guest.map.use("Show the whole map");
  await guest.canvas.expectRelation("because", shops, "Rents rise, too.");
});

test("a file that is no map is not taken, and the page says what is wrong with it, and where", async ({
  server,
  visitor,
}) => {
  await visitor.home.open(server.url);
  const files = await visitor.home.lookInto(
    "broken.json",
    '{"format": "counterpoint",\n "version": 1,\n "cards": [}',
  );
  await expect(files.findings).toContainText("Line 3, column 12");
  await expect(files.findings).toContainText("This is not valid JSON");
  await expect(files.dialog.getByRole("button", { name: "Open as a new map" })).toBeHidden();
  await expectAccessible(visitor.page);
  await files.another();
  await files.chooseFile({ name: "empty.json", content: "" });
  await expect(files.fault).toContainText("“empty.json” is empty");
  await files.another();
  await files.chooseFile({ name: "photo.png", content: Buffer.from([0x89, 0x50, 0, 0, 0x1a, 0x0a]) });
  await expect(files.fault).toContainText("“photo.png” is nothing that can be read as a map");
  await expect(visitor.page).toHaveURL(new URL("/", server.url).href);
});

for (const theme of ["light", "dark"] as const) {
  test(`the dialog keeps the rules of accessibility over a map, ${theme}`, async ({ owner }) => {
    await owner.page.emulateMedia({ colorScheme: theme });
    const files = new ImportDialog(owner.page);
    await files.open();
    await expectAccessible(owner.page);
    await files.chooseFile({ name: "a.argdown", content: `${streets}  - \n  + <Rent>: Rents rise.\n` });
    await expect(files.findings).toBeVisible();
    await expectAccessible(owner.page);
  });
}

test("text that is pasted on the canvas in the format of a file is looked at first", async ({ owner }) => {
  await owner.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await owner.page.evaluate((text) => navigator.clipboard.writeText(text), streets);
  await owner.canvas.surface.focus();
  await owner.press("Control+v");
  const files = new ImportDialog(owner.page);
  await expect(files.dialog.getByRole("heading", { name: "Pasted text" })).toBeVisible();
  await expect(files.format).toHaveValue("argdown");
  await expect(files.counts).toContainText("3 cards");
  await files.addToMap();
  await owner.canvas.expectRelation("because", centre, air);
});

test("how a file is read can be chosen, and a new map is made of it", async ({ server, visitor }) => {
  await visitor.home.open(server.url);
  const files = await visitor.home.lookInto("notes.txt", streets);
  await expect(files.format).toHaveValue("argdown");
  await files.format.selectOption("Plain outline");
  await expect(files.counts).toContainText("cards");
  await files.format.selectOption("Argdown");
  await expect(files.counts).toContainText("3 cards");
  await files.openAsNew();
  await visitor.map.expectOpen();
  await expect(visitor.map.title).toHaveValue("Streets");
  await visitor.canvas.expectCards(centre, air, shops);
});

test("text that is pasted into the dialog is read as a file", async ({ owner }) => {
  const files = new ImportDialog(owner.page);
  await files.open();
  await files.dialog.evaluate((dialog, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    dialog.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, streets);
  await expect(files.dialog.getByRole("heading", { name: "Pasted text" })).toBeVisible();
  await expect(files.counts).toContainText("3 cards");
});

test("a viewer may look into a file and open it as a map of their own, and not add to this one", async ({
  viewer,
}) => {
  const files = new ImportDialog(viewer.page);
  await files.dropFile({ name: "streets.argdown", content: streets }, viewer.canvas.surface);
  await expect(files.counts).toContainText("3 cards");
  await expect(files.dialog.getByRole("button", { name: "Add to this map" })).toBeHidden();
  await expect(files.dialog.getByRole("button", { name: "Open as a new map" })).toBeVisible();
});

test("a large file comes in piece by piece, is one step of undo, and is there for the other", async ({
  owner,
  guest,
}) => {
  const cards = 600;
  const lines = Array.from({ length: cards - 1 }, (_, at) => `  + [r${at}]: Reason number ${at}.`);
  const files = new ImportDialog(owner.page);
  await files.open();
  await files.chooseFile({ name: "large.argdown", content: ["[Goal]: Goal.", ...lines, ""].join("\n") });
  await expect(files.counts).toContainText(`${cards} cards`);
  await files.addToMap();
  await owner.map.expectSaveState("Saved");
  await guest.map.use("Show the whole map");
  await expect(guest.canvas.drawn(cards)).toHaveCount(1);
  await owner.map.undo();
  await expect(guest.canvas.drawn(cards)).toHaveCount(0);
  await expect(guest.canvas.cards).toHaveCount(0);
  await expect(owner.map.dock.getByRole("button", { name: "Undo" })).toBeDisabled();
});

test("a map that was saved is the same map when it is imported", async ({ server, visitor, owner }) => {
  await visitor.home.open(server.url);
  await visitor.home.openExample();
  await visitor.map.expectOpen();
  const saving = new ExportDialog(visitor.page);
  await saving.open();
  await saving.choose("Counterpoint JSON");
  await expect(saving.dialog.getByText("Nothing of this is missing from the file.")).toBeVisible();
  const { name, bytes } = await saving.save();
  expect(name).toBe("Open or closed.json");
  const { cards } = JSON.parse(bytes.toString("utf8")) as { cards: readonly unknown[] };

  await owner.home.open(server.url);
  await (await owner.home.lookInto(name, bytes)).openAsNew();
  await owner.map.expectOpen();
  await expect(owner.map.title).toHaveValue("Open or closed?");
  await owner.map.use("Show the whole map");
  await expect(owner.canvas.drawn(cards.length)).toHaveCount(1);
});
