import { type ClientFile, withBody } from "./client-files.ts";

/** What the page has where its own address is to stand: link previews take whole addresses only. */
const placeholder = "https://counterpoint.invalid";
/** A server has one address or a few. Whoever makes others up gets a page made anew each time. */
const maxKept = 8;

/** The client's page, which names the address that it is fetched from. */
export class ClientPages {
  readonly #page: ClientFile | undefined;
  readonly #kept = new Map<string, ClientFile>();

  constructor(page: ClientFile | undefined) {
    this.#page = page;
  }

  /** The page for those who reach the server at `publicUrl`; undefined where the client has not been built. */
  async get(publicUrl: string): Promise<ClientFile | undefined> {
    if (this.#page === undefined) return undefined;
    const kept = this.#kept.get(publicUrl);
    if (kept !== undefined) return kept;
    const text = Buffer.from(await this.#page.body()).toString();
    const made = withBody(
      this.#page,
      Buffer.from(text.replaceAll(placeholder, () => asAttribute(publicUrl))),
    );
    if (this.#kept.size < maxKept) this.#kept.set(publicUrl, made);
    return made;
  }
}

/** A host is what the request says it is. */
function asAttribute(url: string): string {
  return url.replace(/[^\w.:/[\]~%-]/g, "");
}
