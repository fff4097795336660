import type { Bus, BusSubscription } from "../rooms/index.ts";

type Listener = (message: Uint8Array, from: string) => void;

/** The only process there is. */
const here = "here";

/** The bus of one process: subscriptions of a topic hear each other, synchronously. */
export class LocalBus implements Bus {
  readonly isUp: boolean = true;
  readonly #topics = new Map<string, Set<Listener>>();

  subscribe(topic: string, onMessage: Listener): BusSubscription {
    const listeners = this.#topics.get(topic) ?? new Set();
    this.#topics.set(topic, listeners);
    // Wrapped, so that one function may be subscribed twice.
    const own: Listener = (message, from) => onMessage(message, from);
    listeners.add(own);
    return {
      publish: (message) => {
        for (const listener of [...listeners]) if (listener !== own) listener(message, here);
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
