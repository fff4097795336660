import { expect, test } from "./fixtures.ts";
import { relation, relationToStep } from "./pages/canvas.ts";

const emptyPlace = { x: 760, y: 620 };

test.use({
  startingMap: {
    title: "Why open?",
    cards: [
      { text: "Openness is pragmatic", at: [0, 0] },
      { text: "Openness is strategic", at: [0, 220] },
      { text: "Labs publish weights", at: [440, 0] },
      { text: "Users look inside", at: [440, 220] },
      { text: "Why do labs publish?", at: [-480, 0], kind: "question" },
    ],
    arguments: [{ polarity: "support", from: "Labs publish weights", to: "Openness is pragmatic" }],
  },
});

const step = relation("because", "Openness is pragmatic", "Labs publish weights");

test("a reason drawn to empty canvas is written there, and the other sees it", async ({ owner, guest }) => {
  const { canvas } = owner;
  await canvas.draw(canvas.card("Openness is strategic"), "Because …", emptyPlace);
  await canvas.write("It wins developers");
  await canvas.expectRelation("because", "Openness is strategic", "It wins developers");
  await guest.canvas.expectRelation("because", "Openness is strategic", "It wins developers");
  const { x, y } = await canvas.place("It wins developers");
  expect(Math.hypot(x - emptyPlace.x, y - emptyPlace.y)).toBeLessThan(60);
});

test("an objection drawn to a card makes that card the objection", async ({ owner, guest }) => {
  const { canvas } = owner;
  await canvas.draw(canvas.card("Openness is strategic"), "But …", canvas.card("Users look inside"));
  await guest.canvas.expectRelation("but", "Openness is strategic", "Users look inside");
  await expect(canvas.cards).toHaveCount(5);
});

test("a press on “but” writes the objection beside the card", async ({ owner, guest }) => {
  const { canvas } = owner;
  const card = canvas.card("Openness is strategic");
  await card.hover({ position: { x: 10, y: 10 } });
  await card.getByRole("button", { name: "But …" }).click();
  await canvas.write("Nobody planned it");
  await guest.canvas.expectRelation("but", "Openness is strategic", "Nobody planned it");
});

test("an objection drawn from the word on a line is to the step", async ({ owner, guest }) => {
  const { canvas } = owner;
  await canvas.draw(canvas.link(step), "But …", emptyPlace);
  await canvas.write("Weights alone say little");
  const said = relationToStep(
    "but",
    "Weights alone say little",
    "Openness is pragmatic",
    "Labs publish weights",
  );
  await expect(canvas.link(said)).toBeVisible();
  await expect(guest.canvas.link(said)).toBeVisible();
});

test("a second premise works together with the first, until each stands on its own", async ({
  owner,
  guest,
}) => {
  const { canvas } = owner;
  await canvas.draw(canvas.link(step), "Works together with …", canvas.card("Users look inside"));
  const linked = relation("because", "Openness is pragmatic", "Labs publish weights", "Users look inside");
  await expect(guest.canvas.link(linked)).toBeVisible();
  await expect(guest.canvas.link(step)).toBeHidden();

  await canvas.link(linked).click({ position: { x: 8, y: 8 } });
  await owner.map.choose("More");
  await owner.page.getByRole("menuitem", { name: "Let premises stand on their own" }).click();
  await guest.canvas.expectRelation("because", "Openness is pragmatic", "Labs publish weights");
  await guest.canvas.expectRelation("because", "Openness is pragmatic", "Users look inside");

  await owner.map.undo();
  await expect(guest.canvas.link(linked)).toBeVisible();
});

test("two selected claims contradict each other", async ({ owner, guest }) => {
  const { canvas } = owner;
  await canvas.select(canvas.card("Openness is pragmatic"));
  await canvas.select(canvas.card("Openness is strategic"), ["Shift"]);
  await owner.map.choose("Contradict each other");
  const said = "Openness is pragmatic – contradicts: Openness is strategic";
  await expect(canvas.link(said)).toBeVisible();
  await expect(guest.canvas.link(said)).toBeVisible();
});

