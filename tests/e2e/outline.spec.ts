import type { Locator } from "@playwright/test";
import type { Actor } from "./actor.ts";
import { expect, test } from "./fixtures.ts";
import { MapPage } from "./pages/map-page.ts";
import { expectAccessible } from "./support/accessible.ts";

const question = "What moves Chinese labs to give their models away?";
const pragmatic = "Openness is pragmatic";
const strategic = "Openness is strategic";
const trust = "Firms had to publish to win over programmers abroad";
const stacks = "Others bought services stacked on free models";
const aims = "Openness serves aims beyond any present need";
const meaning = "A choice is strategic when it gives something up now to gain later";
const aside = "Researchers wave questions of business aside";
const rivals = "Publishing hands rivals a discovery for nothing";
const chosen = "Whoever had no choice did not weigh present needs";

test("the example debate is mapped from an empty map in the outline only, by keyboard", async ({
  map,
  visitor,
  guest,
}) => {
  // Some five hundred letters, one key after the other.
  test.slow();
  const { outline } = visitor.map;
  await outline.open(map.links.edit);
  await visitor.map.expectSaveState("Saved");
  await pressUntil(visitor, "Tab", outline.tree);

  // A question, and two theses that answer it.
  await visitor.press("q");
  await outline.write(question);
  await visitor.press("a");
  await outline.type(pragmatic);
  await visitor.press("Control+Enter");
  await outline.write(strategic);
  await outline.expectRows(
    `Question: ${question}`,
    `  Answer. Claim: ${pragmatic}`,
    `  Answer. Claim: ${strategic}`,
  );

  // Reasons and objections; premises that only work together.
  await visitor.press("s");
  await outline.write(aims);
  await visitor.press("w");
  await outline.write(meaning);
  await visitor.press("Control+Enter");
  await outline.write(aside);
  await visitor.press("-");
  await expect(outline.row(aside)).toHaveAccessibleName(`But. Claim: ${aside}`);
  await visitor.press("ArrowUp", "ArrowUp", "ArrowUp", "ArrowUp");
  await expect(outline.row(pragmatic)).toBeFocused();
  await visitor.press("o");
  await outline.write(rivals);

  // A line at the top becomes a reason by Tab, while it is being written.
  await visitor.press("e");
  await outline.type("Firms had to publish");
  await visitor.press("Tab");
  await outline.type(" to win over programmers abroad");
  await visitor.press("Enter");
  await expect(outline.row(trust)).toBeFocused();
  await outline.expectRows(
    `Question: ${question}`,
    `  Answer. Claim: ${pragmatic}`,
    `    But. Claim: ${rivals}`,
    `  Answer. Claim: ${strategic}`,
    `    Because. Claim: ${aims}`,
    `    Together with it. Claim: ${meaning}`,
    `    But. Claim: ${aside}`,
    `  Answer. Evidence: ${trust}`,
  );
  // Below the thesis before it, up to the thesis before that, and below it.
  await visitor.press("Alt+ArrowUp", "Alt+ArrowRight");
  await expect(outline.row(trust)).toHaveAccessibleName(`Because. Evidence: ${trust}`);
  await visitor.press("Control+Enter");
  await outline.type(stacks);
  await visitor.press("Shift+Tab");
  await expect(outline.row(stacks)).toHaveAccessibleName(`Answer. Claim: ${stacks}`);
  await expect(outline.writing).toBeFocused();
  await visitor.press("Tab", "Alt+ArrowUp", "Enter");

  // An objection to a step.
  await expect(outline.row(stacks)).toBeFocused();
  await visitor.press("ArrowDown", "Shift+O");
  await outline.write(chosen);
  const done = [
    `Question: ${question}`,
    `  Answer. Claim: ${pragmatic}`,
    `    Because. Claim: ${stacks}`,
    `    Because. Evidence: ${trust}`,
    `      But, against this step. Claim: ${chosen}`,
    `    But. Claim: ${rivals}`,
    `  Answer. Claim: ${strategic}`,
    `    Because. Claim: ${aims}`,
    `    Together with it. Claim: ${meaning}`,
    `    But. Claim: ${aside}`,
  ];
  await outline.expectRows(...done);

  // The evidence gets its source.
  await visitor.press("ArrowUp");
  await expect(outline.row(trust)).toBeFocused();
  await pressUntil(visitor, "Tab", outline.toolbar);
  await pressUntil(
    visitor,
    "ArrowRight",
    outline.toolbar.getByRole("button", { name: "Sources", exact: true }),
  );
  await visitor.press("Enter");
  const dialog = visitor.page.getByRole("dialog", { name: /source|citation/iu });
  await pressUntil(visitor, "Tab", dialog.getByRole("button", { name: "Add a citation" }));
  await visitor.press("Enter");
  await pressUntil(visitor, "Tab", dialog.getByRole("textbox", { name: "Title", exact: true }));
  await visitor.type("Podcast insights");
  await pressUntil(visitor, "Tab", dialog.getByRole("textbox", { name: /^Quote/u }));
  await visitor.type("build trust and credibility");
  await pressUntil(visitor, "Tab", dialog.getByRole("button", { name: "Add a citation" }));
  await visitor.press("Enter");
  await expect(dialog.getByText("Podcast insights").first()).toBeVisible();
  // Wherever the keyboard is while the form goes and the list comes.
  await visitor.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(outline.row(trust).getByRole("button", { name: "1 source" })).toBeVisible();

  // All of it is on everybody's canvas.
  await guest.map.use("Show the whole map");
  await guest.canvas.expectRelation("because", pragmatic, trust);
  await guest.canvas.expectRelation("because", strategic, aims, meaning);
  await guest.canvas.expectRelation("but", pragmatic, rivals);
});

