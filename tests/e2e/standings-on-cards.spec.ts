import { expect, test } from "./fixtures.ts";
import { boxOf } from "./pages/canvas.ts";
import { ExportDialog } from "./pages/export-dialog.ts";
import { expectAccessible } from "./support/accessible.ts";

const [conclusion, reason] = ["The library should open on Sundays", "Visitors asked for it in spring"];
const objection = "Nobody came when it was tried";

test.use({
  startingMap: {
    title: "Sundays",
    cards: [
      { text: conclusion, at: [0, 0] },
      { text: reason, at: [440, 0], kind: "evidence" },
    ],
    arguments: [{ polarity: "support", from: reason, to: conclusion }],
  },
});

test("[E17] an objection of one changes for the other, who only looks, how the claim stands", async ({
  owner,
  viewer,
}) => {
  await owner.canvas.surface.focus();
  await owner.press("Shift+F");
  await viewer.map.chooseFromChoices("How claims stand");
  for (const { canvas } of [owner, viewer])
    for (const text of [conclusion, reason]) await expect(canvas.faring(text, "stands")).toBeVisible();

  await owner.canvas.select(owner.canvas.faring(conclusion, "stands"));
  await owner.press("o");
  await owner.canvas.write(objection);
  // Nobody has given a reason for it yet.
  for (const { canvas } of [owner, viewer]) {
    await expect(canvas.faring(objection, "unsupported")).toBeVisible();
    await expect(canvas.faring(conclusion, "stands")).toBeVisible();
  }
  await owner.press("g");
  for (const { canvas } of [owner, viewer]) {
    await expect(canvas.faring(objection, "stands")).toBeVisible();
    await expect(canvas.faring(conclusion, "contested")).toBeVisible();
  }
  await owner.map.undo();
  await expect(viewer.canvas.faring(conclusion, "stands")).toBeVisible();

  await viewer.page.reload();
  await expect(viewer.canvas.faring(conclusion, "stands")).toBeVisible();
  const saving = new ExportDialog(viewer.page);
  await saving.open();
  await saving.choose("SVG");
  await expect(viewer.page.getByRole("checkbox", { name: "How claims stand" })).toBeChecked();
  expect((await saving.save()).bytes.toString("utf8")).toContain("unsupported");
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`[E17] what the signs mean is read by keyboard alone, ${colorScheme}`, async ({ owner }) => {
    await owner.page.emulateMedia({ colorScheme });
    await owner.press("Control+k");
    await owner.type("how strong");
    await owner.press("Enter");
    const told = owner.page.getByRole("status").filter({ hasText: "How strong claims are" });
    await expect(told).toHaveText("Cards now say: How strong claims are");
    await expect(owner.canvas.faring(conclusion, "strength 0.60")).toBeVisible();
    const bar = owner.page.getByRole("region", { name: "How strong claims are" });
    await bar.getByRole("button", { name: "What the signs mean" }).press("Enter");
    const legend = owner.page.getByRole("dialog", { name: "What the signs mean" });
    await expect(legend).toContainText("weakest premise");
    await expectAccessible(owner.page);
    await owner.escapeFrom(legend);
    await bar.getByRole("button", { name: "Show it no longer" }).press("Enter");
    await expect(bar).toBeHidden();
    await expect(told).toHaveText("Cards no longer say: How strong claims are");
    await expect(owner.canvas.card(conclusion)).toBeVisible();
  });
}

test("[E17] the sign and the count of what is collapsed stand beside each other", async ({ owner }) => {
  await owner.canvas.surface.focus();
  await owner.press("Shift+F");
  const card = owner.canvas.faring(conclusion, "stands");
  await owner.canvas.select(card);
  const mark = card.getByText("stands", { exact: true });
  // While one is at the card it is offered to collapse it.
  const offer = await boxOf(card.getByRole("button", { name: "Collapse what is below" }));
  expect(offer.x + offer.width).toBeLessThanOrEqual((await boxOf(mark)).x);
  await owner.press("h");
  const count = await boxOf(card.getByRole("button", { name: /hidden below/u }));
  expect(count.x + count.width).toBeLessThanOrEqual((await boxOf(mark)).x);
});

test("[E17] on a phone the map can be seen beside what says it, and what it means is read whole", async ({
  owner,
}) => {
  await owner.page.setViewportSize({ width: 360, height: 740 });
  await owner.map.chooseFromChoices("How claims stand");
  const bar = owner.page.getByRole("region", { name: "How claims stand" });
  expect((await boxOf(bar)).width).toBeLessThan(260);
  await bar.getByRole("button", { name: "What the signs mean" }).click();
  const legend = await boxOf(owner.page.getByRole("dialog", { name: "What the signs mean" }));
  expect(legend.x).toBeGreaterThanOrEqual(0);
  expect(legend.x + legend.width).toBeLessThanOrEqual(360);
});
