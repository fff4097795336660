import type { Browser, Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";

test.use({
  startingMap: {
    title: "Why open?",
    cards: [
      { text: "Openness is pragmatic", at: [0, 0] },
      { text: "Labs publish weights", at: [440, 0] },
    ],
    arguments: [{ polarity: "support", from: "Labs publish weights", to: "Openness is pragmatic" }],
  },
});

/** Opens a page in a browser that asks for that language; tells every language the page was in, in order. */
async function openIn(
  browser: Browser,
  locale: string,
  url: string,
): Promise<[Page, () => Promise<string[]>]> {
  const context = await browser.newContext({ locale });
  const page = await context.newPage();
  await page.addInitScript(() => {
    const seen: string[] = [];
    const look = () => {
      const text = document.querySelector("#root")?.textContent ?? "";
      if (text !== "") seen.push(/[\u4e00-\u9fff]/u.test(text) ? "zh" : "en");
    };
    new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true });
    Object.assign(window, { languagesSeen: seen });
  });
  await page.goto(url);
  const languagesSeen = () =>
    page.evaluate(() => [...new Set(Reflect.get(window, "languagesSeen") as string[])]);
  return [page, languagesSeen];
}

test("a Chinese browser is spoken to in Chinese, without a flash of English", async ({ browser, server }) => {
  const [page, languagesSeen] = await openIn(browser, "zh-CN", server.url);
  await expect(page.getByRole("button", { name: "新建论证图" })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
  expect(await languagesSeen()).toEqual(["zh"]);
  await page.context().close();
});

test("another browser is spoken to in English; the choice in the menu holds at once and at the next visit", async ({
  browser,
  map,
}) => {
  const [page, languagesSeen] = await openIn(browser, "de-DE", map.links.edit);
  await expect(page.getByRole("group", { name: "Claim: Openness is pragmatic" })).toBeVisible();
  await page.getByRole("button", { name: "Map menu" }).click();
  await page.getByRole("menuitemradio", { name: "简体中文" }).click();
  await expect(page.getByRole("group", { name: "主张：Openness is pragmatic" })).toBeVisible();
  await expect(page.getByText("因为", { exact: true }).first()).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");

  await page.reload();
  await expect(page.getByRole("group", { name: "主张：Openness is pragmatic" })).toBeVisible();
  expect(await languagesSeen()).toEqual(["zh"]);
  await page.getByRole("button", { name: "论证图菜单" }).click();
  await page.getByRole("menuitemradio", { name: "English" }).click();
  await expect(page.getByRole("group", { name: "Claim: Openness is pragmatic" })).toBeVisible();
  await page.context().close();
});
