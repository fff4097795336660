import { expect, test } from "./fixtures.ts";
import { expectAccessible } from "./support/accessible.ts";

const [conclusion, reason] = ["The library should open on Sundays", "Visitors asked for it in spring"];

test.use({
  startingMap: {
    title: "Sundays",
    cards: [
      { text: conclusion, at: [0, 0] },
      { text: reason, at: [440, 0] },
    ],
    arguments: [{ polarity: "support", from: reason, to: conclusion }],
  },
});

for (const theme of ["light", "dark"] as const) {
  test(`what could be better leads to the card, and goes when another mends it, ${theme}`, async ({
    owner,
    guest,
  }) => {
    await owner.page.emulateMedia({ colorScheme: theme });
    await owner.page.getByRole("button", { name: "Map health" }).press("Enter");
    const panel = owner.page.getByRole("region", { name: "Map health" });
    const unsupported = panel.getByRole("region", { name: /^Claims that nothing supports/u });
    await expect(unsupported.getByRole("button", { name: reason })).toBeVisible();
    await expectAccessible(owner.page);
    await unsupported.getByRole("button", { name: reason }).press("Enter");
    await expect(owner.map.selectionBar).toBeVisible();
    await expect(owner.canvas.card(reason)).toBeInViewport();
    await guest.canvas.select(guest.canvas.card(reason));
    await guest.press("Delete");
    await expect(unsupported.getByRole("button", { name: reason })).toHaveCount(0);
    await panel.getByRole("button", { name: "Hide remarks of this kind" }).first().press("Enter");
    await expect(panel.getByRole("button", { name: /^Show 1 hidden kind/u })).toBeVisible();
    await panel.press("Escape");
    await expect(panel).toBeHidden();
  });
}

test("on a phone the map can be seen above it", async ({ owner }) => {
  await owner.page.setViewportSize({ width: 360, height: 740 });
  await owner.page.getByRole("button", { name: "Map health" }).click();
  const panel = owner.page.getByRole("region", { name: "Map health" });
  await expect(panel.getByText(/remarks?$/u)).toBeVisible();
  const box = await panel.boundingBox();
  expect(box?.x).toBe(0);
  expect(box?.width).toBe(360);
  expect(box?.y).toBeGreaterThan(200);
});
