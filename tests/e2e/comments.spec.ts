import type { Actor } from "./actor.ts";
import { expect, test } from "./fixtures.ts";
import { relation } from "./pages/canvas.ts";
import { CommentsPanel } from "./pages/comments-panel.ts";
import { expectAccessible } from "./support/accessible.ts";

const [conclusion, reason] = ["Openness is pragmatic", "Labs publish weights"];

test.use({
  names: { owner: "Ann", guest: "Ben", visitor: "Ben" },
  startingMap: {
    title: "Why open?",
    cards: [
      { text: conclusion, at: [0, 0] },
      { text: reason, at: [440, 0] },
    ],
    arguments: [{ polarity: "support", from: reason, to: conclusion }],
  },
});

/** Opens the comments on a card by the key. */
async function commentOn(actor: Actor, text: string): Promise<CommentsPanel> {
  await actor.canvas.select(actor.canvas.card(text));
  await actor.press("m");
  const comments = new CommentsPanel(actor.page);
  await expect(comments.panel).toBeVisible();
  return comments;
}

const badge = (actor: Actor, text: string) =>
  actor.canvas.card(text).getByRole("button", { name: /open thread/u });

test("a commenter says something about a card, the owner answers and settles it, live", async ({
  owner,
  map,
  visitor,
}) => {
  await visitor.map.open(map.links.comment);
  const theirs = await commentOn(visitor, conclusion);
  await expect(theirs.field).toBeFocused();
  await theirs.say("Is it? <b>No</b>, says @Ann");
  await expect(theirs.thread("Ben").getByText("Is it? <b>No</b>, says @Ann")).toBeVisible();

  await expect(badge(owner, conclusion)).toHaveText("1");
  await badge(owner, conclusion).click();
  const mine = new CommentsPanel(owner.page);
  const thread = mine.thread("Ben");
  await mine.reply(thread, "It is, @Ben");
  await expect(theirs.thread("Ben").getByText("It is, @Ben")).toBeVisible();
  await thread.getByRole("button", { name: "Settle" }).click();
  await expect(badge(visitor, conclusion)).toBeHidden();
  await expect(theirs.thread("Ben").getByRole("button", { name: "Open again" })).toBeVisible();
});

test("one's own comment can be changed and deleted, somebody else's not changed", async ({
  owner,
  map,
  visitor,
}) => {
  const mine = await commentOn(owner, conclusion);
  await mine.say("First words");
  await visitor.map.open(map.links.comment);
  const theirs = await commentOn(visitor, conclusion);
  const thread = theirs.thread("Ann");
  await expect(thread.getByText("First words")).toBeVisible();
  await expect(thread.getByRole("button", { name: "Edit" })).toBeHidden();
  await expect(thread.getByRole("button", { name: "Delete" })).toBeHidden();
  await mine.thread("Ann").getByRole("button", { name: "Edit" }).click();
  const field = mine.thread("Ann").getByRole("textbox", { name: "Your comment, to be changed" });
  await expect(field).toBeFocused();
  await field.fill("Other words");
  await field.press("Control+Enter");
  await expect(thread.getByText("Other words")).toBeVisible();
  await expect(thread.getByText("edited")).toBeVisible();
  await mine.thread("Ann").getByRole("button", { name: "Delete" }).click();
  await expect(mine.thread("Ann").getByRole("button", { name: "Cancel" })).toBeFocused();
  await mine.thread("Ann").getByRole("button", { name: "Delete" }).click();
  await expect(thread).toBeHidden();
  await expect(theirs.panel.getByText("Nothing has been said about this yet.")).toBeVisible();
});

test("what is new, and what mentions one, is told and listed until it was read", async ({ owner, guest }) => {
  const first = await commentOn(owner, reason);
  await first.say("What do you think?");
  const theirs = new CommentsPanel(guest.page);
  await expect(theirs.button).toHaveAccessibleName("Comments, 1 thread with something new");

  // A mention by the list of names.
  await first.begin();
  await first.field.fill("Say something, ");
  await first.field.pressSequentially("@be");
  await expect(owner.page.getByRole("option", { name: "Ben" })).toBeVisible();
  await first.field.press("Enter");
  await expect(first.field).toHaveValue("Say something, @Ben ");
  await first.field.press("Control+Enter");
  await expect(first.field).toBeHidden();

  await theirs.openAll();
  await theirs.choose("For me");
  await expect(theirs.row("Say something")).toContainText("mentions you");
  await theirs.row("Say something").click();
  await expect(theirs.thread("Ann")).toHaveCount(2);
  await theirs.panel.getByRole("button", { name: "Close" }).click();
  await expect(theirs.button).toHaveAccessibleName("Comments");
  await guest.page.reload();
  await guest.map.expectOpen();
  await expect(theirs.button).toHaveAccessibleName("Comments");
});

