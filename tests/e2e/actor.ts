import type { BrowserContext, Page } from "@playwright/test";
import type { Canvas } from "./pages/canvas.ts";
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

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }
}
