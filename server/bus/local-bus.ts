import type { Bus, BusSubscription } from "../rooms/index.ts";

/** The bus of one process: subscriptions of a topic hear each other, synchronously. */
export class LocalBus implements Bus {
  readonly #topics = new Map<string, Set<(message: Uint8Array) => void>>();

  subscribe(topic: string, onMessage: (message: Uint8Array) => void): BusSubscription {
    const listeners = this.#topics.get(topic) ?? new Set();
    this.#topics.set(topic, listeners);
    // Wrapped, so that one function may be subscribed twice.
    const own = (message: Uint8Array): void => onMessage(message);
    listeners.add(own);
    return {
      publish: (message) => {
        for (const listener of [...listeners]) if (listener !== own) listener(message);
      },
      end: () => {
        listeners.delete(own);
        if (listeners.size === 0 && this.#topics.get(topic) === listeners) this.#topics.delete(topic);
      },
    };
  }

  close(): Promise<void> {
    this.#topics.clear();
    return Promise.resolve();
  }
}
