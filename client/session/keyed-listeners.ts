/** Who wants to hear of one thing only, by that thing's key. A key that nobody listens to costs nothing. */
export class KeyedListeners<Key> {
  readonly #byKey = new Map<Key, Set<() => void>>();

  /** Whether nobody listens to anything. */
  get isEmpty(): boolean {
    return this.#byKey.size === 0;
  }

  subscribe(key: Key, listener: () => void): () => void {
    const known = this.#byKey.get(key) ?? new Set();
    known.add(listener);
    this.#byKey.set(key, known);
    return () => {
      known.delete(listener);
      if (known.size === 0 && this.#byKey.get(key) === known) this.#byKey.delete(key);
    };
  }

  tell(key: Key): void {
    for (const listener of this.#byKey.get(key) ?? []) listener();
  }
}
