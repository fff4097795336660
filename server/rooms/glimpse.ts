import type * as Y from "yjs";
import { readCorner } from "#shared/doc/index.ts";
import { glimpsedStretch, writeGlimpse } from "#shared/protocol/glimpse.ts";
import { limits } from "#shared/protocol/limits.ts";

const encoder = new TextEncoder();

/**
 * What can be shown of a document while it is on its way to a page; nothing for a small one. Takes some 20 ms for ten
 * thousand cards.
 */
export function makeGlimpse(ydoc: Y.Doc): Uint8Array | undefined {
  const { minGlimpsedCards, maxGlimpsedCards, maxGlimpsedLinks, maxGlimpseBytes } = limits;
  // Cards as long as they may be would make it slower than the map: then it shows fewer.
  for (let maxCards: number = maxGlimpsedCards; maxCards >= 10; maxCards = Math.floor(maxCards / 3)) {
    const corner = readCorner(ydoc, { ...glimpsedStretch, maxCards, maxLinks: maxGlimpsedLinks });
    if (corner === undefined || corner.cardCount < minGlimpsedCards) return undefined;
    const glimpse = encoder.encode(writeGlimpse(corner));
    if (glimpse.byteLength <= maxGlimpseBytes) return glimpse;
  }
  return undefined;
}

/** The glimpse of an open document, made anew when it is asked for, the document is another, and the last one is old. */
export class LiveGlimpse {
  readonly #make: () => Uint8Array | undefined;
  #made: Readonly<{ glimpse: Uint8Array | undefined; at: number }> | undefined;
  #isStale = false;

  constructor(make: () => Uint8Array | undefined) {
    this.#make = make;
  }

  /** The document has changed. */
  outdate(): void {
    this.#isStale = true;
  }

  get(now: number): Uint8Array | undefined {
    const isRecent = this.#made !== undefined && now - this.#made.at < limits.glimpseAgeMs;
    return isRecent ? this.#made?.glimpse : this.getExact(now);
  }

  /** Of the document as it is now, whatever it takes. */
  getExact(now: number): Uint8Array | undefined {
    if (this.#made && !this.#isStale) return this.#made.glimpse;
    this.#isStale = false;
    this.#made = { glimpse: this.#make(), at: now };
    return this.#made.glimpse;
  }
}
