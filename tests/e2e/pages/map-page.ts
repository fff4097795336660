import { expect, type Locator, type Page } from "@playwright/test";
import { Canvas } from "./canvas.ts";
import { Outline } from "./outline.ts";
import { ShareDialog } from "./share-dialog.ts";

/** What the page fetches ahead, by the name of its code. */
type AheadPart = "first-page" | "copy-cards" | "export-dialog";

export type SaveWord =
  | "Saved"
  | "Saving"
  | "Not saved"
  | "Offline"
  | "View only"
  | "Comments only"
  | "Locked";

/** An open map: the canvas and what stands around it. */
export class MapPage {
  readonly page: Page;
  readonly canvas: Canvas;
  readonly outline: Outline;
  readonly shareDialog: ShareDialog;
  readonly title: Locator;
  readonly dock: Locator;
  /** What can be done with what is selected. */
  readonly selectionBar: Locator;
  readonly keyboardHelp: Locator;

  constructor(page: Page) {
    this.page = page;
    this.canvas = new Canvas(page);
    this.outline = new Outline(page);
    this.shareDialog = new ShareDialog(page);
    this.title = page.getByRole("textbox", { name: "Title of the map" });
    this.dock = page.getByRole("toolbar", { name: "Canvas tools" });
    this.selectionBar = page.getByRole("toolbar", { name: "Selection" });
    this.keyboardHelp = page.getByRole("dialog", { name: "Keyboard" });
  }

  /** Opens a link, and waits until the map is there and its state is known. */
  async open(link: string): Promise<void> {
    await this.page.goto(link);
    await this.expectOpen();
  }

  async expectOpen(): Promise<void> {
    // On a phone the outline stands before the canvas.
    await expect(this.outline.tree.or(this.canvas.surface).first()).toBeVisible();
    await this.expectSaveState("Saved", "View only", "Comments only");
  }

  /**
   * Waits for code that comes while the page has nothing else to do. Before it is there the server is needed for what it
   * does, and browsers let a page copy only at once.
   */
  async expectFetched(part: AheadPart): Promise<void> {
    const isHere = () =>
      this.page.evaluate(async (name) => {
        const files = performance.getEntriesByType("resource").map((entry) => entry.name);
        const file = files.find((url) => url.includes(`/assets/${name}-`) && url.endsWith(".js"));
        if (file !== undefined) await import(file);
        return file !== undefined;
      }, part);
    await expect.poll(isHere, { message: `the code of ${part} has come` }).toBe(true);
  }

  /** On a phone: changes from the outline to the canvas, or back. */
  async switchTo(view: "Outline" | "Map"): Promise<void> {
    const change = this.page.getByRole("navigation", { name: "View" });
    await change.getByRole("radio", { name: view }).tap();
    await expect(view === "Map" ? this.canvas.surface : this.outline.tree).toBeVisible();
  }

  /** The word beside the title is one of these. */
  async expectSaveState(...words: readonly SaveWord[]): Promise<void> {
    const state = this.page.getByRole("banner").getByRole("status");
    await expect(state).toHaveText(new RegExp(`^(${words.join("|")})$`, "u"));
  }

  /** Presses a button of the dock. */
  async use(tool: string): Promise<void> {
    await this.dock.getByRole("button", { name: tool, exact: true }).click();
  }

  /** Presses a button of the bar for what is selected. */
  async choose(action: string): Promise<void> {
    await this.selectionBar.getByRole("button", { name: action, exact: true }).click();
  }

  async undo(): Promise<void> {
    await this.use("Undo");
  }

  async redo(): Promise<void> {
    await this.use("Redo");
  }

  async chooseFromMenu(item: string): Promise<void> {
    await this.page.getByRole("button", { name: "Map menu" }).click();
    await this.page.getByRole("menuitem", { name: item }).click();
  }

  /** Of the map menu: one of several that exclude each other. */
  async chooseFromChoices(choice: string): Promise<void> {
    await this.page.getByRole("button", { name: "Map menu" }).click();
    await this.page.getByRole("menuitemradio", { name: choice, exact: true }).click();
  }

  async introduce(name: string): Promise<void> {
    await this.chooseFromMenu("Your name and colour…");
    const dialog = this.page.getByRole("dialog", { name: "Your name and colour" });
    await dialog.getByRole("textbox", { name: "Name" }).fill(name);
    await dialog.getByRole("button", { name: "Save" }).click();
    await expect(dialog).toBeHidden();
  }

  /** Those others, and nobody else, are on the map. */
  async expectOthersHere(...names: readonly string[]): Promise<void> {
    const list = this.page.getByRole("list", { name: / here$/u });
    for (const name of names) await expect(list.getByRole("img", { name, exact: true })).toBeVisible();
    await expect(list.getByRole("img")).toHaveCount(names.length);
  }

  async rename(title: string): Promise<void> {
    await this.title.fill(title);
    await this.title.press("Enter");
  }

  async openShareDialog(): Promise<ShareDialog> {
    await this.page.getByRole("button", { name: "Share" }).click();
    await expect(this.shareDialog.dialog).toBeVisible();
    return this.shareDialog;
  }
}
