import { readFile } from "node:fs/promises";
import { expect, test } from "./fixtures.ts";

test("somebody begins a map from the first page and finds it there again", async ({ server, visitor }) => {
  await visitor.home.open(server.url);
  await expect(visitor.page.getByText("Maps that you open show up here")).toBeVisible();
  await visitor.home.startNewMap();
  await visitor.map.expectOpen();
  await visitor.map.rename("Why open?");
  await visitor.canvas.addClaim("Openness is pragmatic", { x: 400, y: 600 });
  await visitor.map.expectSaveState("Saved");
  await visitor.home.open(server.url);
  await visitor.home.recentMaps.getByRole("link", { name: "Why open?" }).click();
  await visitor.map.expectOpen();
  await visitor.canvas.expectCards("Openness is pragmatic");
});

test("the example opens with its title, all its cards, and is saved", async ({ server, visitor }) => {
  await visitor.home.open(server.url);
  await visitor.home.openExample();
  await visitor.map.expectOpen();
  await expect(visitor.map.title).toHaveValue("Open or closed?");
  await visitor.map.use("Show the whole map");
  await expect(visitor.canvas.drawn(120)).toHaveCount(1);
  await visitor.map.expectSaveState("Saved");
});

test("a new title is seen by the other, in the tab and on the first page", async ({
  server,
  owner,
  guest,
}) => {
  await owner.map.rename("Why open?");
  await expect(guest.map.title).toHaveValue("Why open?");
  await expect(guest.page).toHaveTitle("Why open? · Counterpoint");
  await guest.home.open(server.url);
  await expect(guest.home.recentMaps.getByRole("link", { name: "Why open?" })).toBeVisible();
});

test("a map that was downloaded is the same map when it is imported", async ({ server, visitor, owner }) => {
  await visitor.home.open(server.url);
  await visitor.home.openExample();
  await visitor.map.expectOpen();
  const downloading = visitor.page.waitForEvent("download");
  await visitor.map.chooseFromMenu("Download (.json)");
  const download = await downloading;
  expect(download.suggestedFilename()).toBe("Open or closed.json");
  const content = await readFile(await download.path(), "utf8");
  const { cards } = JSON.parse(content) as { cards: readonly unknown[] };
  await visitor.map.use("Show the whole map");
  await expect(visitor.canvas.drawn(cards.length)).toHaveCount(1);

  await owner.home.open(server.url);
  await owner.home.importFile("Open or closed.json", content);
  await owner.map.expectOpen();
  await expect(owner.map.title).toHaveValue("Open or closed?");
  await owner.map.use("Show the whole map");
  await expect(owner.canvas.drawn(cards.length)).toHaveCount(1);
});

test("a file imported into an open map appears for everybody", async ({ owner, guest }) => {
  await owner.canvas.addClaim("Here before", { x: 300, y: 200 });
  const file = JSON.stringify({
    format: "counterpoint",
    version: 1,
    cards: [{ id: "imported", kind: "claim", text: "Came by file", at: [0, 200], createdAt: 1 }],
  });
  const chooser = owner.page.waitForEvent("filechooser");
  await owner.map.chooseFromMenu("Import into this map…");
  await (await chooser).setFiles({ name: "a.json", mimeType: "application/json", buffer: Buffer.from(file) });
  await expect(owner.page.getByText("1 thing was added to the map")).toBeVisible();
  await guest.canvas.expectCards("Here before", "Came by file");
});

test("a file that is no map is not taken, and the page says what is wrong with it", async ({
  server,
  visitor,
}) => {
  await visitor.home.open(server.url);
  await visitor.home.importFile("broken.json", '{"format": "counterpoint",\n "version": 1,\n "cards": [}');
  await expect(visitor.home.fault).toContainText("This is not valid JSON");
  await visitor.home.importFile("empty.json", "");
  await expect(visitor.home.fault).toContainText("“empty.json” is empty");
  await visitor.home.importFile("other.json", '{"name": "something else"}');
  await expect(visitor.home.fault).toContainText("This is not a Counterpoint map");
  await expect(visitor.page).toHaveURL(new URL("/", server.url).href);
});

test("a new map is not promised while the server is away", async ({ server, visitor }) => {
  await visitor.home.open(server.url);
  await server.kill();
  await visitor.home.startNewMap();
  await expect(visitor.home.fault).toContainText("The server cannot be reached. Check your connection");
  await server.start();
  await visitor.home.startNewMap();
  await visitor.map.expectOpen();
});
