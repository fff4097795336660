import { readFile } from "node:fs/promises";
import { expect, type Locator, type Page } from "@playwright/test";
import type { SavedFile } from "./export-dialog.ts";

/** The dialog by which a presentation, and what came of it, is taken home. */
export class TakeAwayDialog {
  readonly dialog: Locator;
  readonly notes: Locator;
  readonly presentation: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.dialog = page.getByRole("dialog", { name: "Take away" });
    this.notes = this.dialog.getByRole("checkbox", { name: "With the presenter’s notes" });
    this.presentation = this.dialog.getByRole("combobox", { name: "Presentation" });
  }

  button(kind: "PDF" | "PowerPoint" | "web page" | "Markdown"): Locator {
    return this.dialog.getByRole("button", { name: `Save ${kind}` });
  }

  /** Presses the button, by mouse or by key, and waits until the file is there. */
  async save(
    button: Locator,
    press: (button: Locator) => Promise<void> = (one) => one.click(),
  ): Promise<SavedFile> {
    const downloading = this.#page.waitForEvent("download");
    await press(button);
    const download = await downloading;
    await expect(button).not.toHaveAttribute("aria-disabled", "true");
    return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
  }
}
