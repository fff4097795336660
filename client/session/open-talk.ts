import { KeyedListeners } from "./keyed-listeners.ts";

/** What is open on one card or step: how many threads, and whether people vote. */
export type OpenOn = Readonly<{ threads: number; hasPoll: boolean }>;

/** What is being discussed or voted on, by card or step, as far as it is known. Whoever listens to the talk keeps it up. */
export class OpenTalk {
  readonly #byId = new KeyedListeners<string>();
  readonly #all = new Set<(ids: readonly string[]) => void>();
  #open: ReadonlyMap<string, OpenOn> = new Map();

  /** Undefined where nothing is open. */
  on(id: string): OpenOn | undefined {
    return this.#open.get(id);
  }

  subscribe(id: string, listener: () => void): () => void {
    return this.#byId.subscribe(id, listener);
  }

  /** Calls `listener` with the ids where something else is open now. */
  onChange(listener: (ids: readonly string[]) => void): () => void {
    this.#all.add(listener);
    return () => this.#all.delete(listener);
  }

  /** What has not changed is to be the same object as before. */
  set(open: ReadonlyMap<string, OpenOn>): void {
    const before = this.#open;
    this.#open = open;
    const known = new Set([...before.keys(), ...open.keys()]);
    const changed = [...known].filter((id) => before.get(id) !== open.get(id));
    for (const id of changed) this.#byId.tell(id);
    for (const listener of this.#all) listener(changed);
  }
}
