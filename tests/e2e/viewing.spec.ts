import { expect, test } from "./fixtures.ts";
import { relation } from "./pages/canvas.ts";
import { openRawPeer } from "./support/raw-peer.ts";

const [conclusion, reason] = ["Openness is pragmatic", "Labs publish weights"];

test.use({
  startingMap: {
    title: "Why open?",
    cards: [
      { text: conclusion, at: [0, 0] },
      { text: reason, at: [440, 0] },
    ],
    arguments: [{ polarity: "support", from: reason, to: conclusion }],
  },
});

test("a viewer sees everything live", async ({ owner, viewer }) => {
  await expect(viewer.page.getByRole("heading", { name: "Why open?" })).toBeVisible();
  await viewer.canvas.expectRelation("because", conclusion, reason);
  await owner.canvas.openForWriting(reason);
  await owner.canvas.write(" for all");
  await expect(viewer.canvas.card(`${reason} for all`)).toBeVisible();
  await owner.canvas.hold(owner.canvas.card(conclusion), 0, 120);
  await viewer.canvas.expectPlace(conclusion, await owner.canvas.place(conclusion));
  await owner.canvas.drop();
  await expect(viewer.page.getByRole("status").getByText("View only")).toBeVisible();
});

test("a viewer has no means to change anything", async ({ owner, viewer }) => {
  const { canvas, map, page } = viewer;
  for (const tool of [
    "Add a claim",
    "Add a question",
    "Add evidence",
    "Undo",
    "Redo",
    "Tidy the whole map",
  ]) {
    await expect(map.dock.getByRole("button", { name: tool })).toBeHidden();
  }
  await expect(map.title).toBeHidden();

  const start = await owner.canvas.place(reason);
  await canvas.move(canvas.card(reason), 100, 140);
  await page.mouse.dblclick(500, 600);
  await canvas.card(conclusion).dblclick({ position: { x: 60, y: 40 } });
  await expect(canvas.writing).toBeHidden();
  // To collapse what is below changes one's own view only, and is the one thing that is offered.
  await expect(canvas.card(conclusion).getByRole("button", { name: /^(?!Collapse)/u })).toHaveCount(0);
  await canvas.select(canvas.card(conclusion));
  await expect(map.selectionBar).toBeHidden();
  await viewer.press("n", "s", "o", "Enter", "F2", "Control+d", "Control+g", "Delete", "Alt+ArrowDown");
  await canvas.link(relation("because", conclusion, reason)).click();
  await viewer.press("w", "Delete");

  await page.getByRole("button", { name: "Map menu" }).click();
  await expect(page.getByRole("menuitem", { name: "Export …" })).toBeVisible();
  await expect(page.getByRole("menuitem", { name: /Import|Delete/u })).toHaveCount(0);
  await viewer.press("Escape");

  // What comes after all that shows that nothing of it has gone through.
  await owner.canvas.addClaim("Afterwards", { x: 300, y: 600 });
  await canvas.expectCards(conclusion, reason, "Afterwards");
  await owner.canvas.expectCards(conclusion, reason, "Afterwards");
  expect(await owner.canvas.place(reason)).toEqual(start);
  await owner.canvas.expectRelation("because", conclusion, reason);
});

test("a viewer may walk the map by keyboard", async ({ viewer }) => {
  await viewer.canvas.select(viewer.canvas.card(conclusion));
  await viewer.press("ArrowRight");
  await expect(viewer.canvas.link(relation("because", conclusion, reason))).toBeFocused();
  await viewer.press("ArrowRight");
  await expect(viewer.canvas.card(reason)).toBeFocused();
});

test("a program that writes with the viewer’s link is refused, and nobody sees what it wrote", async ({
  server,
  map,
  owner,
}) => {
  const intruder = await openRawPeer(server.url, map.id, map.links.view);
  try {
    await expect.poll(() => intruder.cardCount()).toBe(2);
    intruder.deleteEveryCard();
    await expect.poll(() => intruder.wasDenied()).toBe(true);
    await owner.canvas.addClaim("Afterwards", { x: 300, y: 600 });
    await owner.canvas.expectCards(conclusion, reason, "Afterwards");
    await owner.page.reload();
    await owner.map.expectOpen();
    await owner.canvas.expectCards(conclusion, reason, "Afterwards");
  } finally {
    intruder.close();
  }
});
