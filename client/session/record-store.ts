import type { ArgumentDoc, DocChange } from "#shared/doc/index.ts";
import type { CardId, RecordId } from "#shared/model/index.ts";
import { KeyedListeners } from "./keyed-listeners.ts";

/** Changes gathered over one frame, or until something was done here. */
export type FrameChange = Readonly<{
  added: ReadonlySet<RecordId>;
  changed: ReadonlySet<RecordId>;
  removed: ReadonlySet<RecordId>;
  moved: ReadonlySet<CardId>;
}>;

/**
 * Stands between the document and React: whoever shows one record hears of that record only, and everybody hears at
 * most once a frame, so that a burst of remote edits costs what is on the screen. What this person does is shown as
 * soon as it is done: the field of a card just made must be there before the next key is pressed.
 */
export class RecordStore {
  readonly #doc: ArgumentDoc;
  readonly #byId = new KeyedListeners<string>();
  readonly #all = new Set<(change: FrameChange) => void>();
  readonly #metaListeners = new Set<() => void>();
  readonly #stop: () => void;
  #added = new Set<RecordId>();
  #changed = new Set<RecordId>();
  #removed = new Set<RecordId>();
  #moved = new Set<CardId>();
  #frame: number | undefined;
  #isDue = false;

  constructor(doc: ArgumentDoc) {
    this.#doc = doc;
    this.#stop = doc.onChange((change) => this.#gather(change));
  }

  get doc(): ArgumentDoc {
    return this.#doc;
  }

  /** Calls `listener` when the record came, changed or went. */
  subscribe(id: string, listener: () => void): () => void {
    return this.#byId.subscribe(id, listener);
  }

  /** Calls `listener` once a frame with all that changed. */
  subscribeAll(listener: (change: FrameChange) => void): () => void {
    this.#all.add(listener);
    return () => this.#all.delete(listener);
  }

  subscribeMeta(listener: () => void): () => void {
    this.#metaListeners.add(listener);
    return () => this.#metaListeners.delete(listener);
  }

  dispose(): void {
    this.#stop();
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
  }

  #gather(change: DocChange): void {
    if (change.meta) for (const listener of this.#metaListeners) listener();
    // While a map is being opened nobody listens yet, and whoever comes later reads all that is there.
    if (this.#all.size === 0 && this.#byId.isEmpty) return;
    for (const id of change.added) {
      if (this.#removed.delete(id)) this.#changed.add(id);
      else this.#added.add(id);
    }
    for (const id of change.changed) if (!this.#added.has(id)) this.#changed.add(id);
    for (const id of change.removed) {
      this.#changed.delete(id);
      if (!this.#added.delete(id)) this.#removed.add(id);
    }
    for (const id of change.moved) this.#moved.add(id);
    if (change.origin === "remote") {
      this.#frame ??= requestAnimationFrame(() => this.#flush());
    } else if (!this.#isDue) {
      this.#isDue = true;
      queueMicrotask(() => this.#flush());
    }
  }

  #flush(): void {
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    this.#frame = undefined;
    this.#isDue = false;
    const change = { added: this.#added, changed: this.#changed, removed: this.#removed, moved: this.#moved };
    this.#added = new Set();
    this.#changed = new Set();
    this.#removed = new Set();
    this.#moved = new Set();
    for (const listener of this.#all) listener(change);
    for (const ids of [change.added, change.changed, change.removed]) {
      for (const id of ids) this.#byId.tell(id);
    }
  }
}
