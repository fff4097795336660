import { expect, test } from "./fixtures.ts";
import type { Canvas, Place } from "./pages/canvas.ts";
import { relation } from "./pages/canvas.ts";

const [conclusion, reason, apart] = ["Openness is pragmatic", "Labs publish weights", "Users look inside"];

test.use({
  startingMap: {
    title: "Why open?",
    cards: [
      { text: conclusion, at: [0, 0] },
      { text: reason, at: [440, 0] },
      { text: apart, at: [440, 240] },
    ],
    arguments: [{ polarity: "support", from: reason, to: conclusion }],
  },
});

test("a card on its way is seen by the other before it is dropped, and stays where it was dropped", async ({
  owner,
  guest,
}) => {
  const start = await guest.canvas.place(apart);
  await owner.canvas.hold(owner.canvas.card(apart), 140, 120);
  const held = await owner.canvas.place(apart);
  expect(held.x - start.x).toBeGreaterThan(80);
  await guest.canvas.expectPlace(apart, held);

  await owner.canvas.drop();
  await owner.canvas.expectPlace(apart, held);
  await guest.canvas.expectPlace(apart, held);
  await owner.map.expectSaveState("Saved");

  await owner.map.undo();
  await guest.canvas.expectPlace(apart, start);
});

test("selected cards move together", async ({ owner, guest }) => {
  const { canvas } = owner;
  const [a, b] = [await canvas.place(conclusion), await canvas.place(apart)];
  await canvas.select(canvas.card(conclusion));
  await canvas.select(canvas.card(apart), ["Shift"]);
  await canvas.move(canvas.card(apart), -60, 150);
  const moved = await canvas.place(apart);
  const [dx, dy] = [moved.x - b.x, moved.y - b.y];
  expect(dy).toBeGreaterThan(80);
  await guest.canvas.expectPlace(apart, moved);
  await guest.canvas.expectPlace(conclusion, { x: a.x + dx, y: a.y + dy });
});

test("what the selection tool surrounds is selected, deleted and brought back", async ({ owner, guest }) => {
  const { canvas, map } = owner;
  await map.use("Drag selects");
  await canvas.marquee(...around(await canvas.place(reason), await canvas.place(apart)));
  await expect(map.selectionBar).toBeVisible();
  await owner.press("Delete");
  await guest.canvas.expectCards(conclusion);
  await expect(guest.canvas.link(relation("because", conclusion, reason))).toBeHidden();

  await map.undo();
  await guest.canvas.expectCards(conclusion, reason, apart);
  await guest.canvas.expectRelation("because", conclusion, reason);
});

test("a deleted card takes its lines along, and undo brings them back", async ({ owner, guest }) => {
  await owner.canvas.select(owner.canvas.card(reason));
  await owner.map.choose("Delete");
  await guest.canvas.expectCards(conclusion, apart);
  await expect(guest.canvas.link(relation("because", conclusion, reason))).toBeHidden();
  await owner.press("Control+z");
  await guest.canvas.expectCards(conclusion, reason, apart);
  await guest.canvas.expectRelation("because", conclusion, reason);
});

test("duplicated cards keep what is between them", async ({ owner, guest }) => {
  const { canvas } = owner;
  await canvas.select(canvas.card(conclusion));
  await canvas.select(canvas.card(reason), ["Shift"]);
  await owner.map.choose("Duplicate");
  await expect(guest.canvas.cards).toHaveCount(5);
  await expect(guest.canvas.card(reason)).toHaveCount(2);
  await expect(guest.canvas.link(relation("because", conclusion, reason))).toHaveCount(2);
});

test("a group is seen by the other with its name, and follows its cards", async ({ owner, guest }) => {
  const { canvas } = owner;
  await canvas.select(canvas.card(reason));
  await canvas.select(canvas.card(apart), ["Shift"]);
  await owner.map.choose("Group");
  await owner.press("Escape");
  await canvas.group("Group").getByRole("button").dblclick();
  await owner.page.getByRole("textbox", { name: "Name of the group" }).fill("What labs do");
  await owner.press("Enter");
  const group = guest.canvas.group("What labs do");
  await expect(group).toBeVisible();

  const bottom = await bottomOf(guest.canvas, "What labs do");
  await canvas.move(canvas.card(apart), 0, 140);
  await expect.poll(() => bottomOf(guest.canvas, "What labs do")).toBeGreaterThan(bottom + 80);
});

test("tidying moves cards, and one undo brings all of them back", async ({ owner, guest }) => {
  const texts = [conclusion, reason, apart];
  const before = await placesOf(guest.canvas, texts);
  await owner.canvas.move(owner.canvas.card(reason), -300, 330);
  await expect.poll(() => placesOf(guest.canvas, texts)).not.toEqual(before);
  const untidy = await placesOf(guest.canvas, texts);
  await owner.map.use("Tidy the whole map");
  await expect.poll(() => placesOf(guest.canvas, texts)).not.toEqual(untidy);
  await owner.map.expectSaveState("Saved");

  await owner.map.undo();
  await expect.poll(() => placesOf(guest.canvas, texts)).toEqual(untidy);
  await owner.map.undo();
  await expect.poll(() => placesOf(guest.canvas, texts)).toEqual(before);
});

function around(first: Place, last: Place): [from: Place, to: Place] {
  return [
    { x: first.x - 24, y: first.y - 24 },
    { x: last.x + 280, y: last.y + 100 },
  ];
}

async function placesOf(canvas: Canvas, texts: readonly string[]): Promise<readonly Place[]> {
  return Promise.all(texts.map((text) => canvas.place(text)));
}

async function bottomOf(canvas: Canvas, group: string): Promise<number> {
  const box = await canvas.group(group).boundingBox();
  return box ? Math.round(box.y + box.height) : 0;
}
