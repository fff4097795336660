import { expect, test } from "./fixtures.ts";
import { ExportDialog } from "./pages/export-dialog.ts";
import { expectAccessible } from "./support/accessible.ts";

const [conclusion, reason, objection] = [
  "Openness is pragmatic",
  "Labs publish weights",
  "Few <read> & use them",
];

test.use({
  startingMap: {
    title: "Why open?",
    cards: [
      { text: conclusion, at: [0, 0] },
      { text: reason, at: [440, 0] },
      { text: objection, at: [440, 200] },
    ],
    arguments: [
      { polarity: "support", from: reason, to: conclusion },
      { polarity: "oppose", from: objection, to: conclusion },
    ],
  },
});

test("a picture of the map is shown before it is saved, and holds every card", async ({ owner, guest }) => {
  await guest.canvas.addClaim("Written by the other", { x: 300, y: 500 });
  await owner.canvas.expectCards(conclusion, reason, objection, "Written by the other");
  const saving = new ExportDialog(owner.page);
  await saving.open();
  await saving.choose("SVG");
  await expect(saving.preview.getByRole("img", { name: "The map as it will be drawn" })).toBeVisible();
  const { name, bytes } = await saving.save();
  expect(name).toBe("Why open.svg");
  const texts = await owner.page.evaluate((svg) => {
    const { documentElement } = new DOMParser().parseFromString(svg, "image/svg+xml");
    return [documentElement.nodeName, documentElement.textContent?.replace(/\s+/gu, " ") ?? ""];
  }, bytes.toString("utf8"));
  expect(texts[0]).toBe("svg");
  for (const text of [conclusion, reason, objection, "Written by the other", "Why open?"])
    expect(texts[1]).toContain(text);
});

test("[F5] [FP1] which characters a PDF would have as frames is told before, and of no other file", async ({
  owner,
}) => {
  await owner.canvas.addClaim("Yes 👍 نعم", { x: 300, y: 500 });
  const saving = new ExportDialog(owner.page);
  await saving.open();
  await saving.choose("PDF");
  await expect(saving.losses).toContainText("Characters that its fonts do not have");
  await expect(saving.losses).toContainText("👍 ن ع م");
  await saving.choose("SVG");
  await expect(saving.losses).not.toContainText("👍");
});

test("files are made here, also while the server is away", async ({ owner, server }) => {
  const saving = new ExportDialog(owner.page);
  await saving.open();
  // Fetched once, the parts that make files are there.
  for (const format of ["PDF", "PNG", "Markdown"]) {
    await saving.choose(format);
    await saving.save();
  }
  await server.kill();
  await saving.choose("PDF");
  expect((await saving.save()).bytes.subarray(0, 5).toString("latin1")).toBe("%PDF-");
  await saving.choose("PNG");
  expect((await saving.save()).bytes.subarray(1, 4).toString("latin1")).toBe("PNG");
  await saving.choose("Markdown");
  const text = (await saving.save()).bytes.toString("utf8");
  for (const words of [conclusion, reason]) expect(text).toContain(words);
});

test("the whole map is saved without a network, also by who never saved one; what cannot be made says so", async ({
  owner,
  server,
}) => {
  await owner.map.expectFetched("export-dialog");
  await server.kill();
  const saving = new ExportDialog(owner.page);
  await saving.open();
  await saving.choose("Mermaid");
  await expect(saving.dialog.getByRole("alert")).toContainText("could not be fetched. Check your connection");
  await saving.choose("Counterpoint JSON");
  await expect(saving.preview).toContainText(conclusion);
  const { cards } = JSON.parse((await saving.save()).bytes.toString("utf8"));
  expect(cards).toHaveLength(3);
});

test("slides and pages come down whole", async ({ owner }) => {
  const saving = new ExportDialog(owner.page);
  await saving.open();
  await saving.choose("PowerPoint");
  const slides = await saving.save();
  expect(slides.name).toBe("Why open.pptx");
  expect(slides.bytes.subarray(0, 2).toString("latin1")).toBe("PK");
  await saving.choose("Web page");
  const page = (await saving.save()).bytes.toString("utf8");
  expect(page).toMatch(/^<!doctype html>/iu);
  expect(page).toContain("Few &lt;read&gt; &amp; use them");
});

