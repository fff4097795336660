import { expect, type Locator, type Page } from "@playwright/test";

/** The presentations of a map, beside the canvas. */
export class StepsPanel {
  readonly page: Page;
  readonly panel: Locator;
  readonly list: Locator;
  readonly button: Locator;
  readonly notes: Locator;
  readonly pathDialog: Locator;

  constructor(page: Page) {
    this.page = page;
    this.panel = page.getByRole("region", { name: "Presentations" });
    this.list = this.panel.getByRole("grid", { name: "Steps" });
    this.button = page.getByRole("button", { name: "Presentations" });
    this.notes = this.panel.getByRole("textbox", { name: "Notes" });
    this.pathDialog = page.getByRole("dialog", { name: "Build a path" });
  }

  async open(): Promise<void> {
    await this.button.click();
    await expect(this.panel).toBeVisible();
  }

  /** The step of that title, which may be followed by what else is to be said of it. */
  step(title: string): Locator {
    return this.list.getByRole("row", { name: title });
  }

  /** These are all steps, in this order, each called as it is. */
  async expectSteps(...titles: readonly string[]): Promise<void> {
    await expect
      .poll(() => this.list.getByRole("row").evaluateAll((rows) => rows.map((row) => row.ariaLabel)))
      .toEqual(titles);
  }

  /** Opens what is to be said of a step. */
  async edit(title: string): Promise<void> {
    await this.step(title).press("Enter");
    await expect(this.panel.getByRole("textbox", { name: "Title" })).toBeVisible();
  }

  /** Builds a path as the dialog proposes it. */
  async buildPath(): Promise<void> {
    await this.panel.getByRole("button", { name: "Build a path …" }).click();
    await this.pathDialog.getByRole("button", { name: "Build", exact: true }).click();
    await expect(this.pathDialog).toBeHidden();
  }

  /** Does with a step what its menu offers. */
  async choose(title: string, item: string): Promise<void> {
    await this.step(title)
      .getByRole("button", { name: /^More for step/u })
      .click();
    await this.page.getByRole("menuitem", { name: item, exact: true }).click();
  }
}
