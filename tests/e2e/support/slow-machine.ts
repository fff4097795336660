import type { BrowserContext, Page } from "@playwright/test";

/** `E2E_SLOWDOWN=4` makes pages four times as slow, which shows where a test or the product counts on being quick. */
const slowdown = Number(process.env["E2E_SLOWDOWN"] ?? 1);
/** `E2E_FETCH_DELAY_MS=500` lets every piece of code of a page come so much later. */
const fetchDelayMs = Number(process.env["E2E_FETCH_DELAY_MS"] ?? 0);

/** Lets a person's pages run as on a slow machine or over a slow network, where the environment asks for it. */
export async function slowDownFetching(context: BrowserContext): Promise<void> {
  if (fetchDelayMs === 0) return;
  await context.route("**/assets/*.js", async (route) => {
    await new Promise((resolve) => setTimeout(resolve, fetchDelayMs));
    // The page may be gone by now.
    await route.continue().catch(() => undefined);
  });
}

export async function slowDown(page: Page): Promise<void> {
  if (slowdown === 1) return;
  const device = await page.context().newCDPSession(page);
  await device.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
}