test("texts are shown as they begin, with what they leave out, and can be copied", async ({ owner }) => {
  await owner.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const saving = new ExportDialog(owner.page);
  await saving.open();
  await saving.choose("Argdown");
  await expect(saving.preview).toContainText(conclusion);
  await expect(saving.losses).toContainText("When things were written");
  await saving.dialog.getByRole("button", { name: "Copy" }).click();
  await expect(owner.page.getByText("Copied as Argdown")).toBeVisible();
  const copied = () => owner.page.evaluate(() => navigator.clipboard.readText());
  expect(await copied()).toContain(conclusion);
  await saving.choose("SVG");
  await saving.dialog.getByRole("button", { name: "Copy" }).click();
  await expect.poll(copied).toMatch(/^<svg|^<\?xml/u);
});

test("a format offers what it heeds, and adds its words in the language chosen", async ({ owner }) => {
  const saving = new ExportDialog(owner.page);
  await saving.open();
  await saving.choose("PowerPoint");
  await expect(saving.dialog.getByRole("checkbox", { name: "How claims stand" })).toBeVisible();
  await expect(saving.dialog.getByRole("checkbox", { name: "Transparent ground" })).toBeHidden();
  await saving.choose("Markdown");
  await expect(saving.preview).toContainText(`Because:** ${reason}`);
  await saving.dialog.getByRole("combobox", { name: "Language of added words" }).selectOption("简体中文");
  await expect(saving.preview).toContainText("因为：");
  await saving.choose("SVG");
  await saving.dialog.getByText("Letters in the file").click();
  expect((await saving.save()).bytes.toString("utf8")).toContain("@font-face");
});

test("only what is selected goes into the file, and choices are there the next time", async ({ owner }) => {
  await owner.canvas.select(owner.canvas.card(conclusion));
  await owner.canvas.select(owner.canvas.card(reason), ["Shift"]);
  const saving = new ExportDialog(owner.page);
  await saving.open();
  await saving.choose("Plain outline");
  const part = saving.dialog.getByRole("combobox", { name: "Part of the map" });
  await expect(part).toHaveValue("selection");
  await expect(saving.preview).toContainText(reason);
  await expect(saving.preview).not.toContainText("Few <read>");
  await part.selectOption("The whole map");
  await expect(saving.preview).toContainText("Few <read>");
  await saving.choose("PDF");
  await saving.dialog.getByRole("combobox", { name: "Paper", exact: true }).selectOption("A4");
  await saving.dialog.getByRole("combobox", { name: "Colours" }).selectOption("Greyscale");
  await saving.close();
  await owner.page.reload();
  await owner.map.expectOpen();
  await saving.open();
  await expect(saving.dialog.getByRole("option", { name: /^PDF:/u })).toHaveAttribute(
    "aria-selected",
    "true",
  );
  await expect(saving.dialog.getByRole("combobox", { name: "Paper", exact: true })).toHaveValue("a4");
  await expect(saving.dialog.getByRole("combobox", { name: "Colours" })).toHaveValue("print");
});

test("all of it is done by keyboard", async ({ owner }) => {
  const saving = new ExportDialog(owner.page);
  await owner.canvas.surface.focus();
  await owner.press("ControlOrMeta+Shift+E");
  await expect(saving.dialog).toBeVisible();
  await expect(saving.dialog.getByRole("option", { name: /^PDF:/u })).toBeFocused();
  await owner.press("ArrowUp");
  await expect(saving.dialog.getByRole("option", { name: /^PNG:/u })).toHaveAttribute(
    "aria-selected",
    "true",
  );
  const downloading = owner.page.waitForEvent("download");
  await saving.dialog.getByRole("button", { name: "Save the file" }).focus();
  await owner.press("Enter");
  expect((await downloading).suggestedFilename()).toBe("Why open.png");
  await saving.dialog.getByRole("option", { name: /^PNG:/u }).focus();
  await owner.escapeFrom(saving.dialog);
  await expect(owner.canvas.surface).toBeFocused();
});

for (const theme of ["light", "dark"] as const) {
  test(`the dialog keeps the rules of accessibility, ${theme}`, async ({ owner }) => {
    await owner.page.emulateMedia({ colorScheme: theme });
    const saving = new ExportDialog(owner.page);
    await saving.open();
    for (const format of ["PNG", "Argdown"]) {
      await saving.choose(format);
      await expect(saving.losses).toBeVisible();
      await expectAccessible(owner.page);
    }
  });
}
