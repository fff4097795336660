import type { CardId, RecordId } from "#shared/model/index.ts";
import {
  blank,
  endTalk,
  focusOn,
  gather,
  hold,
  joinBy,
  putTimer,
  showCode,
  showPoll,
  spotlight,
} from "#shared/presenting/index.ts";
import { test as base, expect } from "./fixtures.ts";
import { FollowPage } from "./pages/follow-page.ts";
import { expectAccessible } from "./support/accessible.ts";
import { CuttableWire } from "./support/cuttable-wire.ts";
import { ScriptedPresenter } from "./support/scripted-presenter.ts";

const [question, claim, reason, evidence, objection] = [
  "Should the library open on Sundays?",
  "It should open on Sundays",
  "Students have no other quiet place on that day",
  "A survey of 400 students says so",
  "Nobody wants to work that day",
];
const card = (index: number) => `card-${index}` as CardId;

const test = base.extend<{ presenter: ScriptedPresenter }>({
  presenter: async ({ server, map }, use) => {
    const presenter = await ScriptedPresenter.open(server.url, map, "Ada");
    presenter.addSteps([
      { title: "The question", shows: [card(0)] },
      { title: "A claim", shows: [card(1), card(2), "step-0"], reveal: "add", build: "one-by-one" },
      { title: "Evidence", shows: [card(3), "step-1"], reveal: "add" },
      { title: "An objection", shows: [card(4), "step-2"], reveal: "add" },
    ]);
    await use(presenter);
    presenter.close();
  },
});

test.use({
  names: { visitor: "Mira", viewer: "Cy" },
  startingMap: {
    title: "Sundays",
    cards: [
      { text: question, at: [0, 0], kind: "question" },
      { text: claim, at: [0, 220] },
      { text: reason, at: [-240, 440] },
      { text: evidence, at: [-240, 660], kind: "evidence" },
      { text: objection, at: [240, 440] },
    ],
    arguments: [
      { polarity: "support", from: reason, to: claim },
      { polarity: "support", from: evidence, to: reason },
      { polarity: "oppose", from: objection, to: claim },
    ],
  },
});

const phone = { width: 390, height: 844 };

test("[K30] a code typed on the first page leads to the talk, however it is typed, and a wrong one says so", async ({
  server,
  presenter,
  visitor,
}) => {
  const { code } = await presenter.joinCode();
  const { page } = visitor;
  await page.goto(server.url);
  const field = page.getByRole("textbox", { name: "Join a talk with a code" });
  await field.fill("nope");
  await page.getByRole("button", { name: "Join", exact: true }).click();
  await expect(page.getByText("A code has six letters and digits")).toBeVisible();
  await field.fill(`${code.slice(0, 3).toLowerCase()} ${code.slice(3)}`);
  await field.press("Enter");
  await expect(page.getByRole("heading", { name: "The talk has not begun" })).toBeVisible();
  await expect(page).toHaveURL(/\/follow$/u);
  await expectAccessible(page);
  // It stays open when the page is loaded anew, though no link was ever here.
  await page.reload();
  await expect(page.getByRole("heading", { name: "The talk has not begun" })).toBeVisible();

  await page.goto(new URL("/j/000000", server.url).href);
  await expect(page.getByText("No talk has this code, or it is over")).toBeVisible();
  await expectAccessible(page);
});

test("[K31] [K35] [K36] [K37] a phone reads what is shown, step by step, and a latecomer sees what there is", async ({
  map,
  presenter,
  visitor,
  browser,
}) => {
  await visitor.page.setViewportSize(phone);
  const follower = new FollowPage(visitor.page);
  await follower.open(map.links.view);
  await expect(visitor.page.getByRole("heading", { name: "The talk has not begun" })).toBeVisible();
  presenter.begin();
  await follower.expectFollowing("Ada");
  await follower.expectStep(1, 4, "The question");
  await follower.expectReading(question);

  presenter.go("s2");
  await follower.expectStep(2, 4, "A claim");
  await follower.expectReading(question, claim);
  await expect(follower.line(claim)).toContainText("New");
  // What is not revealed is not on the page at all.
  await expect(visitor.page.getByText(reason)).toHaveCount(0);
  presenter.go("s2", 1);
  await follower.expectReading(question, claim, reason);
  await expect(follower.line(reason)).toContainText("Because");
  await expect(visitor.page.getByRole("status").filter({ hasText: "Step 2 of 4: A claim" })).toHaveCount(1);
  presenter.go("s4");
  await expect(follower.line(objection)).toContainText("But");
  for (const colorScheme of ["dark", "light"] as const) {
    await visitor.page.emulateMedia({ colorScheme });
    await expectAccessible(visitor.page);
  }

  const late = await browser.newContext({ viewport: phone });
  const latecomer = new FollowPage(await late.newPage());
  await latecomer.open(map.links.view);
  await latecomer.expectStep(4, 4, "An objection");
  await latecomer.expectReading(question, claim, reason, evidence, objection);
  await latecomer.expectFollowing("Ada");
  await late.close();
});