test("a question is answered by the claim that is drawn to it", async ({ owner, guest }) => {
  const { canvas } = owner;
  await canvas.draw(canvas.card("Why do labs publish?"), "Answer it", canvas.card("Openness is pragmatic"));
  await expect(guest.canvas.link("Openness is pragmatic – answers: Why do labs publish?")).toBeVisible();
});

test("a step turned round says the opposite", async ({ owner, guest }) => {
  await owner.canvas.link(step).click();
  await owner.map.selectionBar.getByRole("radio", { name: "but" }).click();
  await guest.canvas.expectRelation("but", "Openness is pragmatic", "Labs publish weights");
});

test("what cannot be linked is not, and the page says why", async ({ owner }) => {
  const { canvas } = owner;
  await canvas.draw(canvas.card("Openness is pragmatic"), "Because …", canvas.card("Labs publish weights"));
  await expect(owner.page.getByText("These are connected in this way already.")).toBeVisible();
  await expect(canvas.link(step)).toHaveCount(1);
});

test("Escape gives up a line that is being drawn", async ({ owner }) => {
  const { canvas } = owner;
  const card = canvas.card("Openness is strategic");
  await card.hover({ position: { x: 10, y: 10 } });
  await card.getByRole("button", { name: "Because …" }).hover();
  await owner.page.mouse.down();
  await owner.page.mouse.move(emptyPlace.x, emptyPlace.y, { steps: 5 });
  await owner.press("Escape");
  await owner.page.mouse.up();
  await expect(canvas.writing).toBeHidden();
  await expect(canvas.cards).toHaveCount(5);
});

test("drawn from a card onto a line it argues about that step", async ({ owner, guest }) => {
  const { canvas } = owner;
  const [from, to] = [
    await canvas.place("Openness is pragmatic"),
    await canvas.place("Labs publish weights"),
  ];
  // On the line, well away from the word on it.
  const onLine = { x: from.x + 275, y: (from.y + to.y) / 2 + 34 };
  await canvas.draw(canvas.card("Users look inside"), "But …", onLine);
  const undercut = relationToStep(
    "but",
    "Users look inside",
    "Openness is pragmatic",
    "Labs publish weights",
  );
  await expect(guest.canvas.link(undercut)).toBeVisible();
  await expect(canvas.cards).toHaveCount(5);
});

test("a card held beside a reason works together with it; a plain move links nothing", async ({
  owner,
  guest,
}) => {
  const { canvas, page } = owner;
  const [at, below] = [await canvas.place("Users look inside"), await canvas.place("Labs publish weights")];
  await canvas.hold(canvas.card("Users look inside"), below.x - at.x + 4, below.y - at.y + 84);
  await expect(page.getByText("Works together", { exact: true })).toBeVisible();
  await canvas.drop();
  await guest.canvas.expectRelation(
    "because",
    "Openness is pragmatic",
    "Labs publish weights",
    "Users look inside",
  );
  await owner.map.undo();
  await guest.canvas.expectRelation("because", "Openness is pragmatic", "Labs publish weights");

  await canvas.toss(canvas.card("Users look inside"), below.x - at.x + 4, below.y - at.y + 84);
  await expect.poll(async () => (await guest.canvas.place("Users look inside")).y).toBeLessThan(at.y - 40);
  await owner.map.expectSaveState("Saved");
  await guest.canvas.expectRelation("because", "Openness is pragmatic", "Labs publish weights");
});

test("an argument is turned, turned round and made a contradiction", async ({ owner, guest }) => {
  const { canvas, page } = owner;
  await canvas.select(canvas.link(step));
  await owner.press("u");
  await guest.canvas.expectRelation("but", "Openness is pragmatic", "Labs publish weights");
  await owner.press("x");
  await guest.canvas.expectRelation("but", "Labs publish weights", "Openness is pragmatic");
  await owner.map.choose("More");
  await page.getByRole("menuitem", { name: "Make it a contradiction" }).click();
  await expect(guest.canvas.link("Openness is pragmatic – contradicts: Labs publish weights")).toBeVisible();
  await owner.map.choose("More");
  await page.getByRole("menuitem", { name: "Make the contradiction a reason" }).click();
  await guest.canvas.expectRelation("because", "Labs publish weights", "Openness is pragmatic");
});