test.describe("with a small map", () => {
  test.use({
    startingMap: {
      title: "Why open?",
      cards: [
        { text: "Why do labs publish?", at: [-480, 0], kind: "question" },
        { text: pragmatic, at: [0, 0] },
        { text: "Labs publish weights", at: [440, 0], kind: "evidence" },
        { text: "Few read them", at: [440, 200] },
      ],
      arguments: [{ polarity: "support", from: "Labs publish weights", to: pragmatic }],
    },
  });

  test("one works on the canvas, the other in the outline, and what is selected is so in both", async ({
    owner,
    guest,
  }) => {
    const { outline } = guest.map;
    await guest.page.getByRole("button", { name: "Outline" }).click();
    await expect(outline.tree).toBeVisible();
    await outline.row("Few read them").click();
    await expect(guest.canvas.card("Few read them")).toBeVisible();
    await expect(guest.map.selectionBar).toBeVisible();
    await guest.press("Enter");
    await outline.type("Hardly anybody");

    await owner.canvas.openForWriting("Labs publish weights");
    await owner.press("End");
    await owner.canvas.write(" and papers");
    await owner.canvas.select(owner.canvas.card(pragmatic));
    await owner.map.choose("But");
    await owner.canvas.write("Nobody planned it");
    await expect(outline.row("Labs publish weights and papers")).toBeVisible();
    await expect(outline.row("Nobody planned it")).toHaveAccessibleName("But. Claim: Nobody planned it");
    await expect(outline.row("Nobody planned it").getByText(/guest|You/u)).toBeVisible();

    await outline.type(" does");
    await guest.press("Enter", "-");
    await expect(
      guest.page.getByText("Only what speaks for or against something can change sides."),
    ).toBeVisible();
    await expect(owner.canvas.card("Few read themHardly anybody does")).toBeVisible();

    await guest.canvas.select(guest.canvas.card(pragmatic));
    await expect(outline.row(pragmatic)).toHaveAttribute("aria-selected", "true");
  });

  test("a row that is dragged onto another becomes a reason for it, by pointer and by keyboard", async ({
    owner,
    guest,
  }) => {
    const { outline } = guest.map;
    await guest.page.getByRole("button", { name: "Outline" }).click();
    await outline.row("Few read them").dragTo(outline.row(pragmatic));
    await expect(outline.row("Few read them")).toHaveAccessibleName("Because. Claim: Few read them");
    await owner.canvas.expectRelation("because", pragmatic, "Few read them");
    await guest.press("Control+z");
    await expect(outline.row("Few read them")).toHaveAccessibleName("Claim: Few read them");
    await outline.row("Few read them").getByRole("button", { name: "Move: Few read them" }).focus();
    await guest.press("Enter");
    const target = outline.tree.getByRole("button", { name: `Drop on Claim: ${pragmatic}` });
    await pressUntil(guest, "ArrowUp", target);
    await guest.press("Enter");
    await expect(outline.row("Few read them")).toHaveAccessibleName("Because. Claim: Few read them");
  });

  for (const theme of ["light", "dark", "contrast"] as const) {
    test(`the outline keeps the rules of accessibility, ${theme}`, async ({ owner }) => {
      await owner.page.emulateMedia(
        theme === "contrast" ? { contrast: "more" } : { colorScheme: theme, contrast: "no-preference" },
      );
      await owner.page.getByRole("button", { name: "Outline" }).click();
      const { outline } = owner.map;
      await outline.row(pragmatic).click();
      await expectAccessible(owner.page);
      await owner.press("Enter");
      await expect(outline.writing).toBeFocused();
      await expectAccessible(owner.page);
      await owner.press("Escape");
      await outline.pane.getByRole("button", { name: "Only the outline" }).click();
      await expect(owner.canvas.surface).toBeHidden();
      await expectAccessible(owner.page);
    });
  }
});

test("on a phone the outline comes first: a claim and a reason are written by touch", async ({
  browser,
  map,
  owner,
}) => {
  const device = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const touch = new MapPage(await device.newPage());
  await touch.open(map.links.edit);
  await touch.page.getByRole("button", { name: "Write the first claim" }).tap();
  await touch.outline.write(pragmatic);
  await touch.outline.toolbar.getByRole("button", { name: "Add a reason" }).tap();
  await touch.outline.write("Labs publish weights");
  await owner.canvas.expectRelation("because", pragmatic, "Labs publish weights");
  await touch.switchTo("Map");
  await expect(touch.canvas.card(pragmatic)).toBeVisible();
  await touch.switchTo("Outline");
  await expect(touch.outline.row("Labs publish weights")).toBeVisible();
  await device.close();
});

/** More stops than there are on the way; past them the thing cannot be reached. */
const maxStops = 40;

/** Presses a key until the keyboard is on the thing, or in it. */
async function pressUntil(actor: Actor, key: string, thing: Locator): Promise<void> {
  for (let stops = 0; stops < maxStops; stops++) {
    if (await thing.evaluate((element) => element.contains(element.ownerDocument.activeElement))) return;
    await actor.walk(key);
  }
  await expect(thing, `is reached by ${key}`).toBeFocused();
}
