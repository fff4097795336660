import type { Locator, Page } from "@playwright/test";
import type { Actor } from "./actor.ts";
import { expect, test } from "./fixtures.ts";
import { relation } from "./pages/canvas.ts";
import { expectAccessible } from "./support/accessible.ts";

const [question, conclusion, reason] = [
  "Why do labs publish?",
  "Openness is pragmatic",
  "Labs publish weights",
];
const step = relation("because", conclusion, reason);

test.use({
  names: { guest: "Ada" },
  startingMap: {
    title: "Why open?",
    cards: [
      { text: question, at: [-480, 0], kind: "question" },
      { text: conclusion, at: [0, 0] },
      { text: reason, at: [440, 0], kind: "evidence" },
    ],
    arguments: [{ polarity: "support", from: reason, to: conclusion }],
  },
});

type Theme = "light" | "dark" | "contrast";

for (const theme of ["light", "dark", "contrast"] as const) {
  test(`the first page keeps the rules of accessibility, ${theme}`, async ({ server, owner }) => {
    await see(owner, theme);
    await owner.home.open(server.url);
    await expect(owner.home.recentMaps.getByRole("link")).toHaveCount(1);
    await expectAccessible(owner.page);
    await owner.page.getByRole("button", { name: "Appearance" }).click();
    await expectAccessibleWith(owner, owner.page.getByRole("menu", { name: /^Appearance/u }));
    await owner.home.openTemplates();
    await expectAccessible(owner.page);
  });

  test(`an open map keeps the rules of accessibility, ${theme}`, async ({ owner, guest }) => {
    await see(owner, theme);
    await owner.canvas.select(owner.canvas.card(conclusion));
    await guest.canvas.openForWriting(reason);
    await expect(owner.canvas.card(reason).getByText(/writes$/u)).toBeVisible();
    await expectAccessible(owner.page);
    await owner.canvas.link(step).click();
    await expectAccessible(owner.page);
    await owner.press("Control+a");
    await expect(owner.map.selectionBar.getByText("3 selected")).toBeVisible();
    await expectAccessible(owner.page);
  });

  test(`sharing, keyboard help and sources keep the rules of accessibility, ${theme}`, async ({ owner }) => {
    await see(owner, theme);
    const share = await owner.map.openShareDialog();
    await expect(share.link("Link for editing")).toBeVisible();
    await expectAccessible(owner.page);
    await share.close();

    await owner.canvas.select(owner.canvas.card(reason));
    await owner.press("?");
    await expectAccessibleWith(owner, owner.map.keyboardHelp);
    await owner.press("b");
    await expectAccessibleWith(owner, dialog(owner, "Sources"));
  });

  test(`what the map’s menu and the palette open keeps the rules of accessibility, ${theme}`, async ({
    owner,
  }) => {
    await see(owner, theme);
    await owner.map.chooseFromMenu("Insert a template…");
    await expectAccessibleWith(owner, dialog(owner, "Insert a template"));
    await owner.press("Control+k");
    await expectAccessibleWith(owner, dialog(owner, "Commands"));

    await owner.page.getByRole("button", { name: "Map menu" }).click();
    await expect(owner.page.getByRole("menu", { name: "Map menu" })).toBeVisible();
    await expectAccessible(owner.page);
    await owner.page.getByRole("menuitem", { name: "Your name and colour…" }).click();
    await expectAccessibleWith(owner, dialog(owner, "Your name and colour"));
    await owner.map.chooseFromMenu("Delete map…");
    await expectAccessibleWith(owner, owner.page.getByRole("alertdialog", { name: "Delete this map?" }));
  });

  test(`menus and small windows of the canvas keep the rules of accessibility, ${theme}`, async ({
    owner,
  }) => {
    const { canvas, page } = owner;
    await see(owner, theme);
    await canvas.select(canvas.card(conclusion));
    await owner.press("k");
    await expectAccessibleWith(owner, page.getByRole("menu", { name: "Colour" }));
    await expect(canvas.card(conclusion)).toBeFocused();
    await owner.press("#");
    await expect(page.getByRole("combobox", { name: "Add a tag" })).toBeFocused();
    await owner.type("economy");
    await owner.press("Enter");
    await expectAccessibleWith(owner, dialog(owner, "Tags"));
    await owner.map.choose("More");
    await expectAccessibleWith(owner, page.getByRole("menu", { name: "More" }));
    await canvas.link(step).click();
    await owner.press("i");
    await expectAccessibleWith(owner, dialog(owner, "About this step"));
  });

  test(`context menus and what is being linked keep the rules of accessibility, ${theme}`, async ({
    owner,
  }) => {
    const { canvas, page } = owner;
    await see(owner, theme);
    await canvas.select(canvas.card(conclusion));
    await owner.press("Shift+F10");
    await expectAccessibleWith(owner, page.getByRole("menu", { name: "What can be done with it" }));
    await expect(canvas.card(conclusion)).toBeFocused();
    await owner.press("l");
    await expect(page.getByText("Choose the card that speaks for it")).toBeVisible();
    await expectAccessible(page);
    await owner.press("Escape", "Escape", "Shift+F10");
    await expectAccessibleWith(owner, page.getByRole("menu", { name: "Canvas" }));
    await owner.map.use("Tidy the whole map");
    await expectAccessibleWith(owner, page.getByRole("menu", { name: "Tidy the whole map" }));
  });

  test(`panels and bars beside the canvas keep the rules of accessibility, ${theme}`, async ({ owner }) => {
    const { canvas, page } = owner;
    await see(owner, theme);
    await canvas.select(canvas.card(conclusion));
    await owner.press("Control+g");
    await expect(page.getByRole("textbox", { name: "Name of the group" })).toBeFocused();
    await owner.type("Motives");
    await owner.press("Enter");
    await expect(canvas.group("Motives")).toBeVisible();
    await owner.press("Control+f");
    await expect(page.getByRole("searchbox", { name: "Search the map" })).toBeFocused();
    await owner.type("labs");
    await expect(page.getByRole("listbox", { name: "Cards found" }).getByRole("option")).toHaveCount(2);
    await owner.press("Enter");
    await expectAccessible(page);
    await owner.press("Escape", "h", "z", "Control+Shift+f");
    await page.getByText("Evidence (1)").click();
    await page.getByText("Only dim what does not match").click();
    await expect(page.getByRole("button", { name: "Leave focus" })).toBeVisible();
    await expectAccessible(page);
    await owner.press("Escape", "\\");
    await expect(owner.map.outline.tree).toBeVisible();
    await expectAccessible(page);
    await owner.map.outline.row(conclusion).dblclick();
    await expectAccessible(page);
  });

  test(`the outline alone keeps the rules of accessibility, ${theme}`, async ({ owner, map }) => {
    await see(owner, theme);
    await owner.map.outline.open(map.links.edit);
    await owner.map.outline.row(conclusion).click();
    await expectAccessible(owner.page);
  });

  test(`a map with others keeps the rules of accessibility, ${theme}`, async ({ owner, guest }) => {
    await see(owner, theme);
    await owner.people.follow("Ada");
    await expectAccessible(owner.page);
    await owner.press("Escape");
    await owner.people.expectOwnView();
    await owner.page.mouse.move(640, 500);
    for (let turns = 0; turns < 4; turns++) await owner.page.mouse.wheel(0, 600);
    await guest.canvas.select(guest.canvas.card(conclusion));
    await guest.page.mouse.move(400, 400);
    await expect(owner.people.mark("Ada")).toBeVisible();
    await expectAccessible(owner.page);
  });

  test(`an empty map and the first steps keep the rules of accessibility, ${theme}`, async ({ owner }) => {
    await see(owner, theme);
    await owner.press("Control+a", "Delete");
    await expect(owner.canvas.cards).toHaveCount(0);
    await owner.press("Control+k");
    await expect(owner.page.getByRole("searchbox", { name: "Commands" })).toBeFocused();
    await owner.type("First steps");
    await owner.press("Enter");
    const tour = owner.page.getByRole("region", { name: "First steps" });
    await expect(tour).toBeVisible();
    await expectAccessible(owner.page);
    await tour.getByRole("button", { name: "Next" }).click();
    await expectAccessible(owner.page);
  });
}

