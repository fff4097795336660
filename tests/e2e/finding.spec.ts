import { expect, test } from "./fixtures.ts";

const [conclusion, reason, evidence, aside] = [
  "Openness is pragmatic",
  "Labs publish weights",
  "A yearbook lists them",
  "Chips are scarce",
];

test.use({
  startingMap: {
    title: "Why open?",
    cards: [
      { text: conclusion, at: [-420, 0] },
      { text: reason, at: [0, 0] },
      { text: evidence, at: [420, 0], kind: "evidence" },
      { text: aside, at: [0, 260] },
    ],
    arguments: [
      { polarity: "support", from: reason, to: conclusion },
      { polarity: "support", from: evidence, to: reason },
    ],
  },
});

test("what is below a card is collapsed with a count, for oneself only, and opened again", async ({
  owner,
  guest,
}) => {
  await owner.canvas.select(owner.canvas.card(conclusion));
  await owner.press("h");
  await owner.canvas.expectCards(conclusion, aside);
  const mark = owner.canvas.card(conclusion).getByRole("button", { name: "2 cards hidden below: show" });
  await expect(mark).toHaveText("+2");
  await guest.canvas.expectCards(conclusion, reason, evidence, aside);

  await mark.click();
  await owner.canvas.expectCards(conclusion, reason, evidence, aside);
});

test("a reason that is added to a collapsed card opens it", async ({ owner }) => {
  await owner.canvas.select(owner.canvas.card(conclusion));
  await owner.press("h", "s");
  await owner.canvas.write("It pays");
  await owner.canvas.expectCards(conclusion, reason, evidence, aside, "It pays");
});

test("focus shows what is near a card, and its bar gives the rest back", async ({ owner, guest }) => {
  await owner.canvas.select(owner.canvas.card(conclusion));
  await owner.press("z");
  await owner.canvas.expectCards(conclusion, reason, evidence);
  await owner.page.getByRole("button", { name: "One step less" }).click();
  await owner.canvas.expectCards(conclusion, reason);
  await expect(owner.page.getByText("2 of 4 cards shown")).toBeVisible();
  await guest.canvas.expectCards(conclusion, reason, evidence, aside);
  await owner.page.getByRole("button", { name: "Leave focus" }).click();
  await owner.canvas.expectCards(conclusion, reason, evidence, aside);
});

test("search is opened, walked through and closed by the keyboard alone", async ({ owner }) => {
  const { canvas, page } = owner;
  await canvas.select(canvas.card(aside));
  await owner.press("Control+f");
  const field = page.getByRole("searchbox", { name: "Search the map" });
  await expect(field).toBeFocused();
  await owner.type("LISTS year");
  await expect(page.getByRole("search").getByRole("status")).toHaveText("1 card");
  await expect(page.getByRole("option", { name: evidence })).toBeVisible();
  await owner.press("Enter");
  await expect(page.getByRole("search").getByRole("status")).toHaveText("Number 1 of 1");
  await expect(field).toBeFocused();
  await owner.press("Escape");
  await expect(field).toBeHidden();
  // The card that was found is the one that the keys now speak of.
  await owner.press("t", "t");
  await expect(canvas.card(reason)).toBeFocused();
});

test("a search finds what is collapsed, and shows it", async ({ owner }) => {
  await owner.canvas.select(owner.canvas.card(conclusion));
  await owner.press("h", "/");
  await owner.type("yearbook");
  await expect(owner.page.getByRole("search").getByRole("status")).toHaveText("1 card");
  await owner.press("Enter");
  await expect(owner.canvas.card(evidence)).toBeVisible();
});

test("a filter hides what does not match, says so, and can only dim it", async ({ owner, guest }) => {
  const { page, canvas } = owner;
  await owner.press("Control+Shift+f");
  const panel = page.getByRole("region", { name: "Filter" }).filter({ has: page.getByRole("heading") });
  await panel.getByText("Evidence (1)").click();
  await canvas.expectCards(evidence);
  await expect(page.getByText("1 of 4 cards shown")).toBeVisible();
  await guest.canvas.expectCards(conclusion, reason, evidence, aside);
  await panel.getByText("Only dim what does not match").click();
  await canvas.expectCards(conclusion, reason, evidence, aside);
  await panel.getByRole("button", { name: "Show all" }).click();
  await expect(page.getByText("cards shown")).toBeHidden();
});

test("the palette does what it is asked for, and goes to a card by its words", async ({ owner, guest }) => {
  const { page, canvas } = owner;
  const field = page.getByRole("searchbox", { name: "Commands" });
  await canvas.select(canvas.card(conclusion));
  await owner.press("Control+k");
  await expect(field).toBeFocused();
  await owner.type("duplic");
  await expect(page.getByRole("menuitem")).toHaveText([/Duplicate/u]);
  await owner.press("Enter");
  await expect(guest.canvas.cards).toHaveCount(5);

  await owner.press("Control+k");
  await expect(field).toBeFocused();
  await owner.type("scarce");
  await owner.press("Enter");
  await expect(field).toBeHidden();
  await expect(canvas.card(aside)).toBeFocused();
});
