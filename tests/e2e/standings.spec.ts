import { expect, test } from "./fixtures.ts";
import { ExportDialog } from "./pages/export-dialog.ts";

test.use({
  startingMap: {
    title: "Sundays",
    cards: [
      { text: "The library should open on Sundays", at: [0, 0] },
      { text: "Visitors asked for it", at: [440, 0] },
    ],
    arguments: [
      {
        polarity: "support",
        from: "Visitors asked for it",
        to: "The library should open on Sundays",
      },
    ],
  },
});

test("[FO2] a picture tells how claims stand, once that is chosen", async ({ owner }) => {
  const saving = new ExportDialog(owner.page);
  await saving.open();
  await saving.choose("SVG");
  expect((await saving.save()).bytes.toString("utf8")).not.toContain("unsupported");
  await owner.page.getByRole("checkbox", { name: "How claims stand" }).press("Space");
  await expect(owner.page.getByRole("checkbox", { name: "How claims stand" })).toBeChecked();
  expect((await saving.save()).bytes.toString("utf8")).toContain("unsupported");
  await saving.choose("Argdown");
  await expect(owner.page.getByRole("checkbox", { name: "How claims stand" })).toHaveCount(0);
});
