import type { Actor } from "./actor.ts";
import { expect, test } from "./fixtures.ts";
import { CommentsPanel } from "./pages/comments-panel.ts";
import { VotePanel } from "./pages/vote-panel.ts";
import { expectAccessible } from "./support/accessible.ts";
import { voteElsewhere } from "./support/votes.ts";

const claim = "Openness is pragmatic";

test.use({ startingMap: { title: "Why open?", cards: [{ text: claim, at: [0, 0] }] } });

/** Opens the vote on a card by the key of its comments. */
async function voteOn(actor: Actor): Promise<VotePanel> {
  await actor.canvas.select(actor.canvas.card(claim));
  await actor.press("m");
  return new VotePanel(actor.page);
}

const badge = (actor: Actor) =>
  actor.canvas.card(claim).getByRole("button", { name: "A vote is open: show it" });

test("an owner asks for votes, an editor and a viewer vote blind, and the result is shown to all", async ({
  owner,
  guest,
  viewer,
}) => {
  const mine = await voteOn(owner);
  await mine.ask.click();
  await expect(mine.section).toContainText("Nobody has voted");
  await expectAccessible(owner.page);

  // Whoever only reads may vote once the owner says so.
  await badge(viewer).click();
  const viewers = new VotePanel(viewer.page);
  await expect(viewers.section).toContainText("Nobody has voted");
  await expect(viewers.choice("Agree")).toBeHidden();
  const comments = new CommentsPanel(owner.page);
  await comments.panel.getByRole("button", { name: "All comments" }).click();
  await comments.panel.getByText("Viewers may vote").click();
  await viewers.say("Agree");

  const editors = await voteOn(guest);
  await expect(editors.section).toContainText("1 has voted");
  await editors.say("Disagree");
  await editors.say("Strongly disagree");
  await expect(viewers.section).toContainText("2 have voted");
  for (const { section } of [viewers, editors]) await expect(section.getByRole("list")).toBeHidden();

  await viewer.page.reload();
  await viewer.map.expectOpen();
  await badge(viewer).click();
  await expect(viewers.section).toContainText("You said: Agree");

  // Two are too few for numbers.
  await comments.row(claim).click();
  await mine.button("Show the result").click();
  for (const { section } of [mine, viewers, editors])
    await expect(section).toContainText("Numbers are shown from 5 votes on");
  await expect(badge(owner)).toBeHidden();
});

test("five votes make a result, and editors begin anew", async ({ owner, guest, map }) => {
  const mine = await voteOn(owner);
  await mine.ask.click();
  await mine.say("Agree");
  const theirs = await voteOn(guest);
  await theirs.say("No view");
  await voteElsewhere(map.links.edit, ["agree", "agree", "strongly-disagree"]);
  await expect(mine.section).toContainText("5 have voted");
  await mine.button("Show the result").click();
  await expect(mine.row("Agree")).toContainText("3 (60%)");
  await expect(mine.row("Agree")).toContainText("your vote");
  await expect(theirs.row("Strongly disagree")).toContainText("1 (20%)");
  await expect(theirs.row("No view")).toContainText("your vote");
  await expectAccessible(owner.page);

  await theirs.button("Vote anew").click();
  await theirs.button("Vote anew").click();
  await expect(mine.section).toContainText("Nobody has voted");
  await expect(mine.choice("Agree")).not.toBeChecked();
  await theirs.button("Delete the vote").click();
  await theirs.button("Delete the vote").click();
  await expect(mine.ask).toBeVisible();
});
