import { expect, type Locator, type Page } from "@playwright/test";

/** What is said about a map, beside the canvas. */
export class CommentsPanel {
  readonly page: Page;
  readonly panel: Locator;
  readonly field: Locator;
  /** Opens the panel, and tells how much is new. */
  readonly button: Locator;

  constructor(page: Page) {
    this.page = page;
    this.panel = page.getByRole("region", { name: "Comments" });
    this.field = this.panel.getByRole("textbox", { name: "Your comment", exact: true });
    this.button = page.getByRole("button", { name: /^Comments/u });
  }

  /** All threads. */
  async openAll(): Promise<void> {
    await this.button.click();
    await expect(this.panel).toBeVisible();
  }

  /** Begins a thread. */
  async say(text: string): Promise<void> {
    await this.begin();
    await this.field.fill(text);
    await this.panel.getByRole("button", { name: "Comment", exact: true }).click();
    await expect(this.field).toBeHidden();
  }

  /** Where something has been said, the field to begin another thread comes when asked for. */
  async begin(): Promise<void> {
    const another = this.panel.getByRole("button", { name: "Another comment on this" });
    await expect(this.field.or(another).first()).toBeVisible();
    if (await another.isVisible()) await another.click();
    await expect(this.field).toBeFocused();
  }

  /** The thread that somebody began. */
  thread(by: string): Locator {
    return this.panel.getByRole("article", { name: `Thread by ${by}` });
  }

  async reply(thread: Locator, text: string): Promise<void> {
    await thread.getByRole("textbox", { name: "Your reply" }).fill(text);
    await thread.getByRole("button", { name: "Reply" }).click();
    await expect(thread.getByRole("paragraph").filter({ hasText: text })).toBeVisible();
  }

  async choose(filter: "Open" | "For me" | "New" | "Settled"): Promise<void> {
    await this.panel.getByRole("radio", { name: filter }).click();
  }

  /** The thread in the list that says this last. */
  row(text: string): Locator {
    return this.panel.getByRole("button", { name: new RegExp(text, "u") });
  }
}
