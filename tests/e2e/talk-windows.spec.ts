import type { BrowserContext } from "@playwright/test";
import type { CardId } from "#shared/model/index.ts";
import { test as base, expect } from "./fixtures.ts";
import { FollowPage } from "./pages/follow-page.ts";
import { PresenterPage } from "./pages/presenter-page.ts";
import { ScriptedPresenter } from "./support/scripted-presenter.ts";

const [claim, reason, objection] = [
  "It should open on Sundays",
  "Students have no other quiet place",
  "Nobody wants to work that day",
];
const card = (index: number) => `card-${index}` as CardId;

/** Writes the steps of the talk, and makes codes as a presenter's page does. */
const test = base.extend<{ author: ScriptedPresenter }>({
  author: async ({ server, map }, use) => {
    const author = await ScriptedPresenter.open(server.url, map, "Author");
    author.addSteps([
      { title: "A claim", shows: [card(0)] },
      { title: "A reason", shows: [card(1), "step-0"], reveal: "add" },
      {
        title: "An objection",
        shows: [card(2), "step-1"],
        reveal: "add",
        poll: { kind: "stance", card: card(0), moment: "before" },
      },
    ]);
    await use(author);
    author.close();
  },
});

test.use({
  names: { visitor: "Ada", guest: "Ben" },
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

const phone = { width: 390, height: 844 };

/** A browser that refuses to keep anything, as some do in private windows. */
async function keepNothing(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    for (const name of ["localStorage", "sessionStorage"])
      Object.defineProperty(window, name, {
        get: () => {
          throw new DOMException("Denied by the test.", "SecurityError");
        },
      });
  });
}

test("[K1] from the map by its key, into the presenter's window and back, where the browser keeps nothing", async ({
  author: _author,
  map,
  browser,
}) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  await keepNothing(context);
  const page = await context.newPage();
  const projector = new PresenterPage(page);
  await page.goto(map.links.edit);
  await expect(projector.canvas.card(claim)).toBeVisible();
  await page.evaluate(() => Object.assign(window, { isStillHere: true }));
  await projector.press("Alt+p");
  await projector.begin();
  await projector.expectStep(1, 3, "A claim");
  const opened = page.waitForEvent("popup");
  await projector.press("s");
  const notes = new PresenterPage(await opened);
  await notes.expectStep(1, 3, "A claim");
  await expect(notes.page).not.toHaveURL(/#/u);
  expect(await page.evaluate(() => "isStillHere" in window), "the app was not loaded anew").toBe(true);
  // [K9] The word is with both, also loaded anew.
  await notes.press("ArrowRight");
  await projector.expectStep(2, 3, "A reason");
  await notes.page.reload();
  await notes.expectStep(2, 3, "A reason");
  await notes.press("ArrowRight");
  await projector.expectStep(3, 3, "An objection");
  await page.reload();
  await projector.expectStep(3, 3, "An objection");
  await projector.press("ArrowLeft");
  await notes.expectStep(2, 3, "A reason");
  await page.evaluate(() => Object.assign(window, { isStillHere: true }));
  await notes.page.close();
  await projector.press("Escape", "Enter");
  await expect(page).toHaveURL(new URL(map.links.edit).origin + new URL(map.links.edit).pathname);
  await expect(projector.canvas.card(claim)).toBeVisible();
  expect(await page.evaluate(() => "isStillHere" in window), "the app was not loaded anew").toBe(true);
  await context.close();
});

test("[K22] all see the same on the timer, though the presenter's clock is five minutes fast", async ({
  author: _author,
  map,
  visitor,
  browser,
}) => {
  await visitor.context.addInitScript(() => {
    const now = Date.now;
    Date.now = () => now() + 300_000;
  });
  const projector = new PresenterPage(visitor.page);
  await projector.open(map.links.edit);
  await projector.begin();
  await projector.press("t");
  const context = await browser.newContext({ viewport: phone });
  const follower = new FollowPage(await context.newPage());
  await follower.open(map.links.view);
  await follower.expectFollowing("Ada");
  // Five minutes were put on it, of which some seconds have gone; by its own clock it would run for ten.
  await expect(follower.page.getByRole("timer")).toHaveText(/^[34]:\d\d$/u);
  await expect(visitor.page.getByRole("timer")).toContainText(/[34]:\d\d/u);
  await context.close();
});

test("[K8] with the step goes what was spoken about, and where the keyboard was", async ({
  author: _author,
  map,
  visitor,
}) => {
  const projector = new PresenterPage(visitor.page);
  await projector.open(map.links.edit);
  await projector.begin();
  const spotlight = visitor.page.getByRole("button", { name: "Spotlight" });
  const nodes = visitor.page.locator(".react-flow__node");
  await projector.press("ArrowDown", "k");
  await expect(spotlight).toHaveAttribute("aria-pressed", "true");
  await expect(nodes.locator("[tabindex='0']")).toHaveCount(1);
  await projector.press("ArrowRight");
  await projector.expectStep(2, 3, "A reason");
  await expect(spotlight).toHaveAttribute("aria-pressed", "false");
  await expect(nodes.locator("[tabindex='0']")).toHaveCount(0);
  await projector.press("ArrowDown", "k");
  await expect(spotlight).toHaveAttribute("aria-pressed", "true");
});

test("[K9] a remote goes with its presenter, also where they take the word back in a window loaded anew", async ({
  author,
  map,
  visitor,
  guest,
  browser,
}) => {
  const projector = new PresenterPage(visitor.page);
  await projector.open(map.links.edit);
  await projector.begin();
  const context = await browser.newContext({ viewport: phone });
  const remote = new PresenterPage(await context.newPage());
  await remote.page.goto((await author.remoteCode()).url);
  const next = remote.page.getByRole("button", { name: "Next", exact: true });
  await expect(next).toBeEnabled();

  const other = new PresenterPage(guest.page);
  await other.open(map.links.edit);
  await other.page.getByRole("button", { name: "Take the word" }).click();
  await expect(next).toBeDisabled();
  await visitor.page.reload();
  await visitor.page.getByRole("button", { name: "Take the word" }).click();
  await expect(next).toBeEnabled();
  await next.click();
  await other.expectStep(2, 3, "A reason");
  await context.close();
});

test("[K33] [K38] whoever follows goes to a step by its number while no vote is open, and leaves by Escape", async ({
  author,
  map,
  visitor,
}) => {
  author.begin();
  await visitor.page.setViewportSize(phone);
  const follower = new FollowPage(visitor.page);
  await follower.open(map.links.view);
  await follower.expectStep(1, 3);
  await visitor.press("3", "Enter");
  await follower.expectLeft("Author is 2 steps behind you");
  await follower.expectStep(3, 3);
  // A vote is open now: the digit is what one says.
  await author.ask(card(0));
  await expect(follower.ballot).toBeVisible();
  await visitor.press("1", "Enter");
  await expect(follower.ballot).toContainText("You said: Strongly disagree");
  await follower.expectStep(3, 3);

  const leaving = visitor.page.getByRole("alertdialog", { name: "Leave this talk?" });
  await visitor.press("Escape");
  await expect(leaving).toBeVisible();
  await visitor.press("Escape");
  await expect(leaving).toBeHidden();
  await visitor.press("h");
  await expect(follower.hand).toHaveAccessibleName("Your hand is up, and you are next");
  await visitor.press("Escape", "Enter");
  await expect(visitor.page.getByRole("textbox", { name: "Join a talk with a code" })).toBeVisible();
  // Nobody is called up who has gone.
  await follower.open(map.links.view);
  await expect(follower.hand).toHaveAccessibleName("Raise your hand");
});
