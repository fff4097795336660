import type { CardId } from "#shared/model/index.ts";
import type { Actor } from "./actor.ts";
import { test as base, expect } from "./fixtures.ts";
import { FollowPage } from "./pages/follow-page.ts";
import { PresenterPage } from "./pages/presenter-page.ts";
import { expectAccessible } from "./support/accessible.ts";
import { ScriptedPresenter } from "./support/scripted-presenter.ts";

const [question, claim, reason, objection] = [
  "Should the library open on Sundays?",
  "It should open on Sundays",
  "Students have no other quiet place",
  "Nobody wants to work that day",
];
const card = (index: number) => `card-${index}` as CardId;

/** The presenter's own windows, all of one browser. */
const test = base.extend<{ projector: PresenterPage }>({
  projector: async ({ server, map, visitor }, use) => {
    const author = await ScriptedPresenter.open(server.url, map, "Author");
    author.addSteps([
      { title: "The question", shows: [card(0)], notes: "Wait until it is quiet.", seconds: 60 },
      {
        title: "A claim",
        shows: [card(1), "step-0"],
        reveal: "add",
        build: "one-by-one",
        poll: { kind: "stance", card: card(1), moment: "before" },
      },
      { title: "Left out", shows: [card(3)], isHidden: true },
      { title: "An objection", shows: [card(3), "step-1"], reveal: "add", dimsOthers: true },
    ]);
    author.close();
    const projector = new PresenterPage(visitor.page);
    await projector.open(map.links.edit);
    await use(projector);
  },
});

test.use({
  names: { visitor: "Ada", guest: "Ben" },
  startingMap: {
    title: "Sundays",
    cards: [
      { text: question, at: [0, 0], kind: "question" },
      { text: claim, at: [0, 220] },
      { text: reason, at: [-240, 440] },
      { text: objection, at: [240, 440] },
    ],
    arguments: [
      { polarity: "support", from: reason, to: claim },
      { polarity: "oppose", from: objection, to: claim },
    ],
  },
});

async function anotherWindow(actor: Actor): Promise<PresenterPage> {
  return new PresenterPage(await actor.context.newPage());
}

test("[K3] [K5] [K6] [K7] a talk: projector and presenter's window go together, followers see it on a screen and a phone", async ({
  map,
  projector,
  visitor,
  browser,
}) => {
  await projector.begin();
  await projector.expectStep(1, 3, "The question");
  await projector.expectCards(question);

  const notes = await anotherWindow(visitor);
  await notes.open(map.links.edit, "/notes");
  await notes.expectStep(1, 3, "The question");
  await expect(notes.page.getByText("Wait until it is quiet.")).toBeVisible();

  const hall = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const pocket = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const desk = new FollowPage(await hall.newPage());
  const phone = new FollowPage(await pocket.newPage());
  await desk.open(map.links.view);
  await phone.open(map.links.view);
  await desk.expectFollowing("Ada");
  await phone.expectFollowing("Ada");
  await expect(notes.page.getByText("2 follow")).toBeVisible();

  // Sub-steps, from either window; what is to come is pale for the presenter, and nowhere for the others.
  await projector.press("PageDown");
  await notes.expectStep(2, 3, "A claim");
  await projector.expectCards(question, claim);
  await expect(
    notes.page
      .getByRole("region", { name: "On the screen now" })
      .getByRole("group", { name: `Claim: ${reason}` }),
  ).toHaveCount(1);
  await expect(phone.page.getByText(reason)).toHaveCount(0);
  await notes.page.getByRole("button", { name: "Next", exact: true }).click();
  await projector.expectCards(question, claim, reason);
  await expect(phone.line(reason)).toContainText("Because");

  // Leaving and coming back is the follower's own.
  await phone.page.keyboard.press("ArrowLeft");
  await expect(phone.rejoin).toBeVisible();
  await projector.press("ArrowRight");
  await projector.expectStep(3, 3, "An objection");
  await expect(phone.rejoin).toBeVisible();
  await phone.rejoin.click();
  await phone.expectStep(3, 3, "An objection");

  const late = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const latecomer = new FollowPage(await late.newPage());
  await latecomer.open(map.links.view);
  await latecomer.expectStep(3, 3, "An objection");

  // The talk lives on in the presenter's window while the projector is loaded anew, and through the server's end.
  await projector.page.reload();
  await projector.expectStep(3, 3, "An objection");
  await projector.press("Home");
  await latecomer.expectStep(1, 3, "The question");
  for (const context of [hall, pocket, late]) await context.close();
});

test("[K3] [K9] the talk outlives the server, and the word goes to another by offer and acceptance", async ({
  map,
  server,
  projector,
  guest,
  visitor,
}) => {
  await projector.begin();
  await projector.press("ArrowRight");
  await projector.expectStep(2, 3, "A claim");
  // What is fetched when the map can be seen is here before the server goes.
  await expect(projector.page.locator("[data-minimap]")).toHaveCount(1);
  await server.kill();
  await server.start();

  const second = await anotherWindow(guest);
  await second.open(map.links.edit);
  await second.expectStep(2, 3, "A claim");
  await expect(second.page.getByText("Ada presents")).toBeVisible();
  await second.press("ArrowRight");
  await projector.page.mouse.move(300, 300);
  await projector.page.getByRole("button", { name: "Hand over" }).click();
  await projector.page.getByRole("menuitem", { name: "Hand over to Ben" }).click();
  await second.offer.click();
  await expect(projector.page.getByText("Ben presents")).toBeVisible();
  // Who has given it away no longer steers; the step is where it was.
  await projector.press("End");
  await second.expectStep(2, 3, "A claim");
  await second.press("End");
  await projector.expectStep(3, 3, "An objection");
  await expect(visitor.page.getByRole("button", { name: "Take the word" })).toBeVisible();
});

