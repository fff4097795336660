import { expect, type Locator, type Page } from "@playwright/test";
import { ImportDialog } from "./import-dialog.ts";

/** The first page: the ways to begin, and the maps this device knows. */
export class HomePage {
  readonly page: Page;
  readonly recentMaps: Locator;
  /** The maps of an account, where people sign in. */
  readonly myMaps: Locator;
  /** Says why the last thing tried did not succeed. */
  readonly fault: Locator;

  constructor(page: Page) {
    this.page = page;
    this.recentMaps = page.getByRole("region", { name: "Recent on this device" });
    this.myMaps = page.getByRole("region", { name: "Your maps" });
    this.fault = page.getByRole("alert");
  }

  async open(serverUrl: string): Promise<void> {
    await this.page.goto(serverUrl);
    await expect(this.page.getByRole("button", { name: "New map" })).toBeVisible();
  }

  async startNewMap(): Promise<void> {
    await this.page.getByRole("button", { name: "New map" }).click();
  }

  async openTemplates(): Promise<Locator> {
    await this.page.getByRole("button", { name: "Start from a template" }).click();
    // What one chooses there gives it another name.
    const dialog = this.page.getByRole("dialog", { name: /^(?:Start from …|From an outline)$/u });
    await expect(dialog).toBeVisible();
    return dialog;
  }

  /** Begins a map with the template of that name. */
  async startFrom(template: string): Promise<void> {
    const dialog = await this.openTemplates();
    await dialog.getByRole("button", { name: new RegExp(`^${template}`, "u") }).click();
  }

  async openExample(): Promise<void> {
    await this.page.getByRole("button", { name: "Open the example" }).click();
  }

  /** Looks into a file of that name and content. */
  async lookInto(name: string, content: string | Buffer): Promise<ImportDialog> {
    await this.page.getByRole("button", { name: "Import a file" }).click();
    const dialog = new ImportDialog(this.page);
    await dialog.chooseFile({ name, content });
    return dialog;
  }
}
