import type { Actor } from "./actor.ts";
import { expect, test } from "./fixtures.ts";

const [conclusion, reason, aside] = ["Openness is pragmatic", "Labs publish weights", "Chips are scarce"];

test.use({
  startingMap: {
    title: "Why open?",
    cards: [
      { text: conclusion, at: [-420, 0] },
      { text: reason, at: [0, 0] },
      { text: aside, at: [0, 260] },
    ],
    arguments: [{ polarity: "support", from: reason, to: conclusion }],
  },
});

/** Holds back a piece of the page's code until it is let go, as a slow network does. */
async function holdBack({ page }: Actor, name: string): Promise<() => void> {
  let letGo: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(new RegExp(`/assets/${name}-[^/]*\\.js$`, "u"), async (route) => {
    await held;
    await route.continue();
  });
  await page.reload();
  return letGo;
}

async function openAt(actor: Actor, text: string): Promise<void> {
  await actor.map.expectOpen();
  await actor.canvas.select(actor.canvas.card(text));
  await expect(actor.canvas.card(text)).toBeFocused();
}

test("what is typed and entered while the search is fetched is looked for and shown", async ({ owner }) => {
  const { canvas, page } = owner;
  const letGo = await holdBack(owner, "find-panel");
  await openAt(owner, conclusion);
  await owner.press("h", "/");
  await owner.typeBlindly("publish");
  await owner.press("Enter");
  letGo();
  await expect(page.getByRole("searchbox", { name: "Search the map" })).toHaveValue("publish");
  await expect(page.getByRole("search").getByRole("status")).toHaveText("Number 1 of 1");
  await expect(canvas.card(reason)).toBeVisible();
  await owner.press("Escape");
  await owner.press("t", "t");
  await expect(canvas.card(conclusion)).toBeFocused();
  // None of the letters was a key of the canvas.
  await canvas.expectCards(conclusion, reason, aside);
});

test("a card is asked for by name before the palette is there", async ({ owner }) => {
  const letGo = await holdBack(owner, "palette");
  await openAt(owner, conclusion);
  await owner.press("Control+k");
  await owner.typeBlindly("scarce");
  await owner.press("Enter");
  letGo();
  await expect(owner.canvas.card(aside)).toBeFocused();
  await expect(owner.page.getByRole("dialog", { name: "Commands" })).toBeHidden();
});

test("Escape gives up what is still being fetched, and the keyboard is where it was", async ({ owner }) => {
  const letGo = await holdBack(owner, "find-panel");
  await openAt(owner, conclusion);
  await owner.press("/");
  await owner.typeBlindly("publ");
  await owner.press("Escape");
  await expect(owner.canvas.card(conclusion)).toBeFocused();
  await owner.press("Enter");
  await expect(owner.canvas.writing).toBeFocused();
  letGo();
  await expect(owner.page.getByRole("search")).toBeHidden();
});

test("what follows Enter at once in the search is not lost, nor what follows Escape", async ({ owner }) => {
  const { canvas, page } = owner;
  await canvas.select(canvas.card(conclusion));
  await owner.press("/");
  await expect(page.getByRole("searchbox", { name: "Search the map" })).toBeFocused();
  await owner.typeBlindly("scarce");
  await owner.press("Enter", "Escape", "s");
  await canvas.write("Few can make them");
  await canvas.expectRelation("because", aside, "Few can make them");
});

test("a dialog, a menu and the palette that have just been closed swallow no key", async ({ owner }) => {
  const { canvas, map, page } = owner;
  const sources = page.getByRole("dialog", { name: "Sources" });
  await canvas.select(canvas.card(conclusion));
  await owner.press("?");
  await expect(map.keyboardHelp).toBeVisible();
  await owner.press("Escape", "b");
  await expect(sources).toBeVisible();
  await owner.press("Escape", "?");
  await expect(map.keyboardHelp).toBeVisible();
  await owner.press("Escape", "Shift+F10");
  await expect(page.getByRole("menu", { name: "What can be done with it" })).toBeVisible();
  await owner.press("Escape", "k");
  await expect(page.getByRole("menu", { name: "Colour" })).toBeVisible();
  await owner.press("Escape", "Control+k");
  await expect(page.getByRole("searchbox", { name: "Commands" })).toBeFocused();
  await owner.press("Escape", "s");
  await canvas.write("It pays");
  await canvas.expectRelation("because", conclusion, "It pays");
});

test("Escape closes a window whose keyboard has just gone with what had it", async ({ owner }) => {
  const { canvas, page } = owner;
  await canvas.select(canvas.card(conclusion));
  await owner.press("#");
  await expect(page.getByRole("combobox", { name: "Add a tag" })).toBeFocused();
  await owner.type("abroad");
  await owner.press("Enter");
  await page.getByRole("button", { name: "Remove abroad" }).press("Enter");
  await owner.press("Escape");
  await expect(page.getByRole("dialog", { name: "Tags" })).toBeHidden();
  await expect(canvas.card(conclusion)).toBeFocused();
});

test("what lies below a window that has just been closed can be pressed at once", async ({ owner }) => {
  const share = await owner.map.openShareDialog();
  await expect(share.dialog).toBeFocused();
  await owner.press("Escape");
  await owner.page.mouse.dblclick(200, 700);
  await owner.canvas.write("At once");
  await owner.canvas.expectCards(conclusion, reason, aside, "At once");
});
