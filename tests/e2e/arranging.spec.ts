import type { Actor } from "./actor.ts";
import { expect, test } from "./fixtures.ts";
import type { Canvas, Place } from "./pages/canvas.ts";
import { boxOf, relation } from "./pages/canvas.ts";

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
  await expect(owner.page.getByRole("textbox", { name: "Name of the group" })).toBeFocused();
  await owner.press("Escape");
  await canvas.groupHead("Group").dblclick();
  await owner.page.getByRole("textbox", { name: "Name of the group" }).fill("What labs do");
  await owner.press("Enter");
  const group = guest.canvas.group("What labs do");
  await expect(group).toBeVisible();

  const bottom = await bottomOf(guest.canvas, "What labs do");
  // Far enough to be seen, and not so far that the card would leave the group.
  await canvas.move(canvas.card(apart), 0, 60);
  await expect.poll(() => bottomOf(guest.canvas, "What labs do")).toBeGreaterThan(bottom + 30);
});

test("a group moves as one by its head, and on the way the other sees it", async ({ owner, guest }) => {
  await groupReasons(owner);
  const head = owner.canvas.groupHead("Group");
  const [a, b] = [await guest.canvas.place(reason), await guest.canvas.place(apart)];
  await owner.canvas.hold(head, 60, 90);
  await expect.poll(async () => (await guest.canvas.place(apart)).y - b.y).toBeGreaterThan(60);
  await owner.canvas.drop();
  await owner.map.expectSaveState("Saved");
  const moved = await owner.canvas.place(reason);
  await guest.canvas.expectPlace(reason, moved);
  await guest.canvas.expectPlace(apart, { x: b.x + moved.x - a.x, y: b.y + moved.y - a.y });
  await owner.map.undo();
  await guest.canvas.expectPlace(reason, a);
  await guest.canvas.expectPlace(apart, b);
});

test("a card dragged into a region joins the group, dragged out it leaves, and each is told before", async ({
  owner,
  guest,
}) => {
  await groupReasons(owner);
  const { canvas, page } = owner;
  const bottom = await bottomOf(guest.canvas, "Group");
  const [from, to] = [await canvas.place(conclusion), await canvas.place(reason)];
  await canvas.hold(canvas.card(conclusion), to.x - from.x + 30, to.y - from.y + 90);
  await expect(page.getByText("Joins “Group”")).toBeVisible();
  await canvas.drop();
  await canvas.move(canvas.card(apart), 0, 40);
  await expect.poll(() => bottomOf(guest.canvas, "Group")).toBeGreaterThan(bottom);

  await canvas.hold(canvas.card(conclusion), -420, 0);
  await expect(page.getByText("Leaves “Group”")).toBeVisible();
  await canvas.drop();
  const { x } = await owner.canvas.place(conclusion);
  await expect.poll(async () => (await boxOf(guest.canvas.group("Group"))).x).toBeGreaterThan(x + 100);
});

test("a collapsed group is one box with its count, for oneself alone", async ({ owner, guest }) => {
  await groupReasons(owner);
  await owner.canvas.group("Group").getByRole("button", { name: "Collapse Group" }).click();
  await owner.canvas.expectCards(conclusion);
  await expect(owner.canvas.group("Group")).toContainText("2 cards");
  await guest.canvas.expectCards(conclusion, reason, apart);
  await owner.canvas.group("Group").getByRole("button", { name: "Open Group" }).click();
  await owner.canvas.expectCards(conclusion, reason, apart);
});

test("selected cards are brought into line from the menu, and by keys", async ({ owner, guest }) => {
  await owner.canvas.surface.focus();
  await owner.press("Control+a");
  await owner.map.choose("Arrange");
  await owner.page.getByRole("menuitem", { name: "Align left edges" }).click();
  const { x } = await guest.canvas.place(conclusion);
  await expect.poll(async () => (await guest.canvas.place(apart)).x).toBe(x);
  await expect.poll(async () => (await guest.canvas.place(reason)).x).toBe(x);
  // The keyboard is at the bar still.
  await owner.canvas.surface.focus();
  await owner.press("Alt+Shift+s");
  await expect
    .poll(async () => (await guest.canvas.place(reason)).y - (await guest.canvas.place(conclusion)).y)
    .toBeGreaterThan(40);
  await owner.press("Control+z");
  await owner.press("Control+z");
  await expect.poll(async () => (await guest.canvas.place(apart)).x).toBeGreaterThan(x + 300);
});

