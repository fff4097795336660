import { expect, type Locator, type Page } from "@playwright/test";

export type LinkName =
  | "Link for editing"
  | "Link for commenting"
  | "Link for viewing"
  | "Owner link"
  | "Your link";

export class ShareDialog {
  readonly dialog: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.dialog = page.getByRole("dialog", { name: "Share" });
  }

  link(name: LinkName): Locator {
    return this.dialog.getByRole("textbox", { name });
  }

  /** Makes a new link in place of one, past the question. */
  async change(opener: "New link for editing…" | "New owner link…"): Promise<void> {
    await this.dialog.getByRole("button", { name: opener }).click();
    const question = this.#page.getByRole("alertdialog", { name: /^Make a new/u });
    await question.getByRole("button", { name: "Make a new link" }).click();
    await expect(question).toBeHidden();
  }

  /** Locks or unlocks the map, and waits until the server has done it. */
  async setLocked(isLocked: boolean): Promise<void> {
    const lock = this.dialog.getByRole("checkbox", { name: "Lock the map" });
    await this.dialog.getByText("Lock the map", { exact: true }).click();
    await expect(lock).toBeChecked({ checked: isLocked });
  }

  /** Copies a link as its button does; the clipboard's owner reads it. */
  async copy(name: LinkName): Promise<void> {
    // It is said in passing.
    const said = this.dialog.getByRole("status").filter({ hasText: "Copied" });
    const button = this.dialog.getByRole("button", { name: `Copy: ${name}` });
    await Promise.all([expect(said).toBeVisible(), button.click()]);
  }

  async close(): Promise<void> {
    await this.dialog.getByRole("button", { name: "Close" }).click();
    await expect(this.dialog).toBeHidden();
  }
}
