import { expect, type Locator, type Page } from "@playwright/test";
import { exactly } from "./exactly.ts";

/** The outline as one person has it before them. */
export class Outline {
  readonly page: Page;
  readonly pane: Locator;
  readonly tree: Locator;
  readonly toolbar: Locator;
  /** The field of the row that is being written. */
  readonly writing: Locator;

  constructor(page: Page) {
    this.page = page;
    this.pane = page.getByRole("region", { name: "Outline of the map" });
    this.tree = page.getByRole("treegrid", { name: "Cards of the map as an outline" });
    this.toolbar = page.getByRole("toolbar", { name: "Outline tools" });
    this.writing = this.tree.getByRole("textbox", { name: /^Text of the/u });
  }

  /** Opens a map's link with the outline alone. */
  async open(link: string): Promise<void> {
    const url = new URL(link);
    url.pathname += "/outline";
    await this.page.goto(url.href);
    await expect(this.tree).toBeVisible();
  }

  row(text: string): Locator {
    return this.tree.getByRole("row", { name: exactly(text, /(?:[^:]+\. )?(?:Claim|Question|Evidence): /u) });
  }

  /** Writes in the row that is open for writing; whoever calls says how it ends. */
  async type(text: string): Promise<void> {
    await expect(this.writing).toBeFocused();
    await this.page.keyboard.type(text);
  }

  /** Writes in the row that is open for writing, and ends with Enter: the keyboard is on the row then. */
  async write(text: string): Promise<void> {
    await this.type(text);
    await this.page.keyboard.press("Enter");
    await expect(this.writing).toBeHidden();
    await expect(this.row(text)).toBeFocused();
  }

  /** All rows in sight, a step in for each level: exactly these. */
  async expectRows(...lines: readonly string[]): Promise<void> {
    await expect
      .poll(() =>
        this.tree.getByRole("row").evaluateAll((rows) =>
          rows.map((row) => {
            const level = Number(row.getAttribute("aria-level"));
            return `${"  ".repeat(level - 1)}${row.getAttribute("aria-label")}`;
          }),
        ),
      )
      .toEqual(lines);
  }

  /** Presses a button of the outline's bar. */
  async use(tool: string): Promise<void> {
    await this.toolbar.getByRole("button", { name: tool, exact: true }).click();
  }
}
