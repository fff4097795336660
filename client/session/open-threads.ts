import { KeyedListeners } from "./keyed-listeners.ts";

/** How many threads, or polls, are open on which card or step, as far as it is known. Whoever listens to them keeps it up. */
export class OpenThreads {
  readonly #byId = new KeyedListeners<string>();
  readonly #all = new Set<(ids: readonly string[]) => void>();
  #counts: ReadonlyMap<string, number> = new Map();

  countOn(id: string): number {
    return this.#counts.get(id) ?? 0;
  }

  subscribe(id: string, listener: () => void): () => void {
    return this.#byId.subscribe(id, listener);
  }

  /** Calls `listener` with the ids whose count is another now. */
  onChange(listener: (ids: readonly string[]) => void): () => void {
    this.#all.add(listener);
    return () => this.#all.delete(listener);
  }

  set(counts: ReadonlyMap<string, number>): void {
    const before = this.#counts;
    this.#counts = counts;
    const known = new Set([...before.keys(), ...counts.keys()]);
    const changed = [...known].filter((id) => before.get(id) !== counts.get(id));
    for (const id of changed) this.#byId.tell(id);
    for (const listener of this.#all) listener(changed);
  }
}