test("a card falls into line with what is near, unless Alt is held", async ({ owner }) => {
  const { canvas, page } = owner;
  const { x } = await canvas.place(reason);
  await canvas.move(canvas.card(apart), 7, 90);
  await expect.poll(async () => (await canvas.place(apart)).x).toBe(x);
  await page.keyboard.down("Alt");
  await canvas.move(canvas.card(apart), 7, 30);
  await page.keyboard.up("Alt");
  await expect.poll(async () => (await canvas.place(apart)).x).toBe(x + 4);
});

test("the lasso selects what it goes around", async ({ owner }) => {
  const { canvas, map, page } = owner;
  await map.use("Drag draws a lasso that selects");
  const [first, last] = [await canvas.place(reason), await canvas.place(apart)];
  await page.mouse.move(first.x - 20, first.y - 20);
  await page.mouse.down();
  for (const [x, y] of [
    [first.x + 280, first.y - 20],
    [last.x + 280, last.y + 90],
    [last.x - 20, last.y + 90],
  ] as const) {
    await page.mouse.move(x, y, { steps: 4 });
  }
  await page.mouse.up();
  await expect(map.selectionBar).toContainText("2 selected");
});

test("with the selection tool a finger draws the rectangle", async ({ owner }) => {
  const { canvas, map, page } = owner;
  await map.use("Drag selects");
  const [from, to] = around(await canvas.place(reason), await canvas.place(apart));
  const device = await page.context().newCDPSession(page);
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", points: readonly Place[]) =>
    device.send("Input.dispatchTouchEvent", { type, touchPoints: [...points] });
  await touch("touchStart", [from]);
  for (const part of [0.25, 0.5, 0.75, 1]) {
    await touch("touchMove", [{ x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }]);
  }
  await touch("touchEnd", []);
  await expect(map.selectionBar).toContainText("2 selected");
});

test("colours and tags are put on several cards at once, and the other sees them", async ({
  owner,
  guest,
}) => {
  const { canvas, map, page } = owner;
  await canvas.select(canvas.card(reason));
  await canvas.select(canvas.card(apart), ["Shift"]);
  await map.choose("Colour");
  await page.getByRole("menuitemradio", { name: "Blue" }).click();
  await expect(guest.canvas.card(reason)).toHaveAttribute("data-color", "blue");
  await expect(guest.canvas.card(apart)).toHaveAttribute("data-color", "blue");

  await map.choose("Tags");
  await page.getByRole("combobox", { name: "Add a tag" }).fill("economics");
  await page.keyboard.press("Enter");
  await expect(guest.canvas.card(apart)).toContainText("#economics");
  await page.getByRole("button", { name: "Remove economics" }).click();
  await expect(guest.canvas.card(apart)).not.toContainText("#economics");
});

test("tidying moves cards, and one undo brings all of them back", async ({ owner, guest }) => {
  const texts = [conclusion, reason, apart];
  const before = await placesOf(guest.canvas, texts);
  await owner.canvas.move(owner.canvas.card(reason), -300, 330);
  const dropped = await owner.canvas.place(reason);
  expect(dropped).not.toEqual(before[1]);
  await guest.canvas.expectPlace(reason, dropped);
  const untidy = await placesOf(guest.canvas, texts);
  // With the card still selected it would be a part of the map that is tidied.
  await owner.press("Escape");
  await owner.map.use("Tidy the whole map");
  await owner.page.getByRole("menuitem", { name: "Tidy from left to right" }).click();
  await expect.poll(() => placesOf(guest.canvas, texts)).not.toEqual(untidy);
  await owner.map.expectSaveState("Saved");

  await owner.map.undo();
  await expect.poll(() => placesOf(guest.canvas, texts)).toEqual(untidy);
  await owner.map.undo();
  await expect.poll(() => placesOf(guest.canvas, texts)).toEqual(before);
});

async function groupReasons(actor: Actor): Promise<void> {
  await actor.canvas.select(actor.canvas.card(reason));
  await actor.canvas.select(actor.canvas.card(apart), ["Shift"]);
  await actor.map.choose("Group");
  await expect(actor.page.getByRole("textbox", { name: "Name of the group" })).toBeFocused();
  await actor.press("Escape");
}

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
  const { y, height } = await boxOf(canvas.group(group));
  return Math.round(y + height);
}
