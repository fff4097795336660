import { expect, test } from "./fixtures.ts";
import { relation } from "./pages/canvas.ts";
import { expectAccessible } from "./support/accessible.ts";

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

test("what can be done with a card stands in its own menu, with keys, and is done", async ({
  owner,
  guest,
}) => {
  const { canvas, page } = owner;
  await canvas.card(reason).click({ button: "right", position: { x: 20, y: 14 } });
  const menu = page.getByRole("menu", { name: "What can be done with it" });
  await expect(menu.getByRole("menuitem", { name: "Duplicate" })).toContainText(/D$/u);
  await expect(menu.getByRole("menuitem", { name: "Undo" })).toBeHidden();
  await expectAccessible(page);
  await menu.getByRole("menuitem", { name: "But …: add an objection" }).click();
  await canvas.write("Not all labs do");
  await guest.canvas.expectRelation("but", reason, "Not all labs do");
});

test("the word on a line has a menu for its step", async ({ owner, guest }) => {
  const { canvas, page } = owner;
  await canvas.link(relation("because", conclusion, reason)).click({ button: "right" });
  await page.getByRole("menuitem", { name: "Turn because into but" }).click();
  await guest.canvas.expectRelation("but", conclusion, reason);
});

test("on the empty canvas it adds a card where one points", async ({ owner, guest }) => {
  const { canvas, page } = owner;
  await page.mouse.click(300, 560, { button: "right" });
  await page.getByRole("menu", { name: "Canvas" }).getByRole("menuitem", { name: "Add a question" }).click();
  await canvas.write("Why do labs publish?");
  await expect(guest.canvas.card("Why do labs publish?", "Question")).toBeVisible();
  const { x, y } = await canvas.place("Why do labs publish?");
  expect(Math.hypot(x - 300, y - 560)).toBeLessThan(40);
});

test("it opens by keyboard at what has the keyboard, and gives it back", async ({ owner, guest }) => {
  const { canvas, page } = owner;
  await canvas.select(canvas.card(reason));
  await owner.press("Shift+F10");
  await owner.escapeFrom(page.getByRole("menu", { name: "What can be done with it" }));
  await expect(canvas.card(reason)).toBeFocused();
  await owner.press("Shift+F10");
  await page.getByRole("menuitem", { name: "Delete what is selected" }).press("Enter");
  await guest.canvas.expectCards(conclusion);
});

test("a finger that rests opens it", async ({ owner }) => {
  const { canvas, page } = owner;
  const { x, y } = await canvas.place(reason);
  const device = await page.context().newCDPSession(page);
  await device.send("Input.dispatchTouchEvent", {
    type: "touchStart",
    touchPoints: [{ x: x + 40, y: y + 14 }],
  });
  await expect(page.getByRole("menu", { name: "What can be done with it" })).toBeVisible();
  await device.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  await expect(page.getByRole("menu", { name: "What can be done with it" })).toBeVisible();
});

test("whoever only looks is offered what changes nothing", async ({ viewer }) => {
  await viewer.canvas.card(reason).click({ button: "right", position: { x: 20, y: 14 } });
  const menu = viewer.page.getByRole("menu");
  await expect(menu.getByRole("menuitem", { name: "Show what is selected" })).toBeVisible();
  await expect(menu.getByRole("menuitem", { name: "Duplicate" })).toBeHidden();
});

test("in a text field the browser keeps its own", async ({ owner }) => {
  await owner.canvas.openForWriting(reason);
  await owner.canvas.writing.click({ button: "right" });
  await expect(owner.page.getByRole("menu")).toBeHidden();
});
