import { expect, test } from "./fixtures.ts";

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

test("a card that two people drag at once ends in one place for both", async ({ owner, guest }) => {
  await owner.canvas.hold(owner.canvas.card(reason), 0, 160);
  await guest.canvas.expectPlace(reason, await owner.canvas.place(reason));
  await guest.canvas.hold(guest.canvas.card(reason), -120, 60);
  await owner.canvas.drop();
  await guest.canvas.drop();
  await owner.map.expectSaveState("Saved");
  await guest.map.expectSaveState("Saved");
  await owner.canvas.expectSamePlace(guest.canvas, reason);
  await guest.page.reload();
  await guest.map.expectOpen();
  await owner.page.reload();
  await owner.map.expectOpen();
  await owner.canvas.expectSamePlace(guest.canvas, reason);
});

test("a card held by somebody who is cut off is back where it was", async ({ owner, traveller, wire }) => {
  const start = await owner.canvas.place(reason);
  await traveller.canvas.hold(traveller.canvas.card(reason), 0, 160);
  await owner.canvas.expectPlace(reason, await traveller.canvas.place(reason));
  wire.cut();
  await owner.canvas.expectPlace(reason, start);
});

test("who writes in a card that another deletes is told so, and types nothing into the map by mistake", async ({
  owner,
  guest,
}) => {
  await guest.canvas.openForWriting(reason);
  await guest.type(", all");
  await expect(owner.canvas.card(`${reason}, all`)).toBeVisible();
  await owner.canvas.select(owner.canvas.card(`${reason}, all`));
  await owner.press("Delete");
  // It is said in passing, and may be over by the last letter.
  const told = guest.page.getByText("Someone else has deleted the card you were writing in.");
  await Promise.all([
    expect(told).toBeVisible(),
    expect(guest.canvas.writing)
      .toBeHidden()
      .then(() => guest.typeBlindly(" of them, and more so each season")),
  ]);
  await guest.canvas.expectCards(conclusion);

  await owner.press("Control+z");
  await guest.canvas.expectCards(conclusion, `${reason}, all`);
  await guest.canvas.expectRelation("because", conclusion, `${reason}, all`);
});

test("after a deletion letters are keys of the canvas again", async ({ owner }) => {
  await owner.canvas.select(owner.canvas.card(reason));
  await owner.map.choose("Delete");
  await owner.canvas.expectCards(conclusion);
  await owner.press("n");
  await owner.canvas.write("By key");
  await owner.press("Delete");
  await owner.press("q");
  await owner.canvas.write("By key again");
  await owner.canvas.expectCards(conclusion, "By key again");
});

test("a link begun at a card that another deletes is given up", async ({ owner, guest }) => {
  await guest.canvas.select(guest.canvas.card(conclusion));
  await guest.press("l");
  await expect(guest.page.getByText("Choose the card that speaks for it")).toBeVisible();
  await owner.canvas.select(owner.canvas.card(conclusion));
  await owner.press("Delete");
  await guest.canvas.expectCards(reason);
  await expect(guest.page.getByText("Choose the card that speaks for it")).toBeHidden();
});
