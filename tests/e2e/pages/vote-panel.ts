import { expect, type Locator, type Page } from "@playwright/test";
import { exactly } from "./exactly.ts";

/** The vote on a claim, beside the canvas. */
export class VotePanel {
  readonly section: Locator;
  readonly ask: Locator;

  constructor(page: Page) {
    this.section = page.getByRole("region", { name: "Vote on this claim" });
    this.ask = page.getByRole("button", { name: "Ask for votes" });
  }

  choice(stance: string): Locator {
    return this.section.getByRole("radio", { name: stance, exact: true });
  }

  button(name: string): Locator {
    return this.section.getByRole("button", { name, exact: true });
  }

  /** Votes, or votes otherwise. */
  async say(stance: string): Promise<void> {
    await this.choice(stance).check();
    await this.section.getByRole("button", { name: /^(Vote|Change my vote)$/u }).click();
    await expect(this.section).toContainText(`You said: ${stance}`);
  }

  /** How sure one is, of what one says next. */
  sure(how: string): Locator {
    return this.section.getByRole("radio", { name: how, exact: true });
  }

  /** How many said it. */
  row(stance: string): Locator {
    const label = this.section.page().getByText(exactly(stance, ""));
    return this.section.getByRole("list", { name: "Result" }).getByRole("listitem").filter({ has: label });
  }
}
