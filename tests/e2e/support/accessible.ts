import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const aboutColours = ["color-contrast", "link-in-text-block"] as const;

/**
 * Axe finds nothing on the page. In other themes than the light one only colours are looked at: the same test sees all
 * else of the same page in the light one.
 */
export async function expectAccessible(page: Page): Promise<void> {
  const theme = await page.locator("html").getAttribute("data-theme");
  // Half transparent words, as long as they fade in, have too little contrast.
  await page.evaluate(async () => {
    const finite = document.getAnimations().filter(({ effect }) => {
      const { endTime } = effect?.getComputedTiming() ?? {};
      return typeof endTime === "number" && Number.isFinite(endTime);
    });
    await Promise.allSettled(finite.map(({ finished }) => finished));
  });
  const find = async () => {
    // Without frames there is nothing for which axe would need a page of its own, which takes a second each time.
    const axe = new AxeBuilder({ page }).setLegacyMode(true);
    const { violations } = await (theme === "light" ? axe : axe.withRules([...aboutColours])).analyze();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join("\n")}`);
  };
  await expect.poll(find, { message: "what axe finds" }).toEqual([]);
}
