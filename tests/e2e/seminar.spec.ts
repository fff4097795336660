import type { Browser, Page } from "@playwright/test";
import type { CardId } from "#shared/model/index.ts";
import { expect, test } from "./fixtures.ts";
import { FollowPage } from "./pages/follow-page.ts";
import { PresenterPage } from "./pages/presenter-page.ts";
import { ScriptedPresenter } from "./support/scripted-presenter.ts";
import { voteElsewhere } from "./support/votes.ts";

const [claim, reason, objection] = [
  "It should open on Sundays",
  "Students have no other quiet place",
  "Nobody wants to work that day",
];
const card = (index: number) => `card-${index}` as CardId;

test.use({
  names: { visitor: "Ada" },
  startingMap: {
    title: "Sundays",
    cards: [
      { text: claim, at: [0, 0] },
      { text: reason, at: [-240, 220] },
      { text: objection, at: [240, 220] },
    ],
    arguments: [
      { polarity: "support", from: reason, to: claim },
      { polarity: "oppose", from: objection, to: claim },
    ],
  },
});

/** Somebody in the room who has nothing but the link for looking. */
async function inTheRoom(browser: Browser, link: string, width: number): Promise<FollowPage> {
  const context = await browser.newContext({ viewport: { width, height: 844 } });
  const follower = new FollowPage(await context.newPage());
  await follower.open(link);
  return follower;
}

/** The names in the drawing of who went where are read from the last row, whole, on the projectors that rooms have. */
async function expectLegible(page: Page): Promise<void> {
  const drawing = page.getByRole("img", { name: /who voted twice/u });
  for (const [width, height] of [
    [1024, 768],
    [1280, 800],
    [1920, 1080],
  ] as const) {
    await page.setViewportSize({ width, height });
    await expect
      .poll(() => drawing.evaluate(lookAtNames), `at ${width} by ${height}`)
      .toEqual({ areLarge: true, areWhole: true });
  }
}

/** [K14] Large is a fiftieth of the screen's height. Runs in the page. */
function lookAtNames(drawing: Element): { areLarge: boolean; areWhole: boolean } {
  const frame = drawing.getBoundingClientRect();
  const names = Array.from(drawing.querySelectorAll("text"));
  return {
    areLarge: names.every((name) => {
      const scale = name.getScreenCTM()?.a ?? 0;
      return Number.parseFloat(getComputedStyle(name).fontSize) * scale >= window.innerHeight / 50;
    }),
    areWhole: names.every((name) => {
      const { left, right } = name.getBoundingClientRect();
      return left >= frame.left && right <= frame.right;
    }),
  };
}

test("[K14] a seminar by the presenter's keyboard: the room votes, discusses, objects, votes again, and sees who changed their mind", async ({
  server,
  map,
  visitor,
  browser,
}) => {
  const author = await ScriptedPresenter.open(server.url, map, "Author");
  author.addSteps([
    { title: "A claim", shows: [card(0)], poll: { kind: "stance", card: card(0), moment: "before" } },
    { title: "The discussion", shows: [card(1), "step-0", card(2), "step-1"], reveal: "add" },
    { title: "And now?", shows: [], reveal: "add", poll: { kind: "stance", card: card(0), moment: "after" } },
  ]);
  author.close();
  const projector = new PresenterPage(visitor.page);
  await projector.open(map.links.edit);
  await projector.begin();
  const notes = new PresenterPage(await visitor.context.newPage());
  await notes.open(map.links.edit, "/notes");
  const desk = await inTheRoom(browser, map.links.view, 1280);
  const phone = await inTheRoom(browser, map.links.view, 390);
  for (const follower of [desk, phone]) await follower.expectFollowing("Ada");

  // Before: blind, one by a key and one by touch, the others at devices of their own.
  await projector.press("v");
  await expect(desk.ballot).toContainText(claim);
  await desk.page.keyboard.press("4");
  await expect(desk.ballot).toContainText("You said: Agree");
  await phone.ballot.getByText("Disagree", { exact: true }).click();
  await phone.ballot.getByRole("button", { name: "Vote", exact: true }).click();
  await expect(phone.ballot).toContainText("You said: Disagree");
  await voteElsewhere(map.links.view, ["agree", "neutral", "disagree", "disagree"]);
  await expect(projector.page.getByText("6 have voted")).toBeVisible();
  await projector.press("v");
  await expect(phone.ballot.getByRole("radio")).toHaveCount(0);

  // The discussion; a hand goes up, and what is said becomes a card that all see.
  await projector.press("PageDown");
  await projector.expectCards(claim, reason, objection);
  await phone.hand.first().click();
  await expect(notes.page.getByRole("button", { name: /^Lower/u }).first()).toBeVisible();
  await expect(phone.page.getByRole("dialog", { name: "Your hand is up, and you are next" })).toBeVisible();
  await projector.press("h");
  await expect(notes.page.getByRole("button", { name: /^Lower/u })).toHaveCount(0);
  await projector.press("ArrowDown", "e");
  const field = projector.page.getByRole("textbox", { name: "What was said" });
  await field.fill("The buses do not run then");
  await field.press("Enter");
  await expect(phone.line("The buses do not run then")).toContainText("But");

  // After: nobody is reminded of what they said, and nothing is seen until it is shown.
  await projector.press("PageDown");
  await projector.expectStep(3, 3, "And now?");
  await projector.press("v");
  for (const { ballot } of [desk, phone]) {
    await expect(ballot.getByRole("radio").first()).toBeVisible();
    await expect(ballot).not.toContainText("You said");
  }
  await desk.page.keyboard.press("4");
  await expect(desk.ballot).toContainText("You said: Agree");
  await phone.ballot.getByText("Agree", { exact: true }).click();
  await phone.ballot.getByRole("button", { name: "Vote", exact: true }).click();
  await expect(phone.ballot).toContainText("You said: Agree");
  await voteElsewhere(map.links.view, ["agree", "agree", "disagree", "disagree"]);
  await expect(projector.page.getByText("6 have voted")).toBeVisible();
  const latecomer = await inTheRoom(browser, map.links.view, 390);
  await latecomer.expectStep(3, 3, "And now?");
  await expect(projector.page.getByText("points more agree")).toBeHidden();

  await projector.press("Enter");
  for (const { page } of [projector, desk, phone, latecomer]) {
    await expect(page.getByText("33.3 points more agree")).toBeVisible();
    await expect(page.getByText("Of 6 people who voted both before and after")).toBeVisible();
    await expect(
      page.getByRole("img", { name: "2 people of 6 who voted twice changed their mind" }),
    ).toBeVisible();
  }
  await expectLegible(projector.page);
  for (const { page } of [desk, phone, latecomer]) await page.context().close();
});
