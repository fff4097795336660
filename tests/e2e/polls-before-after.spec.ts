import type { Actor } from "./actor.ts";
import { expect, test } from "./fixtures.ts";
import { ImpactPanel } from "./pages/impact-panel.ts";
import { VotePanel } from "./pages/vote-panel.ts";
import { expectAccessible } from "./support/accessible.ts";
import { voteElsewhere, weighElsewhere } from "./support/votes.ts";

const claim = "Openness is pragmatic";

test.use({
  startingMap: {
    title: "Why open?",
    cards: [
      { text: claim, at: [0, 0] },
      { text: "It saves work", at: [-200, 200] },
      { text: "It costs money", at: [200, 200] },
    ],
    arguments: [
      { polarity: "support", from: "It saves work", to: claim },
      { polarity: "oppose", from: "It costs money", to: claim },
    ],
  },
});

/** Opens the votes on the claim by the key of its comments. */
async function openVotes(actor: Actor): Promise<VotePanel> {
  await actor.canvas.select(actor.canvas.card(claim));
  await actor.press("m");
  return new VotePanel(actor.page);
}

const badge = (actor: Actor) =>
  actor.canvas.card(claim).getByRole("button", { name: "A vote is open: show it" });

test("a class votes before and after a discussion, and sees who went where only once it is shown", async ({
  owner,
  guest,
  viewer,
  map,
}) => {
  const asked = await openVotes(owner);
  await asked.ask.click();
  await asked.section.getByText("Whoever can read the map may vote").click();

  // At a phone, by whoever only reads.
  await viewer.canvas.select(viewer.canvas.card(claim));
  await viewer.page.setViewportSize({ width: 390, height: 844 });
  // The claim is beside the narrow window now: pressed there, the canvas would be scrolled, and scrolls back at any moment.
  await viewer.press("1");
  await expect(badge(viewer)).toBeInViewport({ ratio: 1 });
  await badge(viewer).click();
  const phone = new VotePanel(viewer.page);
  for (const target of await phone.section.locator("label").all())
    expect((await target.boundingBox())?.height ?? 0, "room for a thumb").toBeGreaterThanOrEqual(44);
  await phone.choice("No view").check();
  await phone.choice("Disagree").check();
  await phone.sure("Guessing").check();
  await phone.button("Vote").click();
  await expect(phone.section).toContainText("You said: Disagree");
  const seat = await openVotes(guest);
  await seat.say("No view");
  await voteElsewhere(map.links.view, ["agree", "neutral", "disagree", "disagree"]);
  await expect(asked.section).toContainText("6 have voted");
  await asked.button("Close").click();
  await expect(seat.choice("Agree")).toBeHidden();

  // After the discussion the same people are asked again, and nothing reminds them of what they said.
  await asked.button("Ask again, after the discussion").click();
  for (const { section } of [asked, phone, seat]) await expect(section).toContainText("After");
  await expect(phone.section).not.toContainText("You said");
  await phone.say("Agree");
  await seat.say("Agree");
  await seat.say("Strongly agree");
  await voteElsewhere(map.links.view, ["agree", "agree", "disagree", "disagree", "strongly-disagree"]);
  await expect(asked.section).toContainText("7 have voted");
  for (const { section } of [asked, phone, seat]) await expect(section.getByRole("list")).toBeHidden();

  await asked.button("Show the result").click();
  for (const { section } of [asked, phone, seat]) {
    await expect(section).toContainText("50 points more agree");
    await expect(section).toContainText("Of 6 people who voted both before and after");

    await expect(section.getByRole("img", { name: "3 people of 6 who voted twice changed" })).toBeVisible();
  }
  await expect(phone.row("Agree")).toContainText("your vote");
  // Whoever came late is left out: with the flow beside it the one vote would be known.
  await expect(asked.row("Strongly disagree")).toContainText("0 (0%)");
  await expect(asked.section).toContainText("they are left out");
  await asked.button("All numbers").click();
  const flow = asked.section.getByRole("table", { name: "Who went from which stance to which" });
  await expect(flow.getByRole("row", { name: /^Disagree/u }).getByRole("cell")).toHaveText([
    "0",
    "1",
    "0",
    "2",
    "0",
    "0",
  ]);
  await expectAccessible(owner.page);

  // What was said is over: nobody says it otherwise now, nor once the page comes back.
  await viewer.page.reload();
  await viewer.map.expectOpen();
  await expect(badge(viewer)).toBeHidden();
});

test("what reasons weigh with a class becomes their strength when an editor says so, and not any more when taken back", async ({
  owner,
  guest,
  map,
}) => {
  await openVotes(owner);
  const asked = new ImpactPanel(owner.page);
  await asked.ask.click();
  await openVotes(guest);
  const seat = new ImpactPanel(guest.page);
  await seat.weigh("It saves work", "Decisive");
  await seat.weigh("It costs money", "Little");
  await seat.vote();
  await weighElsewhere(map.links.edit, [
    { "step-0": 4, "step-1": 0 },
    { "step-0": 2 },
    { "step-0": 4 },
    { "step-0": 4 },
  ]);
  await expect(asked.section).toContainText("5 have voted");
  await expect(asked.section.getByRole("list")).toBeHidden();
  await asked.button("Show the result").click();
  const result = asked.section.getByRole("list", { name: "Result" });
  await expect(result.getByRole("listitem")).toHaveCount(1);
  await expect(result).toContainText("3.6 of 4 (5 votes)");
  await expect(asked.section).toContainText("1 reason was rated by fewer than 5 people");

  await asked.button("Use as starting strengths…").click();
  await expect(asked.section.getByRole("row", { name: /It saves work/u })).toContainText("10.9");
  await expectAccessible(owner.page);
  await asked.button("Set these strengths").click();
  // The other editor's page knows it as well: there is nothing left to set.
  await expect(seat.section).toContainText("The reasons start with the strengths that this vote gave them.");
  await owner.press("ControlOrMeta+z");
  await expect(seat.button("Use as starting strengths…")).toBeVisible();
});