test("[K32] who follows is counted and not shown, whatever their link gives, and can change nothing", async ({
  map,
  owner,
  presenter,
  visitor,
}) => {
  presenter.begin();
  const follower = new FollowPage(visitor.page);
  await follower.open(map.links.edit);
  await follower.expectFollowing("Ada");
  await owner.map.expectOthersHere("Ada");
  await expect.poll(() => presenter.audience()).toMatchObject({ followers: 1 });
  await follower.canvas.card(question).dblclick();
  await expect(follower.canvas.writing).toHaveCount(0);
  await visitor.press("Delete");
  await owner.canvas.expectCards(question, claim, reason, evidence, objection);
});

test("[K33] looking around by oneself ends following at once, and only one's own word begins it again", async ({
  map,
  presenter,
  visitor,
}) => {
  presenter.begin();
  const follower = new FollowPage(visitor.page);
  await follower.open(map.links.view);
  await follower.expectFollowing("Ada");
  await expect(follower.canvas.card(question)).toBeInViewport();
  for (const colorScheme of ["dark", "light"] as const) {
    await visitor.page.emulateMedia({ colorScheme });
    await expectAccessible(visitor.page);
  }

  // By hand.
  await visitor.page.mouse.move(640, 420);
  await visitor.page.mouse.wheel(0, 120);
  await follower.expectLeft("You are looking around by yourself");
  presenter.go("s3");
  await follower.expectLeft("Ada is 2 steps ahead");
  await expect(follower.canvas.card(claim)).toHaveCount(0);
  await visitor.press("r");
  await follower.expectFollowing("Ada");
  await expect(follower.canvas.card(claim)).toBeInViewport();

  // By key: forward and back by oneself.
  await visitor.press("ArrowRight");
  await follower.expectLeft("Ada is 1 step behind");
  await expect(follower.canvas.card(objection)).toBeInViewport();
  await visitor.press("Shift+ArrowLeft", "Shift+ArrowLeft", "Shift+ArrowLeft");
  await follower.expectLeft("Ada is 2 steps ahead");
  await expect(follower.canvas.card(claim)).toHaveCount(0);
  await follower.rejoin.click();
  await follower.expectFollowing("Ada");

  // By choosing a card.
  await follower.canvas.card(claim).click();
  await follower.expectLeft("You are looking around by yourself");
});

test("[K34] “gather” asks those who left, and moves only who says so", async ({
  map,
  presenter,
  visitor,
  viewer,
}) => {
  presenter.begin();
  const [stays, joins] = [new FollowPage(visitor.page), new FollowPage(viewer.page)];
  for (const each of [stays, joins]) {
    await each.open(map.links.view);
    await each.expectFollowing("Ada");
  }
  await visitor.press("ArrowRight");
  await viewer.press("ArrowRight");
  for (const each of [stays, joins]) await each.expectLeft("Ada is 1 step behind");
  presenter.go("s3");
  presenter.say(gather);
  for (const { gather: asked } of [stays, joins]) {
    await expect(asked.getByRole("heading", { name: "Ada asks everybody to come back" })).toBeVisible();
  }
  await expectAccessible(visitor.page);
  await stays.gather.getByRole("button", { name: "Stay" }).click();
  await joins.gather.getByRole("button", { name: "Join now" }).click();
  await joins.expectFollowing("Ada");
  await stays.expectLeft("Ada is 1 step ahead");

  // Who follows is not asked.
  presenter.say(gather);
  await expect(stays.gather).toBeVisible();
  await expect(joins.gather).toBeHidden();
});

test("[K35] dark, frozen, spoken about, a clock, a code and the end are as the presenter says", async ({
  map,
  presenter,
  visitor,
}) => {
  const { code } = await presenter.joinCode();
  presenter.begin();
  presenter.go("s4");
  const follower = new FollowPage(visitor.page);
  await follower.open(map.links.view);
  await follower.choose("Reading view");
  await follower.expectStep(4, 4);

  presenter.say((stage) => focusOn(stage, card(2) as RecordId));
  presenter.say((stage) => spotlight(stage, true));
  await expect(follower.line(reason)).toContainText("Spoken about now");
  await expectAccessible(visitor.page);

  presenter.say((stage) => hold(stage, true));
  presenter.go("s1");
  await follower.expectStep(4, 4);
  presenter.say((stage) => hold(stage, false));
  await follower.expectStep(1, 4);

  presenter.say((stage) => putTimer(stage, 600_000, Date.now()));
  await expect(visitor.page.getByRole("timer")).toContainText(/^(10:00|9:5\d)$/u);
  presenter.say((stage) => showCode(joinBy(stage, code), true));
  await expect(visitor.page.getByRole("region", { name: "Join with this code" })).toContainText(code);
  await expectAccessible(visitor.page);
  presenter.say((stage) => showCode(stage, false));

  presenter.say((stage) => blank(stage, true));
  await expect(visitor.page.getByText("Ada has made the screen dark")).toBeVisible();
  await expect(visitor.page.getByText(question)).toHaveCount(0);
  presenter.say((stage) => blank(stage, false));
  await follower.expectReading(question);

  presenter.say(endTalk);
  await expect(visitor.page.getByRole("heading", { name: "The talk is over" })).toBeVisible();
  await expectAccessible(visitor.page);
  await visitor.page.getByRole("button", { name: "Take it home" }).click();
  await expect(visitor.page.getByRole("dialog", { name: "Take away" })).toBeVisible();
  await visitor.press("Escape");
  await visitor.page.getByRole("button", { name: "Look around in the map" }).click();
  await expect(follower.canvas.card(objection)).toBeVisible();
});