test("[K12] what somebody in the room says becomes a card at once, attached to what is in focus", async ({
  map,
  projector,
  browser,
}) => {
  await projector.begin();
  await projector.press("ArrowRight");
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const phone = new FollowPage(await context.newPage());
  await phone.open(map.links.view);
  await phone.expectFollowing("Ada");
  await projector.canvas.card(claim).click();
  await projector.press("e");
  const field = projector.page.getByRole("textbox", { name: "What was said" });
  await field.fill("The buses do not run then");
  await field.press("Enter");
  await projector.expectCards(question, claim, "The buses do not run then");
  await expect(phone.line("The buses do not run then")).toContainText("But");
  await expect(projector.canvas.card("The buses do not run then")).toContainText("from the floor");
  await context.close();
});

test("[K35] the end of a talk reaches those who follow, though the one window that presents closes with it", async ({
  map,
  projector,
  browser,
}) => {
  await projector.begin();
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const phone = new FollowPage(await context.newPage());
  await phone.open(map.links.view);
  await phone.expectFollowing("Ada");
  await projector.press("Escape", "Enter");
  await expect(phone.page.getByRole("heading", { name: "The talk is over" })).toBeVisible();
  await expect(projector.page).not.toHaveURL(/present/u);
  await context.close();
});

test("[K16] a laser is seen by who asked for less motion, too", async ({ projector, visitor }) => {
  await visitor.page.emulateMedia({ reducedMotion: "reduce" });
  await projector.begin();
  await projector.press("l");
  await visitor.page.mouse.move(400, 300);
  await visitor.page.mouse.move(420, 320, { steps: 4 });
  const lasting = await visitor.page
    .locator("svg[class*=trails] line")
    .first()
    .evaluate((line) => getComputedStyle(line).animationDuration);
  expect(lasting).toBe("1.5s");
});

test("[K13] a whole talk by keyboard alone", async ({ projector, visitor }) => {
  const { page } = visitor;
  await projector.begin();
  await projector.press("PageDown", "PageDown", "Shift+ArrowRight");
  await projector.expectStep(3, 3, "An objection");
  // By number, back, by words.
  await projector.press("1", "Enter");
  await projector.expectStep(1, 3, "The question");
  await projector.press("Backspace");
  await projector.expectStep(3, 3, "An objection");
  await projector.press("/");
  await page.getByRole("textbox", { name: "Number or words of a step" }).fill("claim");
  await projector.press("Enter");
  await projector.expectStep(2, 3, "A claim");

  await projector.press("b");
  await expect(page.getByRole("img", { name: "The screen is blank" })).toBeVisible();
  await projector.press("b");
  await expect(page.getByRole("img", { name: "The screen is blank" })).toBeHidden();
  await projector.press("t");
  await expect(page.getByRole("timer")).toContainText("left");
  await projector.press("q");
  const code = page.getByRole("img", { name: /^QR code that leads to/u });
  await expect(code).toBeVisible();
  // Large enough for the last row.
  expect((await code.boundingBox())?.height).toBeGreaterThan(800 / 4);
  await projector.press("q", "v");
  await expect(page.getByText("Nobody has voted")).toBeVisible();
  await projector.press("Enter");
  // F5 comes from clickers: the page stays what it is.
  await page.evaluate(() => Object.assign(window, { isStillHere: true }));
  await projector.press("F5");
  expect(await page.evaluate(() => "isStillHere" in window)).toBe(true);

  await projector.press("?");
  await expect(page.getByRole("dialog", { name: "Keys while presenting" })).toBeVisible();
  const letters = page.getByRole("checkbox", { name: "Single letters are keys" });
  await letters.focus();
  await projector.press("Space", "Escape", "b");
  await expect(page.getByRole("img", { name: "The screen is blank" })).toBeHidden();
  await projector.press("Escape");
  await expect(page.getByRole("button", { name: "End the talk" })).toBeFocused();
  await projector.press("Enter");
  await expect(page).not.toHaveURL(/present/u);
});

for (const theme of ["light", "dark"] as const) {
  test(`presenting keeps the rules of accessibility, ${theme}`, async ({ map, projector, visitor }) => {
    await visitor.page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
    await projector.begin();
    await projector.press("ArrowRight", "t", "q");
    await expect(visitor.page.getByRole("img", { name: /^QR code/u })).toBeVisible();
    await expectAccessible(visitor.page);
    const notes = await anotherWindow(visitor);
    await notes.page.emulateMedia({ colorScheme: theme });
    await notes.open(map.links.edit, "/notes");
    await notes.expectStep(2, 3, "A claim");
    await expectAccessible(notes.page);
    const remote = await anotherWindow(visitor);
    await remote.page.setViewportSize({ width: 360, height: 740 });
    await remote.page.emulateMedia({ colorScheme: theme });
    await remote.open(map.links.edit, "/remote");
    await remote.expectStep(2, 3, "A claim");
    await expectAccessible(remote.page);
    await remote.page.getByRole("button", { name: "Next", exact: true }).click();
    await projector.expectCards(question, claim, reason);
  });
}
