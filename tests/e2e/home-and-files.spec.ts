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

test("a new map is not promised while the server is away", async ({ server, visitor }) => {
  await visitor.home.open(server.url);
  await server.kill();
  await visitor.home.startNewMap();
  await expect(visitor.home.fault).toContainText("The server cannot be reached. Check your connection");
  await server.start();
  await visitor.home.startNewMap();
  await visitor.map.expectOpen();
});