/** More than are elements from afar: the map is only drawn then. */
const many = 80;

test.describe("a map too large to be read at once", () => {
  test.use({
    startingMap: {
      title: "Many",
      cards: Array.from({ length: many }, (_, index) => ({
        text: `Reason ${index}`,
        at: [(index % 10) * 320, Math.floor(index / 10) * 120] as const,
      })),
    },
  });

  for (const theme of ["light", "dark", "contrast"] as const) {
    test(`the drawn overview keeps the rules of accessibility, ${theme}`, async ({ owner }) => {
      await see(owner, theme);
      await owner.press("0");
      await expect(owner.canvas.cards).toHaveCount(0);
      await expectAccessible(owner.page);
      await owner.press("-", "-", "-", "ArrowDown");
      await expect(owner.page.locator(":focus")).toHaveAccessibleName(/^Claim: Reason/u);
      await expectAccessible(owner.page);
    });
  }
});

test("a map on a phone keeps the rules of accessibility", async ({ owner, map }) => {
  await owner.page.setViewportSize({ width: 390, height: 844 });
  await expectAccessible(owner.page);
  await owner.canvas.select(owner.canvas.card(conclusion));
  await expectAccessible(owner.page);
  await owner.press("Control+f");
  await expect(owner.page.getByRole("searchbox", { name: "Search the map" })).toBeFocused();
  await expectAccessible(owner.page);
  await owner.map.outline.open(map.links.edit);
  await expectAccessible(owner.page);
});