test("a viewer reads, and reacts once the owner lets them", async ({ owner, viewer }) => {
  const mine = await commentOn(owner, conclusion);
  await mine.say("Is it so?");
  const theirs = new CommentsPanel(viewer.page);
  await badge(viewer, conclusion).click();
  await expect(theirs.panel.getByText("Is it so?")).toBeVisible();
  await expect(theirs.field).toBeHidden();
  await expect(theirs.panel.getByText("Your link lets you read comments, not write them.")).toBeVisible();
  await expect(theirs.panel.getByRole("button", { name: "Reactions" })).toBeHidden();
  await mine.panel.getByRole("button", { name: "All comments" }).click();
  await mine.panel.getByText("Viewers may react").click();
  await theirs.panel.getByRole("button", { name: "Reactions" }).click();
  await viewer.page.getByRole("menuitem", { name: "Agree", exact: true }).click();
  await mine.row("Is it so").click();
  await expect(mine.panel.getByRole("button", { name: "Agree 1" })).toBeVisible();
});

test("comments on a step, and on what was deleted since", async ({ owner, guest }) => {
  const step = relation("because", conclusion, reason);
  await owner.canvas.link(step).click();
  await owner.press("m");
  const mine = new CommentsPanel(owner.page);
  await mine.say("Does that follow?");
  await expect(guest.canvas.link(step).getByRole("button", { name: /open thread/u })).toBeVisible();
  await guest.canvas.link(step).click();
  await guest.press("Delete");
  await expect(mine.panel.getByText("About: Something that was deleted")).toBeVisible();
  await expect(mine.panel.getByText("Does that follow?")).toBeVisible();
  await expect(mine.field).toBeHidden();
});

test("without the server it is said, and what was written stays", async ({ traveller, owner, wire }) => {
  const theirs = await commentOn(owner, conclusion);
  await theirs.say("Before");
  const comments = await commentOn(traveller, conclusion);
  await expect(comments.panel.getByText("Before")).toBeVisible();
  wire.cut();
  await expect(comments.panel.getByText(/^You are offline/u)).toBeVisible();
  await comments.begin();
  await comments.field.fill("Written on the train");
  await comments.panel.getByRole("button", { name: "Comment", exact: true }).click();
  await expect(comments.panel.getByRole("alert")).toContainText("Your text is kept on this device");
  await expect(comments.field).toHaveValue("Written on the train");
  wire.mend();
  await traveller.page.reload();
  await traveller.map.expectOpen();
  const again = await commentOn(traveller, conclusion);
  await expect(again.field).toHaveValue("Written on the train");
  await again.panel.getByRole("button", { name: "Comment", exact: true }).click();
  await expect(theirs.panel.getByText("Written on the train")).toBeVisible();
});

test("whoever is here can be mentioned in the first comment", async ({ owner, guest }) => {
  await owner.map.expectOthersHere("Ben");
  const mine = await commentOn(owner, conclusion);
  await mine.field.pressSequentially("Look, @be");
  await owner.page.getByRole("option", { name: "Ben" }).click();
  await mine.field.press("Control+Enter");
  const theirs = new CommentsPanel(guest.page);
  await theirs.openAll();
  await theirs.choose("For me");
  await expect(theirs.row("Look")).toContainText("mentions you");
});

test("what is settled folds away, and leads back", async ({ owner }) => {
  const mine = await commentOn(owner, conclusion);
  await mine.say("One");
  await mine.say("Two");
  await mine.panel.getByRole("button", { name: "Settle" }).first().click();
  await expect(mine.panel.getByText("One")).toBeHidden();
  await expect(mine.panel).toBeFocused();
  await mine.panel.getByRole("button", { name: "Settled (1)" }).click();
  await mine.panel.getByRole("button", { name: "Open again" }).click();
  await expect(mine.panel.getByRole("button", { name: "Settle", exact: true })).toHaveCount(2);
});

for (const theme of ["light", "dark", "contrast"] as const) {
  test(`the panel keeps the rules of accessibility, ${theme}`, async ({ owner, guest }) => {
    await owner.page.emulateMedia(
      theme === "contrast" ? { contrast: "more" } : { colorScheme: theme, contrast: "no-preference" },
    );
    await expect(owner.page.locator("html")).toHaveAttribute("data-theme", theme);
    const theirs = await commentOn(guest, conclusion);
    await theirs.say("Is it so?");
    const mine = await commentOn(owner, conclusion);
    await expect(mine.thread("Ben").getByRole("textbox", { name: "Your reply" })).toBeFocused();
    await expectAccessible(owner.page);
    await mine.panel.getByRole("button", { name: "All comments" }).click();
    await expect(mine.row("Is it so")).toBeVisible();
    await expectAccessible(owner.page);
  });
}
