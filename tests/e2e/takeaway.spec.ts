import type { Locator } from "@playwright/test";
import { strFromU8, unzipSync } from "fflate";
import { type PresentationId, stepsOf } from "#shared/model/index.ts";
import { exampleMap, exampleText } from "../files/example.ts";
import { factsOfPdf, hasPoppler, wordsOfPdf } from "../files/opened-by.ts";
import type { Actor } from "./actor.ts";
import { test as base, expect } from "./fixtures.ts";
import { FollowPage } from "./pages/follow-page.ts";
import { PresenterPage } from "./pages/presenter-page.ts";
import { StepsPanel } from "./pages/steps-panel.ts";
import { TakeAwayDialog } from "./pages/take-away-dialog.ts";
import { expectAccessible } from "./support/accessible.ts";
import { createMapFrom } from "./support/new-map.ts";
import { voteElsewhere } from "./support/votes.ts";

/** The example map, with the talk that comes with it. */
const test = base.extend({
  map: async ({ server }, use) => {
    await use(await createMapFrom(server.url, exampleMap().meta.title, exampleText()));
  },
});
test.use({ names: { owner: "Mei" } });

const seminar = "p-seminar" as PresentationId;
const claim = "Openness is pragmatic";
const [objection, question] = ["Nobody has asked the labs", "What would count as asking them?"];

/** Opens the presentations and offers what can be taken home of the one that is chosen there. */
async function openTakeAway(actor: Actor): Promise<TakeAwayDialog> {
  const steps = new StepsPanel(actor.page);
  await steps.open();
  await takeAwayButton(steps).click();
  const taking = new TakeAwayDialog(actor.page);
  await expect(taking.dialog).toBeVisible();
  return taking;
}

const takeAwayButton = (steps: StepsPanel) => steps.panel.getByRole("button", { name: /^Take away/u });

/** Goes on by Tab until it has the keyboard. */
async function tabTo(actor: Actor, target: Locator): Promise<void> {
  const most = 40;
  for (let at = 0; at < most; at++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await actor.press("Tab");
  }
  throw new Error(`${target} was not reached by ${most} Tabs.`);
}

const shownSteps = () => stepsOf(exampleMap(), seminar).filter(({ isHidden }) => !isHidden);
const oneLine = (text: string) => text.replace(/\s+/gu, " ").trim();

test("[K50] [K51] [K53] [FP5] after a talk who led it and who followed it take home its steps, votes, and what came from the floor", async ({
  owner,
  map,
  browser,
}) => {
  // A whole talk on two pages.
  test.slow();
  const { page } = owner;
  const projector = new PresenterPage(page);
  const steps = new StepsPanel(page);
  await steps.open();
  await steps.panel.getByRole("button", { name: "Present", exact: true }).click();
  await projector.begin();
  const hall = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const phone = new FollowPage(await hall.newPage());
  await phone.open(map.links.view);
  await phone.expectFollowing("Mei");

  // A vote, an objection, a question, and the same vote again.
  await projector.press("ArrowRight", "v");
  await expect(page.getByText("Nobody has voted")).toBeVisible();
  await voteElsewhere(map.links.view, ["agree", "disagree", "disagree", "neutral", "disagree", "agree"]);
  await expect(page.getByText(/^6 (?:of \d+ )?have voted/u)).toBeVisible();
  await projector.press("v");
  await projector.canvas.card(claim).click();
  const said = page.getByRole("textbox", { name: "What was said" });
  await projector.press("e");
  await said.fill(objection);
  await said.press("Enter");
  await expect(projector.canvas.card(objection)).toBeVisible();
  await projector.press("e");
  await said.fill(question);
  await page.getByRole("radio", { name: "Question" }).click();
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(projector.canvas.card(question)).toBeVisible();
  await phone.page.keyboard.press("h");
  await expect(phone.hand).toHaveAccessibleName("Your hand is up, and you are next");
  await projector.press("End", "v");
  await expect(page.getByText("After", { exact: true })).toBeVisible();
  await voteElsewhere(map.links.view, ["agree", "agree", "agree", "agree", "disagree", "agree"]);
  await expect(page.getByText(/^6 (?:of \d+ )?have voted/u)).toBeVisible();
  await projector.press("Enter");
  await expect(page.getByText("50 points more agree")).toBeVisible();
  // However much is said on a phone, what stands at its head does not go.
  await expect(phone.page.getByText("50 points more agree")).toBeVisible();
  await expect(phone.page.getByRole("radio", { name: "Reading view" })).toBeInViewport({ ratio: 1 });
  await projector.press("Escape", "Enter");

  await owner.map.expectOpen();
  const taking = await openTakeAway(owner);
  const report = (await taking.save(taking.button("Markdown"))).bytes.toString("utf8");
  for (const { title } of shownSteps()) expect(report).toContain(title);
  for (const words of [
    `### ${claim}`,
    "Voted before: 6; after: 6.",
    "| disagree | 3 | 1 |",
    "| agree | 2 | 5 |",
    "Of 6 who voted twice, 50 points more agree than before.",
    `- ${objection} (against “${claim}”)`,
    `- ${question}`,
    `## Hands still raised`,
  ])
    expect(report).toContain(words);
  const web = await taking.save(taking.button("web page"));
  expect(web.name).toBe("Open or closed A seminar hour report.html");
  expect(web.bytes.toString("utf8")).toContain(`<li>${objection} (against “${claim}”)</li>`);

  // Who followed has the same at hand, and leaves the presenter's notes.
  await expect(phone.page.getByRole("heading", { name: "The talk is over" })).toBeVisible();
  await phone.page.getByRole("button", { name: "Take it home" }).click();
  const theirs = new TakeAwayDialog(phone.page);
  expect((await theirs.save(theirs.button("Markdown"))).bytes.toString("utf8")).toBe(report);
  await theirs.dialog.getByText("With the presenter’s notes").click();
  await expect(theirs.notes).not.toBeChecked();
  const handout = await theirs.save(theirs.button("PDF"));
  expect(handout.name).toBe("Open or closed A seminar hour.pdf");
  if (hasPoppler) {
    const words = wordsOfPdf(handout.bytes);
    expect(factsOfPdf(handout.bytes)["Pages"]).toBe(String(shownSteps().length));
    for (const { title, notes } of shownSteps()) {
      expect(words).toContain(title);
      expect(words).not.toContain(oneLine(notes));
    }
    for (const told of [objection, question, `Vote before the discussion: ${claim}`])
      expect(words).toContain(told);
  }
  await hall.close();
});