test("[K38] hands stand in a queue, with what they are about, and signals go without a name", async ({
  map,
  presenter,
  visitor,
  viewer,
}) => {
  presenter.begin();
  presenter.go("s3");
  await visitor.page.setViewportSize(phone);
  const [first, second] = [new FollowPage(viewer.page), new FollowPage(visitor.page)];
  for (const each of [first, second]) {
    await each.open(map.links.view);
    await each.expectFollowing("Ada");
  }
  await viewer.press("h");
  await expect(first.hand).toHaveAccessibleName("Your hand is up, and you are next");
  await second.hand.click();
  const dialog = visitor.page.getByRole("dialog", { name: "Your hand is up: number 2 in the queue" });
  await dialog.getByRole("combobox", { name: "It is about" }).selectOption({ label: claim });
  await visitor.press("Escape");
  await expect(dialog).toBeHidden();
  await expectAccessible(visitor.page);
  // One's place moves up with the others' turn, and outlives a reload.
  await visitor.page.reload();
  await expect(second.hand).toHaveAccessibleName("Your hand is up: number 2 in the queue");
  await viewer.press("h");
  await expect(first.hand).toHaveAccessibleName("Raise your hand");
  await expect(second.hand).toHaveAccessibleName("Your hand is up, and you are next");
  await presenter.lowerHands();
  await expect(second.hand).toHaveAccessibleName("Raise your hand");

  const lost = visitor.page.getByRole("button", { name: "I’m lost" });
  await lost.click();
  await viewer.page.getByRole("button", { name: "Slower" }).click();
  await expect.poll(() => presenter.audience()).toMatchObject({ signals: { faster: 0, slower: 1, lost: 1 } });
  await lost.click();
  await expect.poll(() => presenter.audience()).toMatchObject({ signals: { slower: 1, lost: 0 } });
});

test("[K35] a vote is before everybody while it is open, by one key, and its result when it is shown", async ({
  map,
  presenter,
  visitor,
}) => {
  presenter.begin();
  presenter.go("s2");
  const poll = await presenter.ask(card(1));
  presenter.say((stage) => showPoll(stage, { id: poll, showsResult: false }));
  await visitor.page.setViewportSize(phone);
  const follower = new FollowPage(visitor.page);
  await follower.open(map.links.view);
  await expect(follower.ballot).toContainText(claim);
  await expectAccessible(visitor.page);
  await visitor.press("4");
  await expect(follower.ballot).toContainText("You said: Agree");
  for (let device = 0; device < 5; device += 1) await presenter.vote(poll, device, "strongly-disagree");
  await expect(follower.ballot).toContainText("6 have voted");
  await presenter.reveal(poll);
  presenter.say((stage) => showPoll(stage, { id: poll, showsResult: true }));
  await expect(follower.ballot).toContainText("5 (83%)");
  await expectAccessible(visitor.page);
});

test("[K39] a lost line and a presenter who is gone are said, the picture stays, and both heal", async ({
  server,
  map,
  presenter,
  visitor,
}) => {
  const wire = await CuttableWire.to(server.url);
  presenter.begin();
  presenter.go("s2", 1);
  await visitor.page.setViewportSize(phone);
  const follower = new FollowPage(visitor.page);
  await follower.open(wire.linkThrough(map.links.view));
  await follower.expectReading(question, claim, reason);
  wire.cut();
  await expect(visitor.page.getByText("No connection")).toBeVisible();
  await follower.expectReading(question, claim, reason);
  presenter.go("s4");
  wire.mend();
  await follower.expectStep(4, 4);
  await expect(visitor.page.getByText("No connection")).toBeHidden();

  presenter.goAway();
  await expect(visitor.page.getByText("Ada is away at the moment")).toBeVisible();
  await follower.expectReading(question, claim, reason, evidence, objection);
  presenter.comeBack();
  await expect(visitor.page.getByText("Ada is away at the moment")).toBeHidden();
  wire.close();
});
