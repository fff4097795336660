import type { Actor } from "./actor.ts";
import { expect, test } from "./fixtures.ts";
import { boxOf } from "./pages/canvas.ts";

const [near, far] = ["Openness is pragmatic", "Openness is strategic"];

test.use({
  names: { owner: "Ada", guest: "Ben", viewer: "Cy" },
  startingMap: {
    title: "Far apart",
    cards: [
      { text: near, at: [0, 0] },
      { text: far, at: [6_000, 0] },
    ],
  },
});

/** Gives the keyboard to the canvas, without moving anything. */
async function turnToCanvas({ canvas }: Actor): Promise<void> {
  await canvas.surface.focus();
}

/** Looks at a card wherever it is, by the search. */
async function lookAt(actor: Actor, text: string): Promise<void> {
  await turnToCanvas(actor);
  await actor.press("Control+f");
  await actor.page.getByRole("searchbox").fill(text);
  await expect(actor.page.getByRole("listbox", { name: "Cards found" }).getByRole("option")).toHaveCount(1);
  await actor.press("Enter");
  await expect(actor.canvas.card(text)).toBeInViewport();
  await actor.press("Escape");
}

test.beforeEach(async ({ owner, guest }) => {
  await owner.map.expectOthersHere("Ben");
  await guest.map.expectOthersHere("Ada");
});

test("whoever follows sees what the other sees, until they look for themselves", async ({ owner, guest }) => {
  await guest.people.follow("Ada");
  await lookAt(owner, far);
  await expect(guest.canvas.card(far)).toBeInViewport();
  const place = await owner.canvas.place(far);
  await guest.canvas.expectPlace(far, place);

  // A movement of one's own ends it; one key goes back.
  await guest.page.mouse.move(640, 600);
  await guest.page.mouse.wheel(0, 200);
  await guest.people.expectOwnView();
  await turnToCanvas(guest);
  await guest.press("f");
  await guest.people.expectFollowing("Ada");
  await guest.canvas.expectPlace(far, place);

  await guest.press("Escape");
  await guest.people.expectOwnView();
});

test("a chain of people follows its first, and people who follow each other stand still", async ({
  owner,
  guest,
  viewer,
}) => {
  await viewer.map.expectOthersHere("Ada", "Ben");
  await viewer.people.follow("Ben");
  await guest.people.follow("Ada");
  await lookAt(owner, far);
  await expect(guest.canvas.card(far)).toBeInViewport();
  await expect(viewer.canvas.card(far)).toBeInViewport();

  await owner.people.follow("Ben");
  const place = await owner.canvas.place(far);
  await guest.canvas.expectPlace(far, place);
  await guest.people.expectFollowing("Ada");
  await owner.people.expectFollowing("Ben");
  await guest.page.getByRole("button", { name: "Stop following" }).click();
  await guest.people.expectOwnView();
  await lookAt(guest, near);
  await expect(owner.canvas.card(near)).toBeInViewport();
  await expect(viewer.canvas.card(near)).toBeInViewport();
});

test("when they leave, one has one’s own view again and hears why", async ({ owner, guest }) => {
  await guest.people.follow("Ada");
  // It is said in passing.
  const told = guest.page.getByText("Ada has left, so this is your own view again");
  await Promise.all([expect(told).toBeVisible(), owner.page.close()]);
  await guest.people.expectOwnView();
});

test("those out of sight show at the edge, and a press goes there", async ({ owner, guest }) => {
  await lookAt(owner, far);
  await expect(guest.people.mark("Ada")).toBeVisible();
  await expect.poll(async () => (await boxOf(guest.people.mark("Ada"))).x).toBeGreaterThan(1_100);
  await guest.people.mark("Ada").click();
  await expect(guest.canvas.card(far)).toBeInViewport();
  await expect(guest.people.mark("Ada")).toBeHidden();
});

test("“gather here” asks everybody and moves nobody", async ({ owner, guest, viewer }) => {
  await owner.map.expectOthersHere("Ben", "Cy");
  await lookAt(owner, far);
  await owner.people.choose("Ben", "Ask everybody to come here");

  // Under the pointer a message stays.
  await Promise.all([guest, viewer].map(({ page }) => page.getByText("Ada asks you to come").hover()));
  await expect(guest.canvas.card(near)).toBeInViewport();
  await guest.page.getByRole("button", { name: "Not now" }).click();
  await expect(guest.page.getByText("Ada asks you to come")).toBeHidden();
  await expect(guest.canvas.card(near)).toBeInViewport();
  await viewer.page.getByRole("button", { name: "Go there" }).click();
  await expect(viewer.canvas.card(far)).toBeInViewport();

  // Who may only look cannot call.
  await viewer.page
    .getByRole("list", { name: / here$/u })
    .getByRole("button")
    .first()
    .click();
  await expect(viewer.page.getByRole("menuitem", { name: /^Follow/u })).toBeVisible();
  await expect(viewer.page.getByRole("menuitem", { name: /^Ask everybody/u })).toHaveCount(0);
});

test("the others see in a card who is typing there, while keys are pressed", async ({ owner, guest }) => {
  await guest.canvas.select(guest.canvas.card(near));
  await guest.press("Enter");
  await expect(guest.canvas.writing).toBeFocused();
  await expect(owner.canvas.surface.getByText("Ben writes")).toBeVisible();
  // For a moment after each key only.
  const typing = owner.canvas.surface.getByText("Ben typing");
  await Promise.all([expect(typing).toBeVisible(), guest.type(" after all")]);
  await expect(owner.canvas.surface.getByText("Ben writes")).toBeVisible();
  await guest.press("Enter");
  await expect(owner.canvas.surface.getByText("Ben writes")).toBeHidden();
});

test("two people drag one card: nobody’s hand is disturbed, and the last to let go says where it is", async ({
  owner,
  guest,
}) => {
  const start = await owner.canvas.place(near);
  await owner.canvas.hold(owner.canvas.card(near), 0, 200);
  await guest.canvas.hold(guest.canvas.card(near), 0, 0);
  const held = await owner.canvas.place(near);
  await guest.canvas.holdAt({ x: start.x + 300, y: start.y + 60 });
  const guestHeld = await guest.canvas.place(near);
  await owner.canvas.expectPlace(near, held);
  expect(guestHeld).not.toEqual(held);

  await owner.canvas.drop();
  await guest.canvas.expectPlace(near, guestHeld);
  await guest.canvas.drop();
  await guest.canvas.expectPlace(near, guestHeld);
  await owner.canvas.expectPlace(near, guestHeld);
});

test("on a phone, where the outline stands in front, going to somebody shows the canvas", async ({
  owner,
  guest,
}) => {
  await guest.page.setViewportSize({ width: 390, height: 800 });
  await guest.page.getByRole("radio", { name: "Outline" }).click({ force: true });
  await expect(guest.canvas.surface).toBeHidden();
  await lookAt(owner, far);
  await guest.people.choose("Ada", "Go to Ada");
  await expect(guest.canvas.card(far)).toBeInViewport();
});
