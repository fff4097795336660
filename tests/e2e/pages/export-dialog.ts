import { readFile } from "node:fs/promises";
import { expect, type Locator, type Page } from "@playwright/test";

/** A file as it came down. */
export type SavedFile = Readonly<{ name: string; bytes: Buffer }>;

/** The dialog that saves a map as a file. */
export class ExportDialog {
  readonly dialog: Locator;
  /** What the file will look like, or how its text begins. */
  readonly preview: Locator;
  /** What the file will not have. */
  readonly losses: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.dialog = page.getByRole("dialog", { name: "Export" });
    this.preview = this.dialog.getByRole("region", { name: "Preview" });
    this.losses = this.dialog.getByRole("region", { name: "What the file will not have" });
  }

  async open(): Promise<void> {
    await this.#page.getByRole("button", { name: "Map menu" }).click();
    await this.#page.getByRole("menuitem", { name: "Export …" }).click();
    await expect(this.dialog).toBeVisible();
  }

  async choose(format: string): Promise<void> {
    const option = this.dialog.getByRole("option", { name: new RegExp(`^${format}:`, "u") });
    await option.click();
    await expect(option).toHaveAttribute("aria-selected", "true");
  }

  /** Saves the file and waits until it is there. */
  async save(): Promise<SavedFile> {
    const downloading = this.#page.waitForEvent("download");
    await this.dialog.getByRole("button", { name: "Save the file" }).click();
    const download = await downloading;
    return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
  }

  async close(): Promise<void> {
    await this.dialog.getByRole("button", { name: "Close" }).click();
    await expect(this.dialog).toBeHidden();
  }
}
