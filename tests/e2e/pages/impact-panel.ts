import { expect, type Locator, type Page } from "@playwright/test";

/** The vote on how much the reasons of a claim weigh, beside the canvas. */
export class ImpactPanel {
  readonly section: Locator;
  readonly ask: Locator;

  constructor(page: Page) {
    this.section = page.getByRole("region", { name: "Vote on how much the reasons weigh" });
    this.ask = page.getByRole("button", { name: "Ask how much its reasons weigh" });
  }

  button(name: string): Locator {
    return this.section.getByRole("button", { name, exact: true });
  }

  /** Says what a reason weighs; sent by `vote`. */
  async weigh(reason: string, impact: string): Promise<void> {
    const row = this.section.getByRole("group").filter({ hasText: reason });
    await row.getByRole("radio", { name: impact, exact: true }).check();
  }

  async vote(): Promise<void> {
    await this.button("Vote").click();
    await expect(this.button("Change my vote")).toBeDisabled();
  }
}
