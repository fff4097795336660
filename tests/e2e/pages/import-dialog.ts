import { expect, type Locator, type Page } from "@playwright/test";

/** A file that somebody has on their device. */
export type OwnFile = Readonly<{ name: string; content: string | Buffer }>;

/** The dialog that looks into a file, on the first page and over a map. */
export class ImportDialog {
  readonly dialog: Locator;
  /** How many things of each kind the file holds. */
  readonly counts: Locator;
  /** What was found while reading it. */
  readonly findings: Locator;
  readonly fault: Locator;
  readonly format: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.dialog = page.getByRole("dialog", { name: "Import" });
    this.counts = this.dialog.getByRole("region", { name: "What is in it" });
    this.findings = this.dialog.getByRole("region", { name: "Remarks about the file" });
    this.fault = this.dialog.getByRole("alert");
    this.format = this.dialog.getByRole("combobox", { name: "Read as" });
  }

  /** From the menu of an open map. */
  async open(): Promise<void> {
    await this.#page.getByRole("button", { name: "Map menu" }).click();
    await this.#page.getByRole("menuitem", { name: "Import …" }).click();
    await expect(this.dialog).toBeVisible();
  }

  async chooseFile({ name, content }: OwnFile): Promise<void> {
    const chooser = this.#page.waitForEvent("filechooser");
    await this.dialog.getByRole("button", { name: "Choose a file" }).click();
    await (await chooser).setFiles({ name, mimeType: "", buffer: Buffer.from(content) });
  }

  /** Lets go of a file over something of the page. */
  async dropFile({ name, content }: OwnFile, over: Locator): Promise<void> {
    const transfer = await this.#page.evaluateHandle(
      ([fileName, text]) => {
        const data = new DataTransfer();
        data.items.add(new File([text], fileName));
        return data;
      },
      [name, content.toString()] as const,
    );
    await over.dispatchEvent("drop", { dataTransfer: transfer, clientX: 640, clientY: 400 });
    await expect(this.dialog).toBeVisible();
  }

  async another(): Promise<void> {
    await this.dialog.getByRole("button", { name: "Another file" }).click();
  }

  async addToMap(): Promise<void> {
    await this.dialog.getByRole("button", { name: "Add to this map" }).click();
    await expect(this.dialog).toBeHidden();
  }

  async openAsNew(): Promise<void> {
    await this.dialog.getByRole("button", { name: "Open as a new map" }).click();
  }
}
