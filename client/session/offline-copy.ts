import { IndexeddbPersistence } from "y-indexeddb";
import * as Y from "yjs";

/** `loading` until what this device kept has been read; `lost` where nothing can be kept any more. */
export type CopyState = "loading" | "keeping" | "lost";

/** A browser that answers nothing must not keep the map from opening. */
const longestLoadMs = 3_000;

/**
 * The copy of a map on this device. Whatever happens to the browser's storage (refused, full, cleared, deleted by
 * another tab) the document, and with it the wire to the server, goes on; only the copy is lost, and that is told.
 */
export class OfflineCopy {
  readonly #ydoc: Y.Doc;
  readonly #persistence: IndexeddbPersistence;
  readonly #onState: (state: CopyState) => void;
  #state: CopyState = "loading";

  constructor(name: string, ydoc: Y.Doc, onState: (state: CopyState) => void) {
    this.#ydoc = ydoc;
    this.#onState = onState;
    this.#persistence = new IndexeddbPersistence(name, ydoc);
    // The library's own listener throws when its database has gone, and then no listener after it hears of the edit.
    // Ours comes once the copy has been read: as long as nobody listens, Yjs does not encode what it reads.
    ydoc.off("update", this.#persistence._storeUpdate);
    this.#persistence.once("synced", () => this.#become("keeping"));
    this.#persistence._db.catch(() => this.#lose());
    window.setTimeout(() => this.#state === "loading" && this.#lose(), longestLoadMs);
  }

  /**
   * Keeps `update` as it came, while `apply` brings it into the document: of a large map, encoding once more what was
   * just decoded would take as long as reading it.
   */
  keepAsReceived(update: Uint8Array, apply: () => void): void {
    this.#ydoc.off("update", this.#store);
    try {
      apply();
    } finally {
      if (this.#state === "keeping") this.#ydoc.on("update", this.#store);
    }
    if (this.#state === "keeping") this.#store(update, undefined);
  }

  /** Stops keeping; what is kept stays. */
  dispose(): void {
    this.#state = "lost";
    this.#ydoc.off("update", this.#store);
    this.#persistence.destroy().catch(() => undefined); // it never opened, so there is nothing to close
  }

  readonly #store = (update: Uint8Array, origin: unknown): void => {
    try {
      this.#persistence._storeUpdate(update, origin);
    } catch {
      this.#lose(); // the database was closed under us; there is no other way to hear of it
    }
  };

  #lose(): void {
    if (this.#state === "lost") return;
    this.dispose();
    this.#onState("lost");
  }

  #become(state: CopyState): void {
    if (this.#state === "lost") return;
    this.#state = state;
    if (state === "keeping") this.#ydoc.on("update", this.#store);
    this.#onState(state);
  }
}

/**
 * The name of the copy of a map. Those who may only look have one of their own: in the other there may be edits that
 * the server has not seen.
 */
export function copyName(mapId: string, mayWrite: boolean): string {
  return mayWrite ? `counterpoint:${mapId}` : `counterpoint:${mapId}:read`;
}

/** Takes all copies of a map off this device. */
export async function forgetOfflineCopy(mapId: string): Promise<void> {
  for (const mayWrite of [true, false]) {
    await new IndexeddbPersistence(copyName(mapId, mayWrite), new Y.Doc()).clearData();
  }
}
