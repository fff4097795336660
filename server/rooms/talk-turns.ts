import { TalkDoc } from "#shared/talk/index.ts";
import { type Draft, draftOf } from "./draft.ts";
import type { LiveDocument } from "./live-document.ts";

/**
 * Edits of what is said about a map. They come one after the other, so that all can be made in one name: each name that
 * has written stays in a document for good.
 */
export class TalkTurns {
  readonly #document: LiveDocument;
  #last: Promise<unknown> = Promise.resolve();
  #client: number | undefined;

  constructor(document: LiveDocument) {
    this.#document = document;
  }

  /** A copy of what is said, to read or to edit. */
  draft(): Draft<TalkDoc> {
    const copy = this.#document.fork();
    this.#client ??= copy.clientID;
    copy.clientID = this.#client;
    return draftOf(copy, (talk) => new TalkDoc(talk));
  }

  /** Does `edit` when all before it are done. */
  take<T>(edit: () => Promise<T>): Promise<T> {
    const done = this.#last.then(edit).catch((error: unknown) => {
      // The store may have kept what it said it had not: in the same name something else would be taken for it.
      this.#client = undefined;
      throw error;
    });
    this.#last = done.catch(() => undefined); // told to whoever asked for the edit
    return done;
  }
}
