import { expect, type Locator, type Page } from "@playwright/test";
import { Canvas } from "./canvas.ts";

/** The page of somebody who follows a talk. */
export class FollowPage {
  readonly page: Page;
  readonly canvas: Canvas;
  readonly rejoin: Locator;
  readonly gather: Locator;
  readonly ballot: Locator;
  readonly hand: Locator;

  constructor(page: Page) {
    this.page = page;
    this.canvas = new Canvas(page);
    this.rejoin = page.getByRole("button", { name: "Rejoin" });
    this.gather = page.getByRole("alertdialog");
    this.ballot = page.getByRole("region", { name: "Your vote" });
    this.hand = page.getByRole("button", { name: /hand/iu });
  }

  /** Follows by a link of the map. */
  async open(link: string): Promise<void> {
    const url = new URL(link);
    url.pathname += "/follow";
    await this.page.goto(url.href);
  }

  /** A card as it is read, with what is said of it. */
  line(text: string): Locator {
    return this.page.getByRole("main").getByRole("listitem").filter({ hasText: text }).last();
  }

  async expectReading(...texts: readonly string[]): Promise<void> {
    const lines = this.page.getByRole("main").getByRole("listitem").locator("> div");
    await expect(lines).toHaveCount(texts.length);
    for (const [at, text] of texts.entries()) await expect(lines.nth(at)).toContainText(text);
  }

  async expectStep(number: number, count: number, title = ""): Promise<void> {
    const step = this.page.getByRole("heading", { level: 2, name: /^Step / });
    await expect(step).toContainText(`Step ${number} of ${count}${title}`);
  }

  async expectFollowing(name: string): Promise<void> {
    await expect(this.page.getByText(`Following ${name}`)).toBeVisible();
    await expect(this.rejoin).toBeHidden();
  }

  async expectLeft(words: string): Promise<void> {
    await expect(this.page.getByText(words)).toBeVisible();
    await expect(this.rejoin).toBeVisible();
  }

  async choose(view: "Reading view" | "Map"): Promise<void> {
    await this.page.getByRole("radio", { name: view }).click();
  }
}
