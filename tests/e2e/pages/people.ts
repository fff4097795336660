import { expect, type Locator, type Page } from "@playwright/test";

/** The others on the map: their menus, whose view one has, and who is out of sight. */
export class People {
  readonly page: Page;
  /** Whose view one has, in words. */
  readonly following: Locator;
  /** Those out of sight, at the edges of the canvas. */
  readonly edge: Locator;

  constructor(page: Page) {
    this.page = page;
    this.following = page.getByText(/^Following /u);
    this.edge = page.getByRole("list", { name: "People out of sight" });
  }

  /** Opens the menu of one of the others and chooses from it. */
  async choose(name: string, item: string): Promise<void> {
    const list = this.page.getByRole("list", { name: / here$/u });
    await list
      .getByRole("button")
      .filter({ has: this.page.getByRole("img", { name, exact: true }) })
      .click();
    await this.page.getByRole("menuitem", { name: item, exact: true }).click();
  }

  async follow(name: string): Promise<void> {
    await this.choose(name, `Follow ${name}`);
    await this.expectFollowing(name);
  }

  async expectFollowing(name: string): Promise<void> {
    await expect(this.following).toHaveText(`Following ${name}`);
  }

  async expectOwnView(): Promise<void> {
    await expect(this.following).toBeHidden();
  }

  /** The mark at the edge that says where somebody out of sight is. */
  mark(name: string): Locator {
    return this.edge.getByRole("button", { name: `Go to ${name}`, exact: true });
  }
}
