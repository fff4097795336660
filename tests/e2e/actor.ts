import { type BrowserContext, expect, type Locator, type Page } from "@playwright/test";
import { type Canvas, nextFrames } from "./pages/canvas.ts";
import { HomePage } from "./pages/home-page.ts";
import { MapPage } from "./pages/map-page.ts";
import { People } from "./pages/people.ts";

/** One person at one device: an own browser profile with one page open. */
export class Actor {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly home: HomePage;
  readonly map: MapPage;
  readonly people: People;

  constructor(context: BrowserContext, page: Page) {
    this.context = context;
    this.page = page;
    this.home = new HomePage(page);
    this.map = new MapPage(page);
    this.people = new People(page);
  }

  get canvas(): Canvas {
    return this.map.canvas;
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Presses a key that takes the keyboard elsewhere, and waits until it is there. */
  async walk(key: string): Promise<void> {
    await this.press(key);
    await nextFrames(this.page);
  }

  /** Types into the text field that has the keyboard, or that is about to. */
  async type(text: string): Promise<void> {
    const field = this.page.locator("input:focus, textarea:focus");
    await expect(field, `the field in which “${text}” is written`).toHaveCount(1);
    await this.page.keyboard.type(text);
  }

  /** Types without a look at where it goes: into menus, and as somebody does who is quicker than the page. */
  async typeBlindly(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** Closes a dialog, a menu or a panel by Escape, once it has the keyboard. */
  async escapeFrom(opened: Locator): Promise<void> {
    await expect
      .poll(() => opened.evaluate((element) => element.contains(document.activeElement)), {
        message: "what was opened has the keyboard",
      })
      .toBe(true);
    await this.press("Escape");
    await expect(opened).toBeHidden();
  }
}
