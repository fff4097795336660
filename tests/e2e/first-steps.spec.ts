import { expect, test } from "./fixtures.ts";

test("who makes a map for the first time is told the first steps, once, and is not held up by them", async ({
  browser,
  server,
}) => {
  // A device that has never been here, unlike those of the other tests.
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(server.url);
  await page.getByRole("button", { name: "New map" }).click();
  const steps = page.getByRole("region", { name: "First steps" });
  await expect(steps.getByRole("heading", { name: "Put down a card" })).toBeVisible();
  await steps.getByRole("button", { name: "Next" }).click();
  await expect(steps.getByRole("heading", { name: "Say because and but" })).toBeVisible();

  await page.getByRole("application", { name: /^Argument map/u }).dblclick({ position: { x: 300, y: 300 } });
  await expect(steps).toBeHidden();
  await expect(page.getByRole("textbox", { name: /^Text of the/u })).toBeFocused();
  await page.keyboard.type("It pays");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("group", { name: "Claim: It pays" })).toBeVisible();
  await expect(page.getByRole("banner").getByRole("status")).toHaveText("Saved");

  await page.reload();
  await expect(page.getByRole("group", { name: "Claim: It pays" })).toBeVisible();
  await expect(steps).toBeHidden();
  await page.getByRole("button", { name: "Map menu" }).click();
  await page.getByRole("menuitem", { name: "First steps" }).click();
  await expect(steps).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(steps).toBeHidden();
  await context.close();
});

test("who comes by a link is not told what they did not ask for", async ({ browser, map }) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(map.links.edit);
  await expect(page.getByRole("banner").getByRole("status")).toHaveText("Saved");
  await expect(page.getByRole("region", { name: "First steps" })).toBeHidden();
  await context.close();
});