test("who asked for less motion sees none when the map is laid out, searched or asked about", async ({
  owner,
}) => {
  const { canvas, page } = owner;
  await page.emulateMedia({ reducedMotion: "reduce" });
  await canvas.select(canvas.card(conclusion));
  await owner.press("Control+f");
  await expect(page.getByRole("searchbox", { name: "Search the map" })).toBeFocused();
  await owner.type("weights");
  await expect(page.getByRole("listbox", { name: "Cards found" }).getByRole("option")).toHaveCount(1);
  await owner.press("Enter");
  await expectStill(page);
  await owner.press("Escape", "Escape", "0", "T", "?");
  await expect(owner.map.keyboardHelp).toBeVisible();
  await expectStill(page);
  await owner.escapeFrom(owner.map.keyboardHelp);
  expect(await framesOfMoving(page, () => owner.press("-"))).toBeLessThanOrEqual(1);
});

/** Nothing on the page takes longer over a change than can be seen, in milliseconds. */
const longestStillMs = 1;

async function expectStill(page: Page): Promise<void> {
  const longest = await page.evaluate(() => {
    const toMs = (times: string) =>
      times.split(",").map((time) => Number.parseFloat(time) * (time.trim().endsWith("ms") ? 1 : 1_000));
    const times = [...document.querySelectorAll("*")].flatMap((element) => {
      const { transitionDuration, animationDuration } = getComputedStyle(element);
      return [...toMs(transitionDuration), ...toMs(animationDuration)];
    });
    return Math.max(...times);
  });
  expect(longest).toBeLessThanOrEqual(longestStillMs);
}

/** How many times the view was laid elsewhere while something was done and half a second after. */
async function framesOfMoving(page: Page, act: () => Promise<void>): Promise<number> {
  const viewport = page.locator(".react-flow__viewport");
  const counted = viewport.evaluate(
    (element) =>
      new Promise<number>((resolve) => {
        let count = 0;
        const watch = new MutationObserver(() => {
          count += 1;
        });
        watch.observe(element, { attributeFilter: ["style"] });
        window.setTimeout(() => resolve(count), 1_500);
      }),
  );
  await act();
  return counted;
}

test("a map in Chinese keeps the rules of accessibility", async ({ owner }) => {
  await owner.page.getByRole("button", { name: "Map menu" }).click();
  await owner.page.getByRole("menuitemradio", { name: "简体中文" }).click();
  await expect(owner.page.getByRole("menu")).toBeHidden();
  await expect(owner.page.getByRole("button", { name: "分享" })).toBeVisible();
  await expect(owner.page.locator("html")).toHaveAttribute("lang", /^zh/u);
  await expectAccessible(owner.page);
  await owner.press("Control+k");
  await expectAccessibleWith(owner, owner.page.getByRole("dialog", { name: "命令" }));
});

function dialog(actor: Actor, name: string): Locator {
  return actor.page.getByRole("dialog", { name, exact: true });
}

/** The theme as this person's device keeps it; light and dark as the device itself asks for them. */
async function see({ page }: Actor, theme: Theme): Promise<void> {
  await page.emulateMedia(
    theme === "contrast" ? { contrast: "more" } : { colorScheme: theme, contrast: "no-preference" },
  );
  await expect(page.locator("html")).toHaveAttribute("data-theme", theme);
}

/** Waits for what opens, looks at the page with it, and closes it by Escape. */
async function expectAccessibleWith(actor: Actor, opened: Locator): Promise<void> {
  await expect(opened).toBeVisible();
  await expectAccessible(actor.page);
  await actor.escapeFrom(opened);
}
