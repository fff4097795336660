import { expect, type Locator, type Page } from "@playwright/test";

export type LinkName = "Link for editing" | "Link for commenting" | "Link for viewing" | "Your link";

export class ShareDialog {
  readonly dialog: Locator;

  constructor(page: Page) {
    this.dialog = page.getByRole("dialog", { name: "Share" });
  }

  link(name: LinkName): Locator {
    return this.dialog.getByRole("textbox", { name });
  }

  /** Copies a link as its button does; the clipboard's owner reads it. */
  async copy(name: LinkName): Promise<void> {
    await this.dialog.getByRole("button", { name: `Copy: ${name}` }).click();
    await expect(this.dialog.getByRole("status").filter({ hasText: "Copied" })).toBeVisible();
  }

  async close(): Promise<void> {
    await this.dialog.getByRole("button", { name: "Close" }).click();
    await expect(this.dialog).toBeHidden();
  }
}
