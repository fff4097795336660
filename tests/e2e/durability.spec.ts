import { expect, test } from "./fixtures.ts";

const here = { x: 400, y: 300 };

test("a reload keeps everything", async ({ owner, guest }) => {
  await owner.map.rename("Why open?");
  await owner.canvas.addClaim("Openness is pragmatic", here);
  await owner.press("s");
  await owner.canvas.write("Labs publish weights");
  await owner.map.expectSaveState("Saved");
  for (const actor of [owner, guest]) {
    await actor.page.reload();
    await actor.map.expectOpen();
    await actor.canvas.expectCards("Openness is pragmatic", "Labs publish weights");
    await actor.canvas.expectRelation("because", "Openness is pragmatic", "Labs publish weights");
    await expect(actor.map.title).toHaveValue("Why open?");
  }
});

test("“Saved” waits for the server’s word, and its silence is shown", async ({ server, owner }) => {
  await owner.canvas.addClaim("Stored", here);
  await owner.map.expectSaveState("Saved");
  server.pause();
  // It is being saved only for so long.
  await Promise.all([
    owner.map.expectSaveState("Saving"),
    owner.canvas.addClaim("On its way", { x: 400, y: 450 }),
  ]);
  await owner.map.expectSaveState("Not saved");
  server.resume();
  await owner.map.expectSaveState("Saved");
});

test("a server that is cut off loses nothing that was shown as saved, and everybody comes back by themselves", async ({
  server,
  owner,
  guest,
  visitor,
  map,
}) => {
  await owner.canvas.addClaim("Stored before the cut", here);
  await owner.map.expectSaveState("Saved");

  await server.kill();
  await owner.map.expectSaveState("Offline");
  await guest.map.expectSaveState("Offline");
  await server.start();
  // Somebody without a copy of their own sees what the server kept.
  await visitor.map.open(map.links.edit);
  await visitor.canvas.expectCards("Stored before the cut");

  await owner.map.expectSaveState("Saved");
  await guest.map.expectSaveState("Saved");
  await guest.canvas.addClaim("Written after the cut", { x: 400, y: 450 });
  await owner.canvas.expectCards("Stored before the cut", "Written after the cut");
  await guest.map.expectSaveState("Saved");
});