test("[K53] [FP5] [FX1] [FX3] handout and slides have each step with what the presenter is to say", async ({
  owner,
}) => {
  const taking = await openTakeAway(owner);
  const handout = await taking.save(taking.button("PDF"));
  expect(handout.bytes.subarray(0, 5).toString("latin1")).toBe("%PDF-");
  const slides = unzipSync((await taking.save(taking.button("PowerPoint"))).bytes);
  const slide = (number: number, folder = "slides/slide") =>
    strFromU8(slides[`ppt/${folder}${number}.xml`] ?? new Uint8Array());
  expect(Object.keys(slides).filter((path) => /^ppt\/slides\/slide/u.test(path))).toHaveLength(
    shownSteps().length + 1,
  );
  for (const [index, { notes }] of shownSteps().entries())
    expect(slide(index + 2, "notesSlides/notesSlide")).toContain(notes.split(/[’'&"]/u)[0]);
  if (hasPoppler) {
    const words = wordsOfPdf(handout.bytes);
    for (const { title, notes } of shownSteps())
      for (const told of [title, oneLine(notes)]) expect(words).toContain(told);
  }
});

test("[K53] a handout is taken home by keyboard alone, of the presentation chosen", async ({ owner }) => {
  const steps = new StepsPanel(owner.page);
  await owner.press("Shift+P");
  await expect(steps.panel).toBeFocused();
  await tabTo(owner, takeAwayButton(steps));
  await owner.press("Enter");
  const taking = new TakeAwayDialog(owner.page);
  await expect(taking.dialog).toBeVisible();
  await tabTo(owner, taking.presentation);
  await owner.press("i");
  await expect(taking.presentation).toHaveValue("p-short");
  await tabTo(owner, taking.notes);
  await owner.press("Space");
  const button = taking.button("PDF");
  await tabTo(owner, button);
  const file = await taking.save(button, () => owner.press("Enter"));
  expect(file.name).toBe("Open or closed In five minutes.pdf");
  await expect(button).toBeFocused();
  await owner.escapeFrom(taking.dialog);
  await expect(takeAwayButton(steps)).toBeFocused();
});

test("[F5] [K53] what a handout has no fonts for is said before it is made", async ({ owner, server }) => {
  const text = exampleText().replace('"title": "In five minutes"', '"title": "In five minutes 🎉 שלום"');
  const { links } = await createMapFrom(server.url, exampleMap().meta.title, text);
  await owner.page.goto(links.owner);
  const taking = await openTakeAway(owner);
  await taking.presentation.selectOption({ label: "In five minutes 🎉 שלום" });
  const handout = taking.dialog.getByRole("region", { name: "Handout" });
  await expect(handout).toContainText("become frames or are left out: 🎉 ש ל ו ם");
  await expectAccessible(owner.page);
});

test("[K53] handout and slides are made without the server; the report says that it cannot be", async ({
  owner,
  server,
}) => {
  const taking = await openTakeAway(owner);
  // Fetched once, the parts that make files are there.
  for (const kind of ["PDF", "PowerPoint"] as const) await taking.save(taking.button(kind));
  await server.kill();
  for (const kind of ["PDF", "PowerPoint"] as const)
    expect((await taking.save(taking.button(kind))).bytes.byteLength).toBeGreaterThan(1_000);
  await taking.button("web page").click();
  await expect(taking.dialog.getByRole("alert")).toContainText("The server did not answer");
});

for (const theme of ["light", "dark", "contrast"] as const) {
  test(`taking a presentation home keeps the rules of accessibility, ${theme}`, async ({ owner }) => {
    await owner.page.emulateMedia(
      theme === "contrast" ? { contrast: "more" } : { colorScheme: theme, contrast: "no-preference" },
    );
    await openTakeAway(owner);
    await expectAccessible(owner.page);
  });
}

test("taking a presentation home fits the narrowest phone", async ({ viewer }) => {
  await viewer.page.setViewportSize({ width: 360, height: 640 });
  const taking = await openTakeAway(viewer);
  for (const kind of ["PDF", "PowerPoint", "web page", "Markdown"] as const) {
    const button = taking.button(kind);
    await button.scrollIntoViewIfNeeded();
    await expect(button).toBeInViewport({ ratio: 1 });
    expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(24);
  }
  const overflow = () => taking.dialog.evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth);
  expect(await overflow()).toBe(0);
});

test("[K50] in Chinese dialog, report and name of the file are Chinese", async ({ browser, map }) => {
  const context = await browser.newContext({ locale: "zh-CN", viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.goto(map.links.view);
  await page.getByRole("button", { name: "演示", exact: true }).click();
  await page.getByRole("button", { name: /^带走/u }).click();
  const downloading = page.waitForEvent("download");
  await page.getByRole("dialog", { name: "带走" }).getByRole("button", { name: "保存 Markdown" }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe("Open or closed A seminar hour 报告.md");
  await context.close();
});
