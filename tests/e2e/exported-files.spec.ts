import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, type Page, test } from "@playwright/test";
import { initialExportOptions } from "#shared/formats/export-options.ts";
import { recordsOf } from "#shared/model/index.ts";
import { renderMap } from "../../server/pictures/index.ts";
import { exampleMap, mapInManyScripts } from "../files/example.ts";
import { expectAccessible } from "./support/accessible.ts";

/** Opens a file as people do who got it by mail; whatever it says in the console or asks of the network is kept. */
async function openFile(page: Page, name: string, bytes: Uint8Array): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), "counterpoint-file-"));
  const complaints: string[] = [];
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (fault) => complaints.push(fault.message));
  const address = pathToFileURL(join(folder, name)).href;
  page.on("request", (request) => {
    if (request.url() !== address && !request.url().startsWith("data:")) complaints.push(request.url());
  });
  writeFileSync(join(folder, name), bytes);
  try {
    await page.goto(address);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return complaints;
}

const madeAt = 1_777_881_600_000;

test("[FH1] [FH2] the page of a map works from a file, without network and without complaint", async ({
  page,
}) => {
  const map = exampleMap();
  const options = initialExportOptions;
  const bytes = await renderMap({ map, format: "html", options, date: "", madeAt });
  const complaints = await openFile(page, "map.html", bytes);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(map.meta.title);
  const outline = page.getByRole("region", { name: "Outline" });
  for (const { text } of recordsOf(map, "card"))
    await expect(outline.getByRole("link", { name: text }).first()).toBeVisible();

  const stage = page.getByRole("region", { name: /^Map/ });
  const [card] = recordsOf(map, "card").filter(({ kind }) => kind === "evidence");
  const shown = stage.locator(`[data-id="${card?.id}"]`).first();
  await page.getByRole("searchbox", { name: "Search" }).fill(card?.text ?? "");
  await expect(page.getByRole("status")).toHaveText("1 found");
  await page.keyboard.press("Enter");
  await expect(shown).toBeInViewport();

  await stage.focus();
  const before = await shown.boundingBox();
  await page.keyboard.press("ArrowRight");
  await expect.poll(async () => (await shown.boundingBox())?.x).not.toBe(before?.x);
  await page.keyboard.press("0");
  await expect(shown).toBeInViewport();

  const ground = () => stage.evaluate((element) => getComputedStyle(element).backgroundColor);
  const light = await ground();
  await page.getByRole("button", { name: "Light or dark" }).click();
  await expect.poll(ground).not.toBe(light);
  expect(complaints).toEqual([]);
});

test("[FH1] what people wrote stays text in the page, which everybody can use", async ({ page }) => {
  const options = initialExportOptions;
  const bytes = await renderMap({ map: mapInManyScripts(), format: "html", options, date: "", madeAt });
  const complaints = await openFile(page, "map.html", bytes);
  await expect(page.getByRole("link", { name: `<b>& "quotes" 'and' ]]> signs` })).toBeVisible();
  await expect(page.locator("b")).toHaveCount(0);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Light or dark" }).click();
  await expectAccessible(page);
  expect(complaints).toEqual([]);
});

test("the SVG of a map opens without network and without complaint", async ({ page }) => {
  const options = initialExportOptions;
  const bytes = await renderMap({ map: exampleMap(), format: "svg", options, date: "", madeAt });
  const complaints = await openFile(page, "map.svg", bytes);
  await expect(page.locator("svg").first()).toBeVisible();
  expect(await page.locator("parsererror").count()).toBe(0);
  expect(complaints).toEqual([]);
});
