import { expect, test } from "./fixtures.ts";
import { MapPage } from "./pages/map-page.ts";

test("what two people do while the server is away comes together when it is back", async ({
  server,
  owner,
  guest,
}) => {
  await owner.canvas.addClaim("Start.", { x: 400, y: 300 });
  await expect(guest.canvas.card("Start.")).toBeVisible();
  await owner.map.expectSaveState("Saved");

  await server.kill();
  await owner.map.expectSaveState("Offline");
  await guest.map.expectSaveState("Offline");
  await owner.canvas.addClaim("Written apart by one", { x: 400, y: 420 });
  await guest.canvas.addClaim("Written apart by the other", { x: 400, y: 540 });
  await owner.canvas.openForWriting("Start.");
  await owner.canvas.write(" And on.");
  await guest.canvas.openForWriting("Start.");
  await guest.press("Home");
  await guest.canvas.write("Before. ");
  await owner.map.expectSaveState("Offline");

  await server.start();
  const all = ["Before. Start. And on.", "Written apart by one", "Written apart by the other"];
  await owner.map.expectSaveState("Saved");
  await guest.map.expectSaveState("Saved");
  await owner.canvas.expectCards(...all);
  await guest.canvas.expectCards(...all);
});

test("one who loses the network works on, is told so, and meets the others’ work again", async ({
  owner,
  traveller,
  wire,
}) => {
  wire.cut();
  await traveller.map.expectSaveState("Offline");
  await owner.map.expectOthersHere();
  await traveller.canvas.addClaim("From the train", { x: 400, y: 300 });
  await owner.canvas.addClaim("From the office", { x: 400, y: 420 });
  wire.mend();
  await traveller.map.expectSaveState("Saved");
  await traveller.canvas.expectCards("From the train", "From the office");
  await owner.canvas.expectCards("From the train", "From the office");
});

test("a card deleted by one and written in by another apart stays deleted, and undo gives all of it back", async ({
  owner,
  traveller,
  wire,
}) => {
  await owner.canvas.addClaim("Start.", { x: 400, y: 300 });
  await expect(traveller.canvas.card("Start.")).toBeVisible();
  wire.cut();
  await traveller.map.expectSaveState("Offline");
  await traveller.canvas.openForWriting("Start.");
  await traveller.canvas.write(" And on.");
  await owner.canvas.select(owner.canvas.card("Start."));
  await owner.press("Delete");
  wire.mend();
  await traveller.canvas.expectCards();
  await owner.map.undo();
  await owner.canvas.expectCards("Start. And on.");
  await traveller.canvas.expectCards("Start. And on.");
});

test("a map seen before opens from this device while the server is away", async ({
  server,
  owner,
  guest,
}) => {
  await owner.map.rename("Why open?");
  await owner.canvas.addClaim("Kept on the device", { x: 400, y: 300 });
  await owner.map.expectSaveState("Saved");
  await owner.map.chooseFromMenu("All maps");
  await expect(owner.home.recentMaps).toBeVisible();

  await server.kill();
  await owner.home.recentMaps.getByRole("link", { name: "Why open?" }).click();
  await owner.canvas.expectCards("Kept on the device");
  await owner.map.expectSaveState("Offline");
  await owner.canvas.addClaim("Added on the device", { x: 900, y: 600 });

  await server.start();
  await owner.map.expectSaveState("Saved");
  await guest.canvas.expectCards("Kept on the device", "Added on the device");
});

test("work done offline is kept on the device when the page is closed before the server is back", async ({
  server,
  owner,
  guest,
  map,
}) => {
  await owner.map.expectFetched("first-page");
  await server.kill();
  await owner.map.expectSaveState("Offline");
  await owner.canvas.addClaim("Not sent yet", { x: 400, y: 300 });
  // Opened anew it comes from the device: only then is it known to have got there.
  await owner.map.chooseFromMenu("All maps");
  await owner.home.recentMaps.getByRole("link", { name: "Untitled map" }).click();
  await owner.canvas.expectCards("Not sent yet");
  await owner.page.close();

  await server.start();
  await guest.map.expectSaveState("Saved");
  await guest.canvas.expectCards();
  const again = new MapPage(await owner.context.newPage());
  await again.open(map.links.owner);
  await again.canvas.expectCards("Not sent yet");
  await guest.canvas.expectCards("Not sent yet");
});
