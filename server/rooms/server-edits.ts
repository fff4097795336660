import { ArgumentDoc } from "#shared/doc/index.ts";
import { limits } from "#shared/protocol/limits.ts";
import { isTalkRoom, type RoomId } from "#shared/protocol/rooms.ts";
import type { TalkDoc } from "#shared/talk/index.ts";
import type { DocumentLog } from "./document-log.ts";
import { type Draft, draftOf, readDraft } from "./draft.ts";
import type { LiveDocument } from "./live-document.ts";
import { DocumentFullError, StoreError } from "./ports.ts";
import { TalkTurns } from "./talk-turns.ts";

export type ServerEditsOptions = Readonly<{
  id: RoomId;
  now: () => number;
  document: LiveDocument;
  storing: DocumentLog;
  /** What an edit changed, once it is committed and in the document. */
  onChanged: (update: Uint8Array | undefined) => void;
}>;

/** What the server itself writes into one room's document: first to disk, then shown. */
export class ServerEdits {
  readonly #options: ServerEditsOptions;
  readonly #maxBytes: number;
  readonly #talk: TalkTurns;
  #underWay = 0;
  /** Of edits that wait for the disk; they are in the document only after it. */
  #committingBytes = 0;

  constructor(options: ServerEditsOptions) {
    this.#options = options;
    this.#maxBytes = isTalkRoom(options.id) ? limits.maxTalkBytes : limits.maxDocumentBytes;
    this.#talk = new TalkTurns(options.document);
  }

  /** Whether no edit is being made or waits for the disk. */
  get isIdle(): boolean {
    return this.#underWay === 0;
  }

  async edit<T>(edit: (map: ArgumentDoc) => T): Promise<T> {
    return this.#edit(this.#draft(), edit);
  }

  async write(update: Uint8Array): Promise<void> {
    this.#underWay++;
    try {
      await this.#commit(update);
    } finally {
      this.#underWay--;
    }
  }

  read<T>(read: (map: ArgumentDoc) => T): T {
    return readDraft(this.#draft(), read);
  }

  editTalk<T>(edit: (talk: TalkDoc) => T): Promise<T> {
    this.#underWay++;
    return this.#talk
      .take(() => this.#edit(this.#talk.draft(), edit))
      .finally(() => {
        this.#underWay--;
      });
  }

  readTalk<T>(read: (talk: TalkDoc) => T): T {
    return readDraft(this.#talk.draft(), read);
  }

  async #edit<Document, T>(draft: Draft<Document>, edit: (document: Document) => T): Promise<T> {
    this.#underWay++;
    try {
      const result = edit(draft.document);
      const update = draft.takeUpdate();
      if (update !== undefined) await this.#commit(update);
      return result;
    } finally {
      draft.end();
      this.#underWay--;
    }
  }

  async #commit(update: Uint8Array): Promise<void> {
    const { document, storing } = this.#options;
    if (storing.unsavedBytes > limits.maxUnsavedBytesPerRoom)
      throw storing.failure ?? new StoreError("failed", "Too much waits to be stored.");
    this.#committingBytes += update.byteLength;
    try {
      // What only takes away is never refused: nothing else makes room.
      if (!document.isWithin(this.#maxBytes - this.#committingBytes) && document.bringsContent(update))
        throw new DocumentFullError();
      await this.#store(update);
    } finally {
      this.#committingBytes -= update.byteLength;
    }
  }

  #store(update: Uint8Array): Promise<void> {
    const { document, onChanged, storing } = this.#options;
    return new Promise((resolve, reject) => {
      const onCommitted = (): void => {
        onChanged(document.applyOwn(update));
        resolve();
      };
      storing.add(update, { onCommitted, onFailed: reject });
    });
  }

  #draft(): Draft<ArgumentDoc> {
    const { document, now } = this.#options;
    return draftOf(document.fork(), (copy) => new ArgumentDoc(copy, now));
  }
}
