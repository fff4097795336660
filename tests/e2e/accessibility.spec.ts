import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import type { Actor } from "./actor.ts";
import { expect, test } from "./fixtures.ts";

const [question, conclusion, reason] = [
  "Why do labs publish?",
  "Openness is pragmatic",
  "Labs publish weights",
];

test.use({
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

for (const colorScheme of ["light", "dark"] as const) {
  test(`the first page keeps the rules of accessibility, ${colorScheme}`, async ({ server, owner }) => {
    await owner.page.emulateMedia({ colorScheme });
    await owner.home.open(server.url);
    await expect(owner.home.recentMaps.getByRole("link")).toHaveCount(1);
    await expectAccessible(owner.page);
    await owner.page.getByRole("button", { name: "Appearance" }).click();
    await expect(owner.page.getByRole("menu")).toBeVisible();
    await expectAccessible(owner.page);
  });

  test(`an open map keeps the rules of accessibility, ${colorScheme}`, async ({ owner, guest }) => {
    await owner.page.emulateMedia({ colorScheme });
    await owner.canvas.select(owner.canvas.card(conclusion));
    await guest.canvas.openForWriting(reason);
    await expect(owner.canvas.card(reason).getByText(/writes$/u)).toBeVisible();
    await expectAccessible(owner.page);
    await owner.canvas.link("Because Labs publish weights – for: Openness is pragmatic").click();
    await expectAccessible(owner.page);
  });

  test(`the dialogs of a map keep the rules of accessibility, ${colorScheme}`, async ({ owner }) => {
    await owner.page.emulateMedia({ colorScheme });
    const share = await owner.map.openShareDialog();
    await expect(share.link("Link for editing")).toBeVisible();
    await expectAccessible(owner.page);
    await share.close();

    await owner.canvas.select(owner.canvas.card(reason));
    await owner.press("?");
    await expect(owner.map.keyboardHelp).toBeVisible();
    await expectAccessible(owner.page);
    await close(owner, "Keyboard");

    await owner.map.choose("Sources");
    await expect(owner.page.getByRole("dialog", { name: "Sources" })).toBeVisible();
    await expectAccessible(owner.page);
    await close(owner, "Sources");

    await owner.page.getByRole("button", { name: "Map menu" }).click();
    await expect(owner.page.getByRole("menu")).toBeVisible();
    await expectAccessible(owner.page);
    await owner.page.getByRole("menuitem", { name: "Your name and colour…" }).click();
    await expect(owner.page.getByRole("dialog", { name: "Your name and colour" })).toBeVisible();
    await expectAccessible(owner.page);
  });
}

async function close(actor: Actor, dialog: string): Promise<void> {
  await actor.press("Escape");
  await expect(actor.page.getByRole("dialog", { name: dialog })).toBeHidden();
}

/** Waits until what fades in has done so: half transparent words have too little contrast. */
async function expectAccessible(page: Page): Promise<void> {
  await expect
    .poll(
      async () => {
        const { violations } = await new AxeBuilder({ page }).analyze();
        return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join("\n")}`);
      },
      { message: "what axe finds", timeout: 15_000 },
    )
    .toEqual([]);
}
