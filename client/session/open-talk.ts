import { KeyedListeners } from "./keyed-listeners.ts";

/** What is open on one card or step: how many threads, and whether people vote. */
export type OpenOn = Readonly<{ threads: number; hasPoll: boolean }>;

/** What is being discussed or voted on, by card or step, as far as it is known. Whoever listens to the talk keeps it up. */
export class OpenTalk {
  readonly #byId = new KeyedListeners<string>();
  readonly #all = new Set<(ids: readonly string[]) => void>();
  #open: ReadonlyMap<string, OpenOn> = new Map();

  /** Undefined where nothing is open; the same reference while nothing changed there. */
  on(id: string): OpenOn | undefined {
    return this.#open.get(id);
  }

  threadsOn(id: string): number {
    return this.#open.get(id)?.threads ?? 0;
  }

  subscribe(id: string, listener: () => void): () => void {
    return this.#byId.subscribe(id, listener);
  }

  /** Calls `listener` with the ids where something else is open now. */
  onChange(listener: (ids: readonly string[]) => void): () => void {
    this.#all.add(listener);
    return () => this.#all.delete(listener);
  }

  /** Open threads by what they are on, and the cards with an open poll. */
  set(threads: ReadonlyMap<string, number>, polls: ReadonlySet<string> = new Set()): void {
    const before = this.#open;
    const open = new Map<string, OpenOn>();
    for (const id of new Set([...threads.keys(), ...polls])) {
      const now = { threads: threads.get(id) ?? 0, hasPoll: polls.has(id) };
      if (now.threads === 0 && !now.hasPoll) continue;
      const known = before.get(id);
      open.set(id, known?.threads === now.threads && known.hasPoll === now.hasPoll ? known : now);
    }
    this.#open = open;
    const changed = [...new Set([...before.keys(), ...open.keys()])].filter(
      (id) => before.get(id) !== open.get(id),
    );
    if (changed.length === 0) return;
    for (const id of changed) this.#byId.tell(id);
    for (const listener of this.#all) listener(changed);
  }
}
