import { expect, type Locator, type Page } from "@playwright/test";
import { Canvas } from "./canvas.ts";

/** A window that presents: the projector, the presenter's window, or the remote. */
export class PresenterPage {
  readonly page: Page;
  readonly canvas: Canvas;
  readonly offer: Locator;

  constructor(page: Page) {
    this.page = page;
    this.canvas = new Canvas(page);
    this.offer = page.getByRole("button", { name: "Take it" });
  }

  /** Opens one of the windows of a map by its link. */
  async open(link: string, window: "" | "/notes" | "/remote" = ""): Promise<void> {
    const url = new URL(link);
    url.pathname += `/present${window}`;
    await this.page.goto(url.href);
  }

  async begin(): Promise<void> {
    await expect(this.page.getByRole("button", { name: "Begin" })).toBeFocused();
    await this.page.keyboard.press("Enter");
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** The step as it is said to who does not see it. */
  async expectStep(number: number, count: number, title: string): Promise<void> {
    await expect(
      this.page.getByRole("status").filter({ hasText: `Step ${number} of ${count}: ${title}` }),
    ).toHaveCount(1);
  }

  /** Exactly these cards are on the projector. */
  async expectCards(...texts: readonly string[]): Promise<void> {
    await expect(this.canvas.cards).toHaveCount(texts.length);
    for (const text of texts) await expect(this.canvas.card(text)).toHaveCount(1);
  }
}
