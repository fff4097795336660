import { expect, type Locator, type Page } from "@playwright/test";
import { Canvas } from "./canvas.ts";

/** The versions of a map: the list of them, and the one that is looked at, over the whole page. */
export class History {
  readonly list: Locator;
  readonly view: Locator;
  /** What has changed since the version that is looked at. */
  readonly changes: Locator;
  /** Where one is on the way from change to change. */
  readonly place: Locator;
  /** The map as it was. */
  readonly canvas: Canvas;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.list = page.getByRole("dialog", { name: "Versions", exact: true });
    this.view = page.getByRole("dialog", { name: /^Version: /u });
    this.changes = this.view.getByRole("region", { name: "What has changed since" });
    this.place = this.changes.getByRole("status");
    this.canvas = new Canvas(page, this.view);
  }

  async open(): Promise<void> {
    await this.#page.getByRole("button", { name: "Map menu" }).click();
    await this.#page.getByRole("menuitem", { name: "Versions of the map" }).click();
    await expect(this.list).toBeVisible();
  }

  /** Keeps the map as it is now, and closes the list. */
  async keep(name: string): Promise<void> {
    await this.open();
    await this.list.getByRole("textbox").fill(name);
    await this.list.getByRole("button", { name: "Keep it" }).click();
    await expect(this.row(name)).toBeVisible();
    await this.list.getByRole("button", { name: "Close" }).click();
    await expect(this.list).toBeHidden();
  }

  row(name: string): Locator {
    return this.list.getByRole("button", { name: new RegExp(`^\\d.*${name}`, "u") });
  }

  /** Opens the list, and from there a version. */
  async look(name: string): Promise<void> {
    await this.open();
    await this.row(name).click();
    await expect(this.changes).toBeVisible();
  }

  async expectCounts(...counts: readonly string[]): Promise<void> {
    for (const count of counts)
      await expect(this.changes.getByText(count, { exact: false }).first()).toBeVisible();
  }

  async restore(): Promise<void> {
    await this.view.getByRole("button", { name: "Restore this version" }).click();
    await expect(this.view).toBeHidden();
  }
}
