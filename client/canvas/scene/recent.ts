/**
 * The values last asked for or given, at least `atLeast` and at most twice as many: what is dear to keep of everything
 * and quick to make again. Nothing here is the only copy of anything.
 */
export class Recent<Key, Value> {
  readonly #atLeast: number;
  #young = new Map<Key, Value>();
  #old = new Map<Key, Value>();

  constructor(atLeast: number) {
    this.#atLeast = atLeast;
  }

  get(key: Key): Value | undefined {
    const young = this.#young.get(key);
    if (young !== undefined) return young;
    const old = this.#old.get(key);
    if (old !== undefined) this.set(key, old);
    return old;
  }

  set(key: Key, value: Value): void {
    this.#young.set(key, value);
    if (this.#young.size <= this.#atLeast) return;
    this.#old = this.#young;
    this.#young = new Map();
  }

  delete(key: Key): void {
    this.#young.delete(key);
    this.#old.delete(key);
  }
}
